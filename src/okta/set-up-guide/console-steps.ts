import { nameFilterType } from "../filter-types.ts";
import type {
  ChangeOf,
  ClaimEntry,
  ClaimValueEntry,
  RuleEntry,
  SetUpChange,
} from "../set-up-change.ts";

/** @see Okta: Create an authorization server; Okta help: Create rules for an access policy, Assign applications to users */
export function listConsoleSteps(change: SetUpChange): readonly string[] {
  switch (change.kind) {
    case "set_app_groups_claim":
      return [
        `Open Applications and Resources > Applications > ${change.app.name} > Sign On > OpenID Connect ID Token > Edit. If that section is missing, choose Show legacy configuration in the Claims section.`,
        `Set the name to ${change.name}, and ${describeGroupsValue(change.value)}.`,
        "Save. In the list of applications, choose More > Refresh Application Data.",
      ];
    case "change_app":
      return listAppSteps(change);
    case "assign_user":
      return [
        `Open Applications and Resources > Applications > ${change.app.name} > Assignments > Assign > Assign to People.`,
        `Assign ${change.user.name}, then save.`,
      ];
    case "add_to_group":
      return [
        `Open Directory > Groups > ${change.group.name} > Assign people.`,
        `Add ${change.user.name}, then save.`,
      ];
    case "activate_server":
      return [`Open Security > API > Authorization Servers, and activate ${change.server.name}.`];
    case "add_scope":
      return [
        `Open Security > API > ${change.server.name} > Scopes > Add Scope.`,
        `Set the name to ${change.scope}, then create it.`,
      ];
    case "add_claim":
      return [
        `Open Security > API > ${change.server.name} > Claims > Add Claim.`,
        ...listClaimSteps(change.claim),
        "Create the claim.",
      ];
    case "change_claim":
      return [
        `Open Security > API > ${change.server.name} > Claims. In the row of ${change.claim.name}, choose Edit.`,
        ...listClaimSteps(change.to),
        "Save.",
      ];
    case "add_policy":
      return [
        `Open Security > API > ${change.server.name} > Access Policies > Add New Access Policy.`,
        `Name it ${change.name}, and assign it to the client ${change.app.name}. Create it.`,
        `Choose Add rule. ${describeRule(change.rule)}`,
      ];
    case "add_rule":
      return [
        `Open Security > API > ${change.server.name} > Access Policies > ${change.policy.name} > Add rule.`,
        describeRule(change.rule),
      ];
    case "change_policy":
      return [
        `Open Security > API > ${change.server.name} > Access Policies > ${change.policy.name}.`,
        ...(change.to.client
          ? [`Edit it, and assign it to the client ${change.to.client.name}, too.`]
          : []),
        ...(change.to.isActive ? ["Activate it."] : []),
      ];
    case "change_rule":
      return [
        `Open Security > API > ${change.server.name} > Access Policies > ${change.policy.name} > ${change.rule.name} > Edit.`,
        ...listRuleSteps(change.to),
      ];
    default:
      return change satisfies never;
  }
}

function listAppSteps({ app, to }: ChangeOf<"change_app">) {
  const path = `Open Applications and Resources > Applications > ${app.name}`;
  const { isActive, grantTypes = [], responseTypes = [], profile } = to;
  const isImplicit = grantTypes.includes("implicit") || responseTypes.some((it) => it !== "code");
  const hasFlows = grantTypes.length > 0 || responseTypes.length > 0;
  return [
    isActive && `${path}. Set its status to Active.`,
    hasFlows && `${path} > General > General Settings > Edit.`,
    grantTypes.includes("authorization_code") && "Grant type: select Authorization Code.",
    isImplicit &&
      `Grant type > Advanced: select Implicit (hybrid)${describeResponseTypes(responseTypes)}.`,
    hasFlows && "Save.",
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

function describeGroupsValue(value: ClaimValueEntry): string {
  return value.kind === "filter"
    ? `the group claim type to Filter: ${nameFilterType(value.type)} ${value.value}`
    : `the group claim type to Expression: ${value.expression}`;
}

function listClaimSteps(claim: Partial<ClaimEntry>): readonly string[] {
  const { name, token, isActive, isAlways, scopes, value } = claim;
  return [
    name !== undefined && `Name: ${name}`,
    (token ?? isAlways) !== undefined && describeInclusion(token, isAlways),
    value?.kind === "filter" &&
      `Value type: Groups. Filter: ${nameFilterType(value.type)} ${value.value}`,
    value?.kind === "expression" && `Value type: Expression. Value: ${value.expression}`,
    scopes?.length === 0 && "Include in: Any scope",
    scopes?.length && `Include in: The following scopes: ${scopes.join(", ")}`,
    isActive === true && name === undefined && "Clear Disable claim.",
  ].filter((step) => typeof step === "string");
}

/** The second field is there for ID tokens only. */
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
