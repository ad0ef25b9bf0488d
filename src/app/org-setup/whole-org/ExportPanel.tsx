import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import type { ApiOutcome } from "../api/api-call.ts";
import { useOrgApi } from "../api/org-api-context.ts";
import styles from "../form/ChangeForm.module.css";
import { describeFailure } from "../form/describe-failure.ts";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { exportOrg } from "./whole-org-calls.ts";

/** Downloads the org's configuration as a JSON file. */
export function ExportPanel() {
  const api = useOrgApi();
  const [outcome, setOutcome] = useState<ApiOutcome>();

  async function save() {
    const exported = await api(exportOrg);
    if (exported.kind === "answered") download(JSON.stringify(exported.body, undefined, 2));
    setOutcome(exported);
  }

  return (
    <Panel title="Export">
      <p>
        Download the configuration as a file, with all passwords and client secrets. Import it in
        another browser, or start the org with it: <code>npm run org -- --seed org.json</code>
      </p>
      {outcome && outcome.kind !== "answered" && (
        <Callout kind="alert">
          <p>{describeFailure(outcome)}</p>
        </Callout>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => void save()}>Export the org</Button>
        <StatusMessage>{outcome?.kind === "answered" && "Exported."}</StatusMessage>
      </div>
    </Panel>
  );
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "org.json";
  link.click();
  URL.revokeObjectURL(url);
}
