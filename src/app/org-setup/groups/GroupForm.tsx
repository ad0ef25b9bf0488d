import { useState } from "react";
import { TextField } from "../../../ui/TextField.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import type { GroupProfile } from "./group-calls.ts";

type GroupFormProps = {
  title: string;
  submitLabel: string;
  consolePath: readonly string[];
  buildCall: (profile: GroupProfile) => ApiCall;
  initial?: GroupProfile;
  onDone: () => void;
};

const empty: GroupProfile = { name: "", description: "" };

/** A group's name and description. A new one's are cleared once it is there, for the next. */
export function GroupForm(props: GroupFormProps) {
  const { title, submitLabel, consolePath, buildCall, initial, onDone } = props;
  const [profile, setProfile] = useState(initial ?? empty);

  function finish() {
    if (!initial) setProfile(empty);
    onDone();
  }

  return (
    <ChangeForm
      title={title}
      call={buildCall(profile)}
      consolePath={consolePath}
      submitLabel={submitLabel}
      onDone={finish}
    >
      {(problems) => (
        <>
          <TextField
            label="Name"
            value={profile.name}
            onChange={(name) => setProfile({ ...profile, name })}
            error={problems.of("name", "profile.name")}
            required
          />
          <TextField
            label="Description"
            value={profile.description}
            onChange={(description) => setProfile({ ...profile, description })}
            error={problems.of("description", "profile.description")}
          />
        </>
      )}
    </ChangeForm>
  );
}
