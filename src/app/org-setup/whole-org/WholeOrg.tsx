import { useState } from "react";
import { Panel } from "../../../ui/Panel.tsx";
import { ChangeButton } from "../form/ChangeButton.tsx";
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
      <h2>Export, import, reset</h2>
      <ExportPanel />
      <ImportForm onDone={countReplacement} />
      <SettingsForm key={replacements} />
      <Panel title="Reset">
        <p>The org as first started: the examples of Okta’s guides, and the demo people.</p>
        <ChangeButton
          label="Reset"
          object="the org"
          meaning="Everything that was set up here is lost, and everybody is signed out. Export first what you want to keep."
          call={resetOrg}
          consolePath={undefined}
          isOktaCall={false}
          onDone={finishReset}
        />
        <p role="status">{news}</p>
      </Panel>
    </>
  );
}
