import { TextField } from "../../../ui/TextField.tsx";
import type { ApiCall } from "../api/api-call.ts";
import type { OutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import type { GroupProfile } from "./group-calls.ts";

type GroupFormProps = {
  title: string;
  submitLabel: string;
  consolePath: readonly string[];
  buildCall: (profile: GroupProfile) => ApiCall;
  initial?: GroupProfile;
  checkOutdated?: OutdatedCheck;
  onDone: (body: unknown) => void;
  onCancel?: () => void;
};

const empty: GroupProfile = { name: "", description: "" };

/** A group's name and description. */
export function GroupForm({ buildCall, initial = empty, ...form }: GroupFormProps) {
  const { draft, change } = useDraft(initial);
  return (
    <ChangeForm {...form} call={buildCall(draft)}>
      {(problems) => (
        <>
          <TextField
            label="Name"
            value={draft.name}
            onChange={(name) => change({ name })}
            error={problems.of("name", "profile.name")}
            required
          />
          <TextField
            label="Description"
            value={draft.description}
            onChange={(description) => change({ description })}
            error={problems.of("description", "profile.description")}
          />
        </>
      )}
    </ChangeForm>
  );
}
