import { useState } from "react";
import { describeUnusedOrg } from "./describe-unused-org.ts";
import styles from "./NoDemoOrgPage.module.css";
import type { Preferences } from "./preferences.ts";
import { buildChoiceQuery, parseChoice } from "./request-choice.ts";
import { PageFrame } from "./shell/PageFrame.tsx";
import { mainId } from "./shell/Shell.tsx";

/** Shown for a link to the demo org's set-up in a build without the demo org. */
export function NoDemoOrgPage({ preferences }: { preferences: Preferences }) {
  const [choice] = useState(() => parseChoice(location.search));
  const query = buildChoiceQuery(choice);
  return (
    <PageFrame
      page="demo-org"
      query={query}
      org={describeUnusedOrg(choice, { status: "unavailable", reason: "left_out" })}
      aboutOrg={<p>Explore is where you choose your org.</p>}
      preferences={preferences}
    >
      <main id={mainId} tabIndex={-1} className={styles.page}>
        <h2>This deployment has no demo org</h2>
        <p>
          The link leads to the set-up of a demo org, which was left out here.{" "}
          <a href={`./${query}`}>Explore with your own org</a>
        </p>
      </main>
    </PageFrame>
  );
}
