import { useState } from "react";
import { Panel } from "../../../ui/Panel.tsx";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { News } from "../form/News.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { ExportPanel } from "./ExportPanel.tsx";
import { ImportForm } from "./ImportForm.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { resetOrg } from "./whole-org-calls.ts";

/** The whole org at once: into a file, out of one, and back to the guide's examples. */
export function WholeOrg() {
  const [news, setNews] = useState("");
  const [replacements, setReplacements] = useState(0);
  const countReplacement = () => setReplacements((previous) => previous + 1);

  function finishReset() {
    countReplacement();
    setNews("The org is as it was at first.");
  }

  return (
    <>
      <PageHeading title="Export, import, reset">
        <p>The whole org at once. Okta’s own orgs have no page like this.</p>
      </PageHeading>
      <ExportPanel />
      <ImportForm onDone={countReplacement} />
      <SettingsForm replacements={replacements} />
      <Panel title="Reset">
        <p>The org as first started: the examples of Okta’s guides, and the demo people.</p>
        <div>
          <ChangeButton
            isFinal
            label="Reset"
            object="the org"
            meaning="Everything that was set up here is lost, and everybody is signed out. Export first what you want to keep."
            call={resetOrg}
            consolePath={undefined}
            isOktaCall={false}
            onDone={finishReset}
          />
        </div>
        <News>{news}</News>
      </Panel>
    </>
  );
}
