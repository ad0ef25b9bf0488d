import { useState } from "react";
import { TextField } from "../../../ui/TextField.tsx";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { addPerson, type NewPerson } from "./person-calls.ts";

type NewPersonFormProps = { onDone: () => void };

/** The password of everybody the demo org starts with. */
const demoPassword = "demo-password";

const empty: NewPerson = { firstName: "", lastName: "", login: "", password: demoPassword };

export function NewPersonForm({ onDone }: NewPersonFormProps) {
  const [person, setPerson] = useState(empty);
  const change = (changed: Partial<NewPerson>) => setPerson({ ...person, ...changed });

  function finish() {
    setPerson(empty);
    onDone();
  }

  return (
    <ChangeForm
      title="Add person"
      call={addPerson(person)}
      consolePath={["Directory", "People", "Add person"]}
      submitLabel="Add person"
      onDone={finish}
    >
      {(problems) => (
        <>
          <TextField
            label="First name"
            value={person.firstName}
            onChange={(firstName) => change({ firstName })}
            error={problems.of("firstName", "profile.firstName")}
          />
          <TextField
            label="Last name"
            value={person.lastName}
            onChange={(lastName) => change({ lastName })}
            error={problems.of("lastName", "profile.lastName")}
          />
          <TextField
            label="Username"
            hint="An e-mail address; it becomes the primary e-mail too."
            value={person.login}
            onChange={(login) => change({ login })}
            error={problems.of("login", "profile.login", "email", "profile.email")}
          />
          <TextField
            label="Password"
            value={person.password}
            onChange={(password) => change({ password })}
            error={problems.of("password", "credentials.password.value")}
          />
        </>
      )}
    </ChangeForm>
  );
}
