import { takeWritable } from "../api/api-call.ts";
import type { Policy } from "../api/okta-objects.ts";

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

export function buildPolicyBody(draft: PolicyDraft, before?: Policy) {
  const { name, description, assignTo, clients } = draft;
  return {
    ...takeWritable(before),
    type: "OAUTH_AUTHORIZATION_POLICY",
    name,
    description,
    conditions: {
      ...before?.conditions,
      clients: { include: assignTo === "all" ? [allClients] : clients },
    },
  };
}
