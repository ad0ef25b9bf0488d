import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { downloadFile } from "../../download-file.ts";
import type { ApiOutcome } from "../../org-api/api-call.ts";
import { demoSettingsPath, demoSettingsSchema } from "../../org-api/demo-settings.ts";
import { describeFailure } from "../../org-api/describe-failure.ts";
import { useOrgApi } from "../../org-api/org-api-context.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import styles from "../form/ChangeForm.module.css";
import { SettingForm } from "../form/SettingForm.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { PageHeading } from "../PageHeading.tsx";
import { ImportForm } from "./ImportForm.tsx";
import { exportOrg, resetOrg } from "./whole-org-calls.ts";

const idTokens = [
  { value: "fat", label: "Fat, with groups" },
  { value: "thin", label: "Thin, without groups" },
];

export function WholeOrg() {
  const [message, setMessage] = useState("");
  const [replacements, setReplacements] = useState(0);

  function finishReplacement(text: string) {
    setReplacements((previous) => previous + 1);
    setMessage(text);
  }

  return (
    <>
      <PageHeading title="Export, import, reset">
        <p>
          The demo org is stored in this browser only. Okta’s Admin Console has no page like this.
        </p>
      </PageHeading>
      <ExportPanel />
      <ImportForm onDone={() => finishReplacement("")} />
      <SettingForm
        title="Authorization code flow"
        path={demoSettingsPath}
        schema={demoSettingsSchema}
        version={replacements}
        fields={(form) => (
          <SelectField
            label="ID token from the org authorization server"
            hint="Okta’s docs disagree: the groups claim guide has said fat since 2025, other pages say thin."
            options={idTokens}
            {...form.text("codeFlowIdToken")}
          />
        )}
      />
      <Panel title="Reset">
        <p>Restore the examples from Okta’s guides and the demo users.</p>
        <div>
          <ChangeButton
            isFinal
            label="Reset"
            object="the org"
            meaning="This deletes all your changes and signs everyone out. To keep your changes, export the org first."
            call={resetOrg}
            consolePath={undefined}
            isOktaCall={false}
            onDone={() => finishReplacement("The org was reset.")}
          />
        </div>
        <StatusMessage>{message}</StatusMessage>
      </Panel>
    </>
  );
}

const seedCommand = "npm run org -- --seed org.json";

function ExportPanel() {
  const api = useOrgApi();
  const [outcome, setOutcome] = useState<ApiOutcome>();

  async function save() {
    const exported = await api(exportOrg);
    if (exported.kind === "answered")
      downloadFile("org.json", "application/json", JSON.stringify(exported.body, undefined, 2));
    setOutcome(exported);
  }

  return (
    <Panel title="Export">
      <p>
        Download the configuration as a file, with all passwords and client secrets. Import it in
        another browser, or start the org with it:
      </p>
      <div className="row">
        <pre>
          <code>{seedCommand}</code>
        </pre>
        <CopyButton label="Copy" getText={() => seedCommand} />
      </div>
      {outcome && outcome.kind !== "answered" && (
        <Callout kind="alert">
          <p>{describeFailure(outcome)}</p>
        </Callout>
      )}
      <div className={`row ${styles.buttons}`}>
        <Button onClick={() => void save()}>Export the org</Button>
        <StatusMessage>{outcome?.kind === "answered" && "Exported."}</StatusMessage>
      </div>
    </Panel>
  );
}
