import type { ReactNode } from "react";
import { type Application, applicationSchema } from "../api/okta-objects.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Loaded } from "../form/Loaded.tsx";
import type { Place } from "../places.ts";
import { Tabs } from "../Tabs.tsx";
import { Assignments } from "./Assignments.tsx";
import { buildApplicationPath } from "./application-calls.ts";
import { type ApplicationTab, applicationTabs } from "./application-tabs.ts";
import { General } from "./General.tsx";
import { SignOn } from "./SignOn.tsx";

type ApplicationPageProps = { id: string; tab: string | undefined };

/** One app, in the console's tabs. */
export function ApplicationPage({ id, tab }: ApplicationPageProps) {
  const [application, reload] = useAnswer(buildApplicationPath(id), applicationSchema);
  const current = applicationTabs.find((it) => it.tab === tab)?.tab ?? "general";
  const place: Place = { section: "applications", id };
  return (
    <Loaded answer={application}>
      {(it) => (
        <>
          <h2>
            <bdi>{it.label}</bdi>
          </h2>
          <Tabs label="Application" place={place} tabs={applicationTabs} current={current} />
          {showTab(current, it, reload)}
        </>
      )}
    </Loaded>
  );
}

function showTab(tab: ApplicationTab, application: Application, onChange: () => void): ReactNode {
  switch (tab) {
    case "general":
      return <General application={application} onChange={onChange} />;
    case "sign-on":
      return <SignOn application={application} />;
    case "assignments":
      return <Assignments application={application} />;
    default:
      return tab satisfies never;
  }
}
