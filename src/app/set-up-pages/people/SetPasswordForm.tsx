import { useState } from "react";
import { TextField } from "../../../ui/TextField.tsx";
import { buildSaveCall } from "../../org-api/api-call.ts";
import type { User } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";

/** Activates a person who was added without a password. */
export function SetPasswordForm({ user, onDone }: { user: User; onDone: () => void }) {
  const [password, change] = useState("");
  return (
    <ChangeForm
      title="Password"
      // Keeps the profile. @see Okta: Users API, "Replace a user"
      call={buildSaveCall(paths.users, { credentials: { password: { value: password } } }, user.id)}
      consolePath={["Directory", "People", user.profile.login, "Set password & activate"]}
      submitLabel="Set password and activate"
      onDone={onDone}
    >
      {(problems) => (
        <TextField
          label="Password"
          hint="This person has no password, so they can’t sign in."
          value={password}
          onChange={change}
          error={problems.of("password", "credentials.password.value")}
        />
      )}
    </ChangeForm>
  );
}
