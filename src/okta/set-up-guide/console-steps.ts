import { describeFilter } from "../filter-types.ts";
import {
  type ChangeOf,
  type ClaimEntry,
  matchKind,
  type Named,
  type RuleEntry,
  type SetUpChange,
} from "../set-up-change.ts";

/** @see Okta: Create an authorization server; Okta help: Create rules for an access policy, Assign applications to users */
export function listConsoleSteps(change: SetUpChange): readonly string[] {
  return matchKind<readonly string[]>(change, {
    set_app_groups_claim: ({ app, name, value }) => [
      `${inApp(app)} > Sign On > OpenID Connect ID Token > Edit. If that section is missing, choose Show legacy configuration in the Claims section.`,
      `Group claim type: ${value.kind === "filter" ? "Filter" : "Expression"}`,
      `Group claims ${value.kind}: ${name}, ${value.kind === "filter" ? describeFilter(value) : value.expression}`,
      "Save. In the list of applications, choose More > Refresh Application Data.",
    ],
    change_app: listAppSteps,
    assign_user: ({ app, user }) => [
      `${inApp(app)} > Assignments > Assign > Assign to People.`,
      `Assign ${user.name}, then save.`,
    ],
    add_to_group: ({ group, user }) => [
      `Open Directory > Groups > ${group.name} > Assign people.`,
      `Add ${user.name}, then save.`,
    ],
    activate_user: ({ user, step }) => [
      `Open Directory > People > ${user.name} > More Actions > ${step === "activate" ? "Activate" : "Unsuspend"}.`,
    ],
    activate_server: ({ server }) => [
      `Open Security > API > Authorization Servers, and activate ${server.name}.`,
    ],
    add_scope: ({ server, scope }) => [
      `${inServer(server)} > Scopes > Add Scope.`,
      `Set the name to ${scope}, then create it.`,
    ],
    add_claim: ({ server, claim }) => [
      `${inServer(server)} > Claims > Add Claim.`,
      ...listClaimSteps(claim),
      "Create the claim.",
    ],
    change_claim: ({ server, claim, to }) => [
      `${inServer(server)} > Claims. In the row of ${claim.name}, choose Edit.`,
      ...listClaimSteps(to),
      "Save.",
    ],
    add_policy: ({ server, name, app, rule }) => [
      `${inServer(server)} > Access Policies > Add New Access Policy.`,
      `Name it ${name}, and assign it to the client ${app.name}. Create it.`,
      `Choose Add rule. ${describeRule(rule)}`,
    ],
    add_rule: ({ server, policy, rule }) => [
      `${inServer(server)} > Access Policies > ${policy.name} > Add rule.`,
      describeRule(rule),
    ],
    change_policy: ({ server, policy, to: { client, isActive } }) => [
      `${inServer(server)} > Access Policies > ${policy.name}.`,
      ...(client ? [`Edit it, and assign it to the client ${client.name}, too.`] : []),
      ...(isActive ? ["Activate it."] : []),
    ],
    change_rule: ({ server, policy, rule, to }) => [
      `${inServer(server)} > Access Policies > ${policy.name} > ${rule.name} > Edit.`,
      ...listRuleSteps(to),
    ],
  });
}

function inApp({ name }: Named): string {
  return `Open Applications and Resources > Applications > ${name}`;
}

function inServer({ name }: Named): string {
  return `Open Security > API > ${name}`;
}

function listAppSteps({ app, to }: ChangeOf<"change_app">) {
  const path = inApp(app);
  const { isActive, grantTypes = [], responseTypes = [], redirectUris = [], profile } = to;
  const isImplicit = grantTypes.includes("implicit") || responseTypes.some((it) => it !== "code");
  const hasSettings = grantTypes.length + responseTypes.length + redirectUris.length > 0;
  return [
    isActive && `${path}. Set its status to Active.`,
    hasSettings && `${path} > General > General Settings > Edit.`,
    grantTypes.includes("authorization_code") && "Grant type: select Authorization Code.",
    isImplicit &&
      `Grant type > Advanced: select Implicit (hybrid)${describeResponseTypes(responseTypes)}.`,
    ...redirectUris.map((uri) => `Sign-in redirect URIs: add ${uri}`),
    hasSettings && "Save.",
    profile &&
      "The Admin Console has no field for the app’s custom properties. Set them by the API.",
    profile && `Property: ${Object.keys(profile).join(", ")}.`,
  ].filter((step) => typeof step === "string");
}

function describeResponseTypes(responseTypes: readonly string[]): string {
  const boxes = [
    responseTypes.includes("id_token") && "Allow ID Token with implicit grant type",
    responseTypes.includes("token") && "Allow Access Token with implicit grant type",
  ].filter((it) => it !== false);
  return boxes.length === 0 ? "" : `, and ${boxes.join(" and ")}`;
}

function listClaimSteps(claim: Partial<ClaimEntry>): readonly string[] {
  const { name, token, isActive, isAlways, scopes, value } = claim;
  return [
    name !== undefined && `Name: ${name}`,
    (token ?? isAlways) !== undefined && describeInclusion(token, isAlways),
    value?.kind === "filter" && `Value type: Groups. Filter: ${describeFilter(value)}`,
    value?.kind === "expression" && `Value type: Expression. Value: ${value.expression}`,
    scopes?.length === 0 && "Include in: Any scope",
    scopes?.length && `Include in: The following scopes: ${scopes.join(", ")}`,
    isActive === true && name === undefined && "Clear Disable claim.",
  ].filter((step) => typeof step === "string");
}

/** The Admin Console shows the second field, Always or on request, for ID tokens only. */
function describeInclusion(token: ClaimEntry["token"] | undefined, isAlways = true): string {
  if (token === "access_token") return "Include in token type: Access Token";
  const inclusion = isAlways ? "Always" : "Userinfo / id_token request";
  return `Include in token type: ID Token, ${inclusion}`;
}

function describeRule({ name, grantTypes, scopes }: RuleEntry): string {
  const granted = grantTypes.map(nameGrantType).join(", ");
  const covered = scopes === "any" ? "any scopes" : `the scopes ${scopes.join(", ")}`;
  return `Name it ${name}. Select ${granted}, any user assigned to the app, and ${covered}. Create it.`;
}

function listRuleSteps(to: ChangeOf<"change_rule">["to"]): readonly string[] {
  const { isActive, grantTypes, scopes, people } = to;
  return [
    grantTypes && `Grant type: select ${grantTypes.map(nameGrantType).join(", ")}.`,
    people && "User is: Any user assigned the app. Remove excluded users and groups.",
    scopes && `Scopes requested: add ${scopes.join(", ")}.`,
    isActive && "Activate the rule.",
  ].filter((step) => typeof step === "string");
}

const grantTypeNames: Readonly<Record<string, string>> = {
  authorization_code: "Authorization Code",
  implicit: "Implicit (hybrid), under Advanced",
  client_credentials: "Client Credentials",
};

function nameGrantType(grantType: string): string {
  return grantTypeNames[grantType] ?? grantType;
}
