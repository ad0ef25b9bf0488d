import { TextField } from "../../../ui/TextField.tsx";
import { takeWritable } from "../../org-api/api-call.ts";
import { type AuthorizationServer, authorizationServerSchema } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { showName } from "../../result/claims/VisibleText.tsx";
import { getTexts } from "../form/body.ts";
import { PlaceLink } from "../PlaceLink.tsx";
import type { Resource } from "../resource/resource.ts";
import { ActiveBadge } from "../StatusBadge.tsx";

/** Security > API > Authorization Servers. @see Okta: Authorization Servers API */
export const servers: Resource<AuthorizationServer> = {
  title: "Authorization Servers",
  noun: "authorization server",
  intro: (
    <>
      Each custom authorization server has its own scopes, claims and access policies. The org
      authorization server can’t be edited: its groups claim is on each app’s Sign On tab.{" "}
      <PlaceLink place={{ section: "authorization-servers", id: "org", tab: "token-preview" }}>
        Preview its tokens
      </PlaceLink>
    </>
  ),
  consolePath: ["Security", "API", "Authorization Servers"],
  consoleMenu: "Settings",
  path: paths.servers,
  schema: authorizationServerSchema,

  nameOf: ({ name }) => name,
  textOf: ({ name, issuer, audiences }) => [name, issuer, ...audiences].join(" "),
  caption: "Authorization servers",
  section: "authorization-servers",
  columns: [
    { header: "Audience", render: ({ audiences }) => <code>{audiences.join(", ")}</code> },
    { header: "Issuer URI", render: ({ issuer }) => <code>{issuer}</code> },
    { header: "Status", render: ({ status }) => <ActiveBadge status={status} /> },
  ],

  add: { button: "Add Authorization Server", submit: "Save" },
  edit: {
    title: "Edit settings",
    toBody: (server) => takeWritable(server, "issuer", "status", "default"),
  },
  newBody: { name: "", description: "", audiences: [""] },
  fields: (form) => (
    <>
      <TextField label="Name" required {...form.text("name")} />
      <TextField
        label="Audience"
        data-code
        hint={
          <>
            The API that access tokens are for, for example api://default. It becomes their{" "}
            <code>aud</code> claim.
          </>
        }
        required
        {...form.text("audiences", "audiences.0")}
        value={getTexts(form.body, "audiences").join(" ")}
        onChange={(audience) => form.set("audiences", [audience])}
      />
      <TextField label="Description" {...form.text("description")} />
    </>
  ),
  describeSaved: ({ id, name }) => (
    <>
      Added <bdi>{showName(name)}</bdi>. Requests to it fail until it has an access policy with a
      rule.{" "}
      <PlaceLink place={{ section: "authorization-servers", id, tab: "access-policies" }}>
        Add an access policy
      </PlaceLink>
    </>
  ),
  terraform: {
    type: "okta_auth_server",
    paths: { name: "name", description: "description", audiences: "audiences" },
  },

  lifecycle: {
    ACTIVE: "All its endpoints will respond as if the server didn’t exist.",
    INACTIVE: "Its endpoints will work again, with the same issuer.",
  },
  deletion: {
    meaning:
      "This deletes the server with its scopes, claims and policies. Its tokens can no longer be verified.",
    allows: ({ id }) => id !== "default",
  },
};

export const buildTabPath = ({ name }: AuthorizationServer, tab: string) => [
  ...servers.consolePath,
  name,
  tab,
];
