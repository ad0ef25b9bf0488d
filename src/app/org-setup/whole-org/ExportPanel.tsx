import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useOrgApi } from "../api/org-api-context.ts";
import { describeFailure } from "../form/describe-failure.ts";
import { exportOrg } from "./whole-org-calls.ts";

/** Everything that an admin has set up, as one JSON file. */
export function ExportPanel() {
  const api = useOrgApi();
  const [news, setNews] = useState("");

  async function save() {
    const outcome = await api(exportOrg);
    if (outcome.kind !== "answered") return setNews(describeFailure(outcome));
    download(JSON.stringify(outcome.body, undefined, 2));
    setNews("Exported.");
  }

  return (
    <Panel title="Export">
      <p>
        People with their passwords, groups, apps and servers in one file: import it into another
        browser, or start the org from it with <code>npm run org -- --seed org.json</code>.
      </p>
      <p>
        <Button onClick={() => void save()}>Export the org</Button>{" "}
        <span role="status">{news}</span>
      </p>
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
