import { useState } from "react";
import { TextArea } from "../../../ui/TextArea.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { User } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { Columns } from "../layout.tsx";
import { type CustomAttribute, parseValue, writeValue } from "./custom-attributes.ts";

type ProfileFormProps = {
  user: User;
  /** Attributes that an admin has added to the profiles of all people. */
  customAttributes: readonly CustomAttribute[];
  onDone: () => void;
};

/** Attributes of every profile that claims read. An empty field removes the attribute. */
const baseAttributes: readonly CustomAttribute[] = [
  { name: "firstName", title: "First name", type: "string" },
  { name: "lastName", title: "Last name", type: "string" },
  { name: "displayName", title: "Display name", type: "string" },
  { name: "login", title: "Username", type: "string" },
  { name: "email", title: "Primary email", type: "string" },
  { name: "secondEmail", title: "Secondary email", type: "string" },
  { name: "preferredLanguage", title: "Preferred language", type: "string" },
  { name: "locale", title: "Locale", type: "string" },
  { name: "timezone", title: "Time zone", type: "string" },
  { name: "department", title: "Department", type: "string" },
];

export function ProfileForm({ user, customAttributes, onDone }: ProfileFormProps) {
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const { profile } = user;
  const attributes = [...baseAttributes, ...customAttributes];
  const written = attributes.flatMap((attribute) => {
    const text = changed[attribute.name];
    return text === undefined ? [] : [[attribute.name, parseValue(attribute, text)]];
  });
  return (
    <ChangeForm
      title="Profile"
      // A POST changes the given attributes only. @see Okta: Users API, "Update a user"
      call={{
        method: "POST",
        path: paths.user(user.id),
        body: { profile: Object.fromEntries(written) },
      }}
      consolePath={["Directory", "People", profile.login, "Profile", "Edit"]}
      onDone={onDone}
    >
      {(problems) => (
        <Columns>
          {attributes.map(({ name, title, type }) => {
            const field = {
              label: title || name,
              value: changed[name] ?? writeValue(profile[name]),
              onChange: (value: string) => setChanged({ ...changed, [name]: value }),
              error: problems.of(name, `profile.${name}`),
            };
            return type === "array" ? (
              <TextArea key={name} hint="One entry per line" {...field} />
            ) : (
              <TextField key={name} hint={type === "boolean" && "true or false"} {...field} />
            );
          })}
        </Columns>
      )}
    </ChangeForm>
  );
}
