import type { AccessPolicy, PolicyRule } from "../../model/custom-server.ts";

export type GrantType = "implicit" | "authorization_code" | "refresh_token" | "client_credentials";

type PolicyQuestion = {
  readonly clientId: string;
  readonly userId: string | undefined;
  readonly groupIds: readonly string[];
  readonly grantTypes: readonly GrantType[];
  readonly scopes: readonly string[];
};

/** A rule must allow every requested scope. @see Okta: Customize authorization servers, "Create access policies" */
export function findMatchingRule(
  policies: readonly AccessPolicy[],
  question: PolicyQuestion,
): PolicyRule | undefined {
  return listActive(policies)
    .filter(({ conditions }) => coversClient(conditions.clients.include, question.clientId))
    .flatMap(({ rules }) => listActive(rules))
    .find((rule) => allows(rule, question));
}

function allows({ conditions }: PolicyRule, question: PolicyQuestion): boolean {
  const { people, grantTypes, scopes } = conditions;
  const isForScopes =
    scopes.include.includes("*") || question.scopes.every((it) => scopes.include.includes(it));
  const isForGrants = question.grantTypes.every((it) => coversGrant(grantTypes.include, it));
  return isForPerson(people, question) && isForScopes && isForGrants;
}

/** Exclusion takes precedence over inclusion. */
function isForPerson(
  { users, groups }: PolicyRule["conditions"]["people"],
  { userId, groupIds }: PolicyQuestion,
): boolean {
  if (userId === undefined) return true;
  const isInOne = (ids: readonly string[]) =>
    ids.some((id) => id === "EVERYONE" || groupIds.includes(id));
  const isOut = users.exclude?.includes(userId) || isInOne(groups.exclude ?? []);
  return !isOut && (users.include.includes(userId) || isInOne(groups.include));
}

/** Unverified: that a rule for the code flow also allows refresh tokens. The Admin Console has no checkbox for them. */
function coversGrant(included: readonly string[], grantType: GrantType): boolean {
  const isRenewal = grantType === "refresh_token" && included.includes("authorization_code");
  return isRenewal || included.includes(grantType);
}

function coversClient(included: readonly string[], clientId: string): boolean {
  return included.includes("ALL_CLIENTS") || included.includes(clientId);
}

function listActive<T extends { readonly priority: number; readonly status: string }>(
  entries: readonly T[],
): readonly T[] {
  return entries
    .filter(({ status }) => status === "ACTIVE")
    .sort((one, other) => one.priority - other.priority);
}
