import type { ClaimEntry, ClaimValueEntry, RuleEntry, SetUpChange } from "../set-up-change.ts";

type Value = string | number | boolean | readonly string[] | { readonly reference: string };
export type TerraformArgument = readonly [name: string, value: Value] | undefined;
type Values = readonly TerraformArgument[];

/** Writes a change as a resource of Okta's Terraform provider, with only the arguments that it sets. @see Terraform provider for Okta: docs/resources */
export function writeTerraform(change: SetUpChange, label = "example"): string {
  const write = (type: string, values: Values) => resource(label, type, lines(values));
  const writePart = (type: string, comment: string, values: Values) =>
    resource(label, type, [`  # ${comment}:`, ...lines(values)]);
  switch (change.kind) {
    case "set_app_groups_claim":
      return resource(label, "okta_app_oauth", [
        "  # Add this to the app’s resource:",
        "  groups_claim {",
        ...lines(listGroupsClaim(change.name, change.value)).map((line) => `  ${line}`),
        "  }",
      ]);
    case "change_app":
      return writePart("okta_app_oauth", "Add these to the app’s values", [
        change.to.isActive && ["status", "ACTIVE"],
        change.to.grantTypes && ["grant_types", change.to.grantTypes],
        change.to.responseTypes && ["response_types", change.to.responseTypes],
        change.to.profile && ["profile", JSON.stringify(change.to.profile)],
      ]);
    case "assign_user":
      return write("okta_app_user", [
        ["app_id", change.app.id],
        ["user_id", change.user.id],
        ["username", change.user.name],
      ]);
    case "add_to_group":
      return write("okta_group_memberships", [
        ["group_id", change.group.id],
        ["users", [change.user.id]],
      ]);
    case "activate_server":
      return writePart("okta_auth_server", "Add this to its resource", [["status", "ACTIVE"]]);
    case "add_scope":
      return write("okta_auth_server_scope", [
        ["auth_server_id", change.server.id],
        ["name", change.scope],
        ["metadata_publish", "ALL_CLIENTS"],
      ]);
    case "add_claim":
      return write("okta_auth_server_claim", [
        ["auth_server_id", change.server.id],
        ...listClaim(change.claim),
      ]);
    case "change_claim": {
      const comment = `In the resource of the claim ${quote(change.claim.name)}`;
      return writePart("okta_auth_server_claim", comment, listClaim(change.to));
    }
    case "add_policy": {
      const policyId = { reference: `okta_auth_server_policy.${label}.id` };
      const policy = write("okta_auth_server_policy", [
        ["auth_server_id", change.server.id],
        ["name", change.name],
        ["description", change.name],
        ["priority", 1],
        ["client_whitelist", [change.app.id]],
      ]);
      const rule = listRule(change.server.id, policyId, change.rule);
      return `${policy}\n\n${write("okta_auth_server_policy_rule", rule)}`;
    }
    case "add_rule":
      return write(
        "okta_auth_server_policy_rule",
        listRule(change.server.id, change.policy.id, change.rule),
      );
    case "change_policy": {
      const comment = `Add these to the values of the policy ${quote(change.policy.name)}`;
      return writePart("okta_auth_server_policy", comment, [
        change.to.isActive && ["status", "ACTIVE"],
        change.to.client && ["client_whitelist", [change.to.client.id]],
      ]);
    }
    case "change_rule": {
      const comment = `Add these to the values of the rule ${quote(change.rule.name)}`;
      return writePart("okta_auth_server_policy_rule", comment, [
        change.to.isActive && ["status", "ACTIVE"],
        change.to.grantTypes && ["grant_type_whitelist", change.to.grantTypes],
        change.to.scopes && ["scope_whitelist", change.to.scopes],
        change.to.people && ["group_whitelist", ["EVERYONE"]],
        change.to.people && ["group_blacklist", []],
        change.to.people && ["user_blacklist", []],
      ]);
    }
    default:
      return change satisfies never;
  }
}

function listGroupsClaim(name: string, value: ClaimValueEntry): readonly TerraformArgument[] {
  return value.kind === "filter"
    ? [
        ["name", name],
        ["type", "FILTER"],
        ["filter_type", value.type],
        ["value", value.value],
      ]
    : [
        ["name", name],
        ["type", "EXPRESSION"],
        ["value", value.expression],
      ];
}

function listClaim(claim: Partial<ClaimEntry>): readonly TerraformArgument[] {
  const { name, token, isActive, isAlways, scopes, value } = claim;
  return [
    name === undefined ? undefined : ["name", name],
    token && ["claim_type", token === "id_token" ? "IDENTITY" : "RESOURCE"],
    value && ["value_type", value.kind === "filter" ? "GROUPS" : "EXPRESSION"],
    value?.kind === "filter" ? ["group_filter_type", value.type] : undefined,
    value && ["value", value.kind === "filter" ? value.value : value.expression],
    isAlways === undefined ? undefined : ["always_include_in_token", isAlways],
    scopes && ["scopes", scopes],
    isActive === undefined ? undefined : ["status", isActive ? "ACTIVE" : "INACTIVE"],
  ];
}

function listRule(
  serverId: string,
  policyId: Value,
  { name, grantTypes, scopes }: RuleEntry,
): readonly TerraformArgument[] {
  return [
    ["auth_server_id", serverId],
    ["policy_id", policyId],
    ["name", name],
    ["priority", 1],
    ["group_whitelist", ["EVERYONE"]],
    ["grant_type_whitelist", grantTypes],
    ["scope_whitelist", scopes === "any" ? ["*"] : scopes],
  ];
}

export function writeTerraformResource(type: string, values: readonly TerraformArgument[]): string {
  return resource("example", type, lines(values));
}

function resource(label: string, type: string, body: readonly string[]): string {
  return [`resource "${type}" "${label}" {`, ...body, "}"].join("\n");
}

/** Arguments below each other, with their equals signs aligned as `terraform fmt` does it. */
function lines(values: Values): readonly string[] {
  const present = values.filter((it) => Array.isArray(it));
  const width = Math.max(0, ...present.map(([name]) => name.length));
  return present.map(([name, value]) => `  ${name.padEnd(width)} = ${writeValue(value)}`);
}

function writeValue(value: Value): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if ("reference" in value) return value.reference;
  return `[${value.map(quote).join(", ")}]`;
}

const hclEscapes: Record<string, string> = { "\\b": "\\u0008", "\\f": "\\u000c" };

/** Without interpolation. @see HashiCorp: Terraform language, Strings and Templates, "Escape Sequences" */
function quote(text: string): string {
  // HCL has no \b and no \f.
  const escaped = JSON.stringify(text)
    .replaceAll(/\\./g, (found) => hclEscapes[found] ?? found)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  return escaped.replaceAll("${", () => "$${").replaceAll("%{", "%%{");
}
