import type { PolicySetUp, RuleSetUp, UserSetUp } from "../org-set-up.ts";

type PolicyQuestion = {
  clientId: string;
  /** All of the request's: a hybrid flow uses two. */
  grantTypes: readonly string[];
  scopes: readonly string[];
  /** `undefined`: any user. */
  user: UserSetUp | undefined;
};

/**
 * Tells why no access policy of a custom server allows a request: one rule has to cover the app, the user, the grant
 * types and all scopes.
 *
 * @returns A sentence; `undefined` if a rule allows the request.
 * @see Okta: Customize authorization servers, "Create access policies"; Okta's error catalogue: no_matching_policy
 */
export function findPolicyProblem(
  policies: readonly PolicySetUp[],
  question: PolicyQuestion,
): string | undefined {
  const { clientId, grantTypes, scopes, user } = question;
  const active = policies.filter(({ isActive }) => isActive);
  const forApp = active.filter(({ clients }) => clients === "all" || clients.includes(clientId));
  const rules = forApp.flatMap((policy) => policy.rules.filter(({ isActive }) => isActive));
  const forUser = rules.filter((rule) => !user || coversUser(rule, user));
  const forGrant = forUser.filter((rule) => grantTypes.every((it) => rule.grantTypes.includes(it)));
  const forScopes = forGrant.filter((rule) => coversScopes(rule, scopes));

  if (forScopes.length > 0) return undefined;
  if (active.length === 0) return "The server has no active access policy.";
  if (forApp.length === 0) return "No active access policy of the server is for this app.";
  if (rules.length === 0) return "The server’s access policies for this app have no active rule.";
  if (forUser.length === 0) return `No rule of the access policies is for ${user?.login}.`;
  if (forGrant.length === 0) {
    return `No rule of the access policies allows the grant type ${grantTypes.join(" with ")}.`;
  }
  return "No rule of the access policies allows all of these scopes.";
}

/** Exclusion takes precedence. */
function coversUser({ people, excluded }: RuleSetUp, user: UserSetUp): boolean {
  if (excluded && includesUser(excluded, user)) return false;
  return people === "everyone" || includesUser(people, user);
}

function includesUser(
  { groups, users }: { groups: readonly string[]; users: readonly string[] },
  user: UserSetUp,
): boolean {
  return users.includes(user.id) || user.groups.some(({ id }) => groups.includes(id));
}

function coversScopes(rule: RuleSetUp, scopes: readonly string[]): boolean {
  const covered = rule.scopes;
  return covered === "any" || scopes.every((scope) => covered.includes(scope));
}
