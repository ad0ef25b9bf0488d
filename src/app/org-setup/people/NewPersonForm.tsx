import { TextField } from "../../../ui/TextField.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { Columns } from "../form/Columns.tsx";
import { useDraft } from "../form/use-draft.ts";
import { addPerson, type NewPerson } from "./person-calls.ts";

type NewPersonFormProps = { onDone: (body: unknown) => void; onCancel: () => void };

/** The password of all demo people. */
const demoPassword = "demo-password";

const empty: NewPerson = { firstName: "", lastName: "", login: "", password: demoPassword };

/** Adds a person who is active at once, with a password set by the admin. */
export function NewPersonForm({ onDone, onCancel }: NewPersonFormProps) {
  const { draft, change } = useDraft(empty);
  return (
    <ChangeForm
      title="Add person"
      call={addPerson(draft)}
      consolePath={["Directory", "People", "Add person"]}
      submitLabel="Add person"
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problems) => (
        <Columns>
          <TextField
            label="First name"
            value={draft.firstName}
            onChange={(firstName) => change({ firstName })}
            error={problems.of("firstName", "profile.firstName")}
          />
          <TextField
            label="Last name"
            value={draft.lastName}
            onChange={(lastName) => change({ lastName })}
            error={problems.of("lastName", "profile.lastName")}
          />
          <TextField
            label="Username"
            hint="An email address. It is also the primary email."
            value={draft.login}
            onChange={(login) => change({ login })}
            error={problems.of("login", "profile.login", "email", "profile.email")}
          />
          <TextField
            label="Password"
            value={draft.password}
            onChange={(password) => change({ password })}
            error={problems.of("password", "credentials.password.value")}
          />
        </Columns>
      )}
    </ChangeForm>
  );
}
