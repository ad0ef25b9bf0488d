import type { AccessPolicy, PolicyRule } from "../model/custom-server.ts";

/** As rules name them. */
export type GrantType = "implicit" | "authorization_code" | "refresh_token" | "client_credentials";

/** What an access policy decides about. */
export type PolicyQuestion = {
  readonly clientId: string;
  /** undefined where an app asks for itself. */
  readonly userId: string | undefined;
  readonly groupIds: readonly string[];
  /** All that the request makes use of: a hybrid one of two. */
  readonly grantTypes: readonly GrantType[];
  readonly scopes: readonly string[];
};

/**
 * The first rule that allows a request, policies and their rules each by priority; undefined where none does, and the
 * request is to be refused. A rule has to cover every scope.
 *
 * @see Okta: Customize authorization servers, "Create access policies" and "Create rules for each access policy"
 */
export function findMatchingRule(
  policies: readonly AccessPolicy[],
  question: PolicyQuestion,
): PolicyRule | undefined {
  return inForce(policies)
    .filter(({ conditions }) => coversClient(conditions.clients.include, question.clientId))
    .flatMap(({ rules }) => inForce(rules))
    .find((rule) => allows(rule, question));
}

function allows({ conditions }: PolicyRule, question: PolicyQuestion): boolean {
  const { people, grantTypes, scopes } = conditions;
  const isForPerson =
    question.userId === undefined ||
    people.users.include.includes(question.userId) ||
    people.groups.include.some((id) => id === "EVERYONE" || question.groupIds.includes(id));
  const isForScopes =
    scopes.include.includes("*") || question.scopes.every((it) => scopes.include.includes(it));
  const isForGrants = question.grantTypes.every((it) => grantTypes.include.includes(it));
  return isForPerson && isForScopes && isForGrants;
}

function coversClient(included: readonly string[], clientId: string): boolean {
  return included.includes("ALL_CLIENTS") || included.includes(clientId);
}

function inForce<T extends { readonly priority: number; readonly status: string }>(
  entries: readonly T[],
): readonly T[] {
  return entries
    .filter(({ status }) => status === "ACTIVE")
    .sort((one, other) => one.priority - other.priority);
}
