import { useState } from "react";
import { TextField } from "../../../ui/TextField.tsx";
import type { User } from "../api/okta-objects.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { Columns } from "../form/Columns.tsx";
import { updateProfile } from "./person-calls.ts";

type ProfileFormProps = { user: User; onDone: () => void };

/** Attributes that claims read. An empty field removes the attribute. */
const attributes = [
  ["firstName", "First name"],
  ["lastName", "Last name"],
  ["displayName", "Display name"],
  ["login", "Username"],
  ["email", "Primary email"],
  ["secondEmail", "Secondary email"],
  ["preferredLanguage", "Preferred language"],
  ["locale", "Locale"],
  ["timezone", "Time zone"],
  ["department", "Department"],
] as const;

type Attribute = (typeof attributes)[number][0];

/** The attributes of a person's Okta profile that the guides' claims use. */
export function ProfileForm({ user, onDone }: ProfileFormProps) {
  const [changed, setChanged] = useState<Partial<Record<Attribute, string>>>({});
  const { profile } = user;
  return (
    <ChangeForm
      title="Profile"
      call={updateProfile(
        user.id,
        Object.fromEntries(
          Object.entries(changed).map(([name, value]) => [name, value === "" ? null : value]),
        ),
      )}
      consolePath={["Directory", "People", profile.login, "Profile", "Edit"]}
      submitLabel="Save"
      onDone={onDone}
    >
      {(problems) => (
        <Columns>
          {attributes.map(([name, label]) => (
            <TextField
              key={name}
              label={label}
              value={changed[name] ?? readText(profile[name])}
              onChange={(value) => setChanged({ ...changed, [name]: value })}
              error={problems.of(name, `profile.${name}`)}
            />
          ))}
        </Columns>
      )}
    </ChangeForm>
  );
}

function readText(value: unknown): string {
  return typeof value === "string" ? value : "";
}
