import { useEffect } from "react";
import * as v from "valibot";
import { SelectField } from "../../../ui/SelectField.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { Loaded } from "../form/Loaded.tsx";
import { useDraft } from "../form/use-draft.ts";

const path = "/demo/v1/settings";
const settingsSchema = v.object({ codeFlowIdToken: v.picklist(["fat", "thin"]) });
type Settings = v.InferOutput<typeof settingsSchema>;

const idTokens = [
  { value: "fat", label: "Fat, with groups" },
  { value: "thin", label: "Thin, without groups" },
] as const;

type SettingsFormProps = {
  /** Counts imports and resets. The settings are reloaded after each. */
  replacements: number;
};

/** Settings of the demo org that no Okta org has. */
export function SettingsForm({ replacements }: SettingsFormProps) {
  const [settings, reload] = useAnswer(path, settingsSchema);
  // Reloads rather than remounts, so that the page doesn't shift.
  useEffect(() => {
    if (replacements > 0) reload();
  }, [replacements, reload]);
  return (
    <Loaded answer={settings}>{(saved) => <CodeFlowForm saved={saved} onDone={reload} />}</Loaded>
  );
}

function CodeFlowForm({ saved, onDone }: { saved: Settings; onDone: () => void }) {
  const { draft, change } = useDraft(saved);
  const { codeFlowIdToken } = draft;
  const call: ApiCall = { method: "PUT", path, body: { codeFlowIdToken } };
  return (
    <ChangeForm
      title="Authorization code flow"
      call={call}
      consolePath={undefined}
      isOktaCall={false}
      submitLabel="Save"
      onDone={onDone}
    >
      {() => (
        <SelectField
          label="ID token from the org authorization server"
          hint="Okta’s docs disagree: the groups claim guide has said fat since 2025, other pages say thin."
          value={codeFlowIdToken}
          onChange={(chosen) => change({ codeFlowIdToken: chosen })}
          options={idTokens}
        />
      )}
    </ChangeForm>
  );
}
