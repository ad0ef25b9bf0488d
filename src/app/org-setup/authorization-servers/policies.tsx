import { CheckboxGroup } from "../../../ui/CheckboxGroup.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { showName } from "../../result/claims/VisibleText.tsx";
import {
  type Application,
  type AuthorizationServer,
  type Policy,
  policySchema,
} from "../api/okta-objects.ts";
import { buildPoliciesPath } from "../api/paths.ts";
import { listClientOptions } from "../applications/application-calls.ts";
import { Saved } from "../form/Saved.tsx";
import type { Resource } from "../resource/resource.ts";
import {
  allClients,
  buildPolicyBody,
  draftPolicy,
  newPolicy,
  type PolicyDraft,
} from "./policy-draft.ts";
import { buildTabPath } from "./servers.tsx";

const assignToOptions = [
  { value: "all", label: "All clients" },
  { value: "chosen", label: "The following clients" },
] as const;

/** The Access Policies tab of a custom server. @see Okta: Authorization Servers API, the AuthorizationServerPolicy object */
export const buildPolicies = (
  server: AuthorizationServer,
  applications: readonly Application[],
): Resource<Policy, PolicyDraft> => ({
  title: "Access Policies",
  noun: "policy",
  intro: (
    <>
      The server checks policies and rules in order. The first active rule that matches the request
      applies. If none matches, the request fails with <code>access_denied</code>.
    </>
  ),
  consolePath: buildTabPath(server, "Access Policies"),
  path: buildPoliciesPath(server.id),
  schema: policySchema,

  nameOf: ({ name }) => name,
  columns: [
    { header: "Name", render: ({ name }) => <bdi>{showName(name)}</bdi> },
    {
      header: "Assigned to",
      render: ({ conditions }) => describeClients(conditions.clients.include, applications),
    },
  ],

  add: { button: "Add New Access Policy", title: "Add Policy", submit: "Create Policy" },
  edit: { submit: "Update Policy", toDraft: draftPolicy },
  newDraft: newPolicy,
  fields: (form) => (
    <>
      <TextField label="Name" required {...form.value("name")} />
      <TextField label="Description" {...form.value("description")} />
      <SelectField label="Assign to" options={assignToOptions} {...form.value("assignTo")} />
      {form.draft.assignTo === "chosen" && (
        <CheckboxGroup
          legend="Clients"
          options={listClientOptions(applications)}
          hint={
            form.draft.clients.length === 0
              ? "Choose a client, or the policy applies to none."
              : undefined
          }
          {...form.chosen("clients", "conditions.clients.include")}
        />
      )}
    </>
  ),
  buildBody: buildPolicyBody,
  describeSaved: () => <Saved />,
  terraform: {
    type: "okta_auth_server_policy",
    list: ({ name, description, assignTo, clients }, before) => [
      ["auth_server_id", server.id],
      ["name", name],
      ["description", description],
      ["priority", before?.priority ?? 1],
      ["client_whitelist", assignTo === "all" ? [allClients] : clients],
    ],
  },

  lifecycle: {
    statusOf: ({ status }) => status,
    meanings: {
      ACTIVE: "The server will skip this policy.",
      INACTIVE: "The policy will apply again, in the same order as before.",
    },
  },
  deletion: {
    meaning:
      "This deletes the policy and its rules. Requests that no other policy allows will fail.",
  },
});

/** Names of apps; the client ID if the app was deleted. */
function describeClients(ids: readonly string[], applications: readonly Application[]): string {
  if (ids.includes(allClients)) return "All clients";
  const nameOf = (id: string) =>
    applications.find((it) => it.credentials.oauthClient.client_id === id)?.label ?? id;
  return ids.length === 0 ? "No clients" : ids.map(nameOf).join(", ");
}
