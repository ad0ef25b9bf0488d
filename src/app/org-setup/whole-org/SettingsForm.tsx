import { useState } from "react";
import * as v from "valibot";
import { SelectField } from "../../../ui/SelectField.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { Loaded } from "../form/Loaded.tsx";

const path = "/demo/v1/settings";
const settingsSchema = v.object({ codeFlowIdToken: v.picklist(["fat", "thin"]) });
type Settings = v.InferOutput<typeof settingsSchema>;

const ages = [
  { value: "fat", label: "Today: a fat ID token, with groups" },
  { value: "thin", label: "An older org: a thin ID token" },
] as const;

/** What Okta decides for an org by its age. */
export function SettingsForm() {
  const [settings] = useAnswer(path, settingsSchema);
  return <Loaded answer={settings}>{(saved) => <AgeForm saved={saved} />}</Loaded>;
}

function AgeForm({ saved }: { saved: Settings }) {
  const [codeFlowIdToken, setCodeFlowIdToken] = useState(saved.codeFlowIdToken);
  const call: ApiCall = { method: "PUT", path, body: { codeFlowIdToken } };
  return (
    <ChangeForm
      title="Age of the org"
      call={call}
      consolePath={undefined}
      isOktaCall={false}
      submitLabel="Save"
      onDone={() => undefined}
    >
      {() => (
        <SelectField
          label="What the org authorization server gives for a code"
          hint="Okta’s pages disagree: its guide says fat since 2025, older pages and answers say thin."
          value={codeFlowIdToken}
          onChange={setCodeFlowIdToken}
          options={ages}
        />
      )}
    </ChangeForm>
  );
}
