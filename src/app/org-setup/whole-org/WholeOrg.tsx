import { useState } from "react";
import { Panel } from "../../../ui/Panel.tsx";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { ExportPanel } from "./ExportPanel.tsx";
import { ImportForm } from "./ImportForm.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { resetOrg } from "./whole-org-calls.ts";

/** Exports, imports and resets the whole org. */
export function WholeOrg() {
  const [message, setMessage] = useState("");
  const [replacements, setReplacements] = useState(0);
  const countReplacement = () => setReplacements((previous) => previous + 1);

  function finishReset() {
    countReplacement();
    setMessage("The org was reset.");
  }

  return (
    <>
      <PageHeading title="Export, import, reset">
        <p>
          The demo org is stored in this browser only. Okta’s Admin Console has no page like this.
        </p>
      </PageHeading>
      <ExportPanel />
      <ImportForm onDone={countReplacement} />
      <SettingsForm replacements={replacements} />
      <Panel title="Reset">
        <p>Restore the examples from Okta’s guides and the demo people.</p>
        <div>
          <ChangeButton
            isFinal
            label="Reset"
            object="the org"
            meaning="This deletes all your changes and signs everyone out. To keep your changes, export the org first."
            call={resetOrg}
            consolePath={undefined}
            isOktaCall={false}
            onDone={finishReset}
          />
        </div>
        <StatusMessage>{message}</StatusMessage>
      </Panel>
    </>
  );
}
