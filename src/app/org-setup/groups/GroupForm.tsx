import { TextField } from "../../../ui/TextField.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import type { GroupProfile } from "./group-calls.ts";

type GroupFormProps = {
  title: string;
  submitLabel: string;
  consolePath: readonly string[];
  buildCall: (profile: GroupProfile) => ApiCall;
  initial?: GroupProfile;
  isOutdated?: () => Promise<boolean>;
  onDone: () => void;
};

const empty: GroupProfile = { name: "", description: "" };

/** A group's name and description. A new one's are cleared once it is there, for the next. */
export function GroupForm(props: GroupFormProps) {
  const { title, submitLabel, consolePath, buildCall, initial, isOutdated, onDone } = props;
  const { draft, change, reset } = useDraft(initial ?? empty);

  function finish() {
    if (!initial) reset();
    onDone();
  }

  return (
    <ChangeForm
      title={title}
      call={buildCall(draft)}
      consolePath={consolePath}
      submitLabel={submitLabel}
      isOutdated={isOutdated}
      onDone={finish}
    >
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
