import { TextField } from "../../../ui/TextField.tsx";
import { type User, userSchema } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { showName } from "../../result/claims/VisibleText.tsx";
import { Columns } from "../layout.tsx";
import { PlaceLink } from "../PlaceLink.tsx";
import type { Resource } from "../resource/resource.ts";
import { PersonStatus } from "./PersonStatus.tsx";

/** Directory > People. New people are active, with a password set by the admin. @see Okta: Users API */
export const people: Resource<User> = {
  title: "People",
  noun: "person",
  intro: (
    <>
      People who can sign in to the apps assigned to them. The initial password is{" "}
      <code>demo-password</code>.
    </>
  ),
  consolePath: ["Directory", "People"],
  consoleMenu: "More Actions",
  path: paths.users,
  createQuery: "?activate=true",
  schema: userSchema,

  nameOf: ({ profile }) => profile.login,
  textOf: ({ profile }) => `${profile.login} ${profile.firstName ?? ""} ${profile.lastName ?? ""}`,
  section: "people",
  nameHeader: "Username",
  columns: [
    {
      header: "Name",
      render: ({ profile }) => <bdi>{showName(`${profile.firstName} ${profile.lastName}`)}</bdi>,
    },
    { header: "Status", render: ({ status }) => <PersonStatus status={status} /> },
  ],
  empty: "Add a person, then assign an app to them.",

  add: { button: "Add person", submit: "Add person" },
  newBody: {
    profile: { firstName: "", lastName: "", email: "", login: "" },
    credentials: { password: { value: "demo-password" } },
  },
  fields: (form) => (
    <Columns>
      <TextField label="First name" {...form.text("profile.firstName", "firstName")} />
      <TextField label="Last name" {...form.text("profile.lastName", "lastName")} />
      <TextField
        label="Username"
        hint="An email address. It is also the primary email."
        {...form.text("profile.login", "login", "email", "profile.email")}
        onChange={(login) => {
          form.set("profile.login", login);
          form.set("profile.email", login);
        }}
      />
      <TextField label="Password" {...form.text("credentials.password.value", "password")} />
    </Columns>
  ),
  describeSaved: ({ profile }) => (
    <>
      Added <bdi>{showName(profile.login)}</bdi>. Next, assign an app to them:{" "}
      <PlaceLink place={{ section: "applications" }}>choose an app</PlaceLink>
    </>
  ),
  terraform: {
    type: "okta_user",
    paths: {
      first_name: "profile.firstName",
      last_name: "profile.lastName",
      login: "profile.login",
      email: "profile.email",
      password: "credentials.password.value",
    },
  },

  deletion: {
    meaning:
      "This permanently deletes the person, with their group memberships and app assignments.",
    // For a person who is still active, the call only deactivates. @see Okta: Users API, "Delete a user"
    allows: ({ status }) => status === "DEPROVISIONED",
  },
};
