import { TextField } from "../../../ui/TextField.tsx";
import {
  type Application,
  type AuthorizationServer,
  allClients,
  type Policy,
  policySchema,
} from "../../org-api/okta-objects.ts";
import { paths } from "../../org-api/paths.ts";
import { listClientOptions } from "../applications/application-calls.ts";
import { AnyOrListedField } from "../form/AnyOrListedField.tsx";
import type { OrgLists } from "../form/org-lists.tsx";
import type { Resource } from "../resource/resource.ts";
import { buildTabPath } from "./servers.tsx";

/** The Access Policies tab of a custom server. @see Okta: Authorization Servers API, the AuthorizationServerPolicy object */
export const buildPolicies = (
  server: AuthorizationServer,
  { applications }: OrgLists,
): Resource<Policy> => ({
  title: "Access Policies",
  noun: "policy",
  intro: (
    <>
      The server checks policies and rules in order. The first active rule that matches the request
      applies. If none matches, the request fails with <code>access_denied</code>.
    </>
  ),
  consolePath: buildTabPath(server, "Access Policies"),
  path: paths.policies(server.id),
  isPaged: false,
  schema: policySchema,

  nameOf: ({ name }) => name,
  columns: [
    {
      header: "Assigned to",
      render: ({ conditions }) => describeClients(conditions.clients.include, applications),
    },
  ],

  add: { button: "Add New Access Policy", title: "Add Policy", submit: "Create Policy" },
  edit: { submit: "Update Policy" },
  newBody: {
    type: "OAUTH_AUTHORIZATION_POLICY",
    name: "",
    description: "",
    conditions: { clients: { include: [allClients] } },
  },
  fields: (form) => {
    const clients = form.list("conditions.clients.include");
    return (
      <>
        <TextField label="Name" required {...form.text("name")} />
        <TextField label="Description" {...form.text("description")} />
        <AnyOrListedField
          label="Assign to"
          any={{ value: [allClients], label: "All clients" }}
          listedLabel="The following clients"
          legend="Clients"
          options={listClientOptions(applications)}
          hint={
            clients.chosen.length === 0
              ? "Choose a client, or the policy applies to none."
              : undefined
          }
          {...clients}
        />
      </>
    );
  },
  terraform: {
    type: "okta_auth_server_policy",
    others: { auth_server_id: server.id, priority: 1 },
    paths: {
      name: "name",
      description: "description",
      priority: "priority",
      client_whitelist: "conditions.clients.include",
    },
  },

  lifecycle: {
    ACTIVE: "The server will skip this policy.",
    INACTIVE: "The policy will apply again, in the same order as before.",
  },
  deletion: {
    meaning:
      "This deletes the policy and its rules. Requests that no other policy allows will fail.",
  },
});

/** Lists the names of a policy's apps. A deleted app has only its client ID. */
function describeClients(ids: readonly string[], applications: readonly Application[]): string {
  if (ids.includes(allClients)) return "All clients";
  const nameOf = (id: string) =>
    applications.find((it) => it.credentials.oauthClient.client_id === id)?.label ?? id;
  return ids.length === 0 ? "No clients" : ids.map(nameOf).join(", ");
}
