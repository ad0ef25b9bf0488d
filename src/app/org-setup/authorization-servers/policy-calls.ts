import type { ApiCall } from "../api/api-call.ts";
import type { Policy } from "../api/okta-objects.ts";
import { takeWritable } from "../api/writable.ts";
import { buildServerPath } from "./server-calls.ts";

/** Path of a server's policies. The list isn't paged. */
export const buildPoliciesPath = (serverId: string) => `${buildServerPath(serverId)}/policies`;

/** Path of one access policy. */
export function buildPolicyPath(serverId: string, id: string): string {
  return `${buildPoliciesPath(serverId)}/${encodeURIComponent(id)}`;
}

/** Okta's value for all clients. */
export const allClients = "ALL_CLIENTS";

export type PolicyDraft = {
  readonly name: string;
  readonly description: string;
  readonly assignTo: "all" | "chosen";
  /** Client IDs. */
  readonly clients: readonly string[];
};

export const newPolicy: PolicyDraft = { name: "", description: "", assignTo: "all", clients: [] };

/** Form values of an existing policy. */
export function draftPolicy({ name, description, conditions }: Policy): PolicyDraft {
  const { include } = conditions.clients;
  const isForAll = include.includes(allClients);
  return {
    name,
    description: description ?? "",
    assignTo: isForAll ? "all" : "chosen",
    clients: isForAll ? [] : include,
  };
}

/** @see Okta: Authorization Servers API, "Create a policy" */
export function addPolicy(serverId: string, draft: PolicyDraft): ApiCall {
  return { method: "POST", path: buildPoliciesPath(serverId), body: buildBody(draft) };
}

/** @see Okta: Authorization Servers API, "Replace a policy" */
export function replacePolicy(serverId: string, policy: Policy, draft: PolicyDraft): ApiCall {
  const body = buildBody(draft);
  return {
    method: "PUT",
    path: buildPolicyPath(serverId, policy.id),
    body: {
      ...takeWritable(policy),
      ...body,
      conditions: { ...policy.conditions, ...body.conditions },
    },
  };
}

/** @see Okta: Authorization Servers API, "Delete a policy" */
export function deletePolicy(serverId: string, id: string): ApiCall {
  return { method: "DELETE", path: buildPolicyPath(serverId, id) };
}

function buildBody({ name, description, assignTo, clients }: PolicyDraft) {
  return {
    type: "OAUTH_AUTHORIZATION_POLICY",
    name,
    description,
    conditions: { clients: { include: assignTo === "all" ? [allClients] : clients } },
  };
}
