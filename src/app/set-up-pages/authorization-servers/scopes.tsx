import { Checkbox } from "../../../ui/Checkbox.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { type AuthorizationServer, type Scope, scopeSchema } from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { showName } from "../../result/claims/VisibleText.tsx";
import type { Resource } from "../resource/resource.ts";
import { buildTabPath } from "./servers.tsx";

/** The Scopes tab of a custom server. @see Okta: Authorization Servers API, the OAuth2Scope object */
export const buildScopes = (server: AuthorizationServer): Resource<Scope> => ({
  title: "Scopes",
  noun: "scope",
  intro: (
    <>
      Requests for any other scope fail with <code>invalid_scope</code>. A new custom server has no{" "}
      <code>groups</code> scope.
    </>
  ),
  consolePath: buildTabPath(server, "Scopes"),
  path: paths.scopes(server.id),
  schema: scopeSchema,

  nameOf: ({ name }) => name,
  textOf: ({ name, displayName, description }) => [name, displayName, description].join(" "),
  compare: (one, other) => Number(one.system) - Number(other.system),
  columns: [
    {
      header: "Display phrase",
      has: ({ displayName }) => Boolean(displayName),
      render: ({ displayName }) => displayName && <bdi>{showName(displayName)}</bdi>,
    },
    { header: "Default scope", render: (scope) => (scope.default ? "Yes" : "No") },
    {
      header: "Metadata",
      render: ({ metadataPublish }) =>
        metadataPublish === "ALL_CLIENTS" ? "Published" : "Not published",
    },
  ],

  add: { button: "Add Scope", submit: "Create" },
  edit: {},
  newBody: {
    name: "",
    displayName: "",
    description: "",
    default: false,
    metadataPublish: "NO_CLIENTS",
  },
  fields: (form, before) => (
    <>
      <TextField label="Name" data-code disabled={before?.system} required {...form.text("name")} />
      <TextField label="Display phrase" {...form.text("displayName")} />
      <TextField label="Description" {...form.text("description")} />
      <Checkbox
        label="Set as a default scope"
        hint="Granted to requests without a scope parameter."
        {...form.flag("default")}
      />
      <Checkbox
        label="Include in public metadata"
        hint="Lists the scope in scopes_supported. Okta’s guides select this for groups, and the prediction in Explore depends on it."
        {...form.flag("metadataPublish", "ALL_CLIENTS", "NO_CLIENTS")}
      />
    </>
  ),
  terraform: {
    type: "okta_auth_server_scope",
    others: { auth_server_id: server.id },
    paths: {
      name: "name",
      display_name: "displayName",
      description: "description",
      default: "default",
      metadata_publish: "metadataPublish",
    },
  },

  deletion: {
    meaning: "Requests for this scope will fail. Claims and rules that use it aren’t changed.",
    allows: ({ system }) => !system,
  },
});
