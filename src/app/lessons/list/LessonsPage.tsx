import { useState, useSyncExternalStore } from "react";
import { DemoOrgProblem } from "../../DemoOrgProblem.tsx";
import type { DemoOrgHandle } from "../../demo-org-status.ts";
import { describeUnusedOrg } from "../../describe-unused-org.ts";
import { hasDemoOrg } from "../../has-demo-org.ts";
import { PartBoundary } from "../../PartBoundary.tsx";
import type { Preferences } from "../../preferences.ts";
import { buildChoiceQuery, parseChoice, type RequestChoice } from "../../request-choice.ts";
import { PageFrame } from "../../shell/PageFrame.tsx";
import { mainId } from "../../shell/Shell.tsx";
import { RestoreNotice } from "../bar/RestoreNotice.tsx";
import { createLessonParts } from "../lesson-parts.ts";
import styles from "./LessonList.module.css";
import { LessonList } from "./LessonList.tsx";

type LessonsPageProps = { demoOrg: DemoOrgHandle; preferences: Preferences };

export function LessonsPage({ demoOrg, preferences }: LessonsPageProps) {
  const status = useSyncExternalStore(demoOrg.subscribe, demoOrg.getStatus);
  const [choice, setChoice] = useState(() => ({
    ...parseChoice(location.search),
    lesson: "",
    step: 1,
  }));
  const [{ org, openInTab, progress }] = useState(() => createLessonParts(demoOrg.orgUrl));
  const query = buildChoiceQuery(choice);

  function present(isPresenting: boolean) {
    const next = { ...choice, isPresenting };
    setChoice(next);
    const address = `?lessons${buildChoiceQuery(next).replace("?", "&")}`;
    window.history.replaceState(null, "", address);
  }

  return (
    <PageFrame
      page="lessons"
      query={query}
      org={describeUnusedOrg(choice, status)}
      aboutOrg={
        choice.org === "demo" && status.status === "unavailable" ? (
          <DemoOrgProblem reason={status.reason} onRetry={demoOrg.retry} />
        ) : (
          <p>Lessons use the org that you choose in Explore.</p>
        )
      }
      link={new URL(`?lessons${query.replace("?", "&")}`, location.href).href}
      preferences={preferences}
      isPresenting={choice.isPresenting}
      onPresent={present}
    >
      <RestoreNotice org={status.status === "ready" ? org : undefined} openInTab={openInTab} />
      <main id={mainId} tabIndex={-1} className={styles.page}>
        <header>
          <h2>Lessons</h2>
          <p>{introductions[choice.org]}</p>
          <p>To show a lesson to a room, press Present. The → and ← keys go from step to step.</p>
        </header>
        <PartBoundary part="The list of lessons">
          <LessonList choice={choice} progress={progress} />
        </PartBoundary>
      </main>
    </PageFrame>
  );
}

const introductions: Record<RequestChoice["org"], string> = {
  demo: "Each lesson lets you try a section of Okta’s guides, step by step. A step fills in the request, says what to look for, and checks the result. Your progress stays in this browser.",
  own: `Each lesson fills in the request for your org, and says what an admin has to set up there.${
    hasDemoOrg ? " Choose the demo org in Explore for lessons that set up the org, too." : ""
  }`,
};
