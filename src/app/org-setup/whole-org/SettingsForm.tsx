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

const ages = [
  { value: "fat", label: "Today: a fat ID token, with groups" },
  { value: "thin", label: "An older org: a thin ID token" },
] as const;

type SettingsFormProps = {
  /** How often another org has taken this one's place: each time its settings are asked for again. */
  replacements: number;
};

/** What Okta decides for an org by its age. */
export function SettingsForm({ replacements }: SettingsFormProps) {
  const [settings, reload] = useAnswer(path, settingsSchema);
  // What is there stays until then, so that nothing on the page moves.
  useEffect(() => {
    if (replacements > 0) reload();
  }, [replacements, reload]);
  return <Loaded answer={settings}>{(saved) => <AgeForm saved={saved} onDone={reload} />}</Loaded>;
}

function AgeForm({ saved, onDone }: { saved: Settings; onDone: () => void }) {
  const { draft, change } = useDraft(saved);
  const { codeFlowIdToken } = draft;
  const call: ApiCall = { method: "PUT", path, body: { codeFlowIdToken } };
  return (
    <ChangeForm
      title="Age of the org"
      call={call}
      consolePath={undefined}
      isOktaCall={false}
      submitLabel="Save"
      onDone={onDone}
    >
      {() => (
        <SelectField
          label="What the org authorization server gives for a code"
          hint="Okta’s pages disagree: its guide says fat since 2025, older pages and answers say thin."
          value={codeFlowIdToken}
          onChange={(chosen) => change({ codeFlowIdToken: chosen })}
          options={ages}
        />
      )}
    </ChangeForm>
  );
}
