import {
  type ClaimEntry,
  type ClaimValueEntry,
  matchKind,
  type Named,
  type RuleEntry,
  type SetUpChange,
} from "../set-up-change.ts";

type Value = string | number | boolean | readonly string[] | { readonly reference: string };
export type TerraformArgument = readonly [name: string, value: Value] | undefined;
type Values = readonly TerraformArgument[];

/**
 * Writes a change as a resource of Okta's Terraform provider, with only the changed arguments.
 * @see Terraform provider for Okta: docs/resources
 */
export function writeTerraform(change: SetUpChange, label = "example"): string {
  const write = (type: string, values: Values) => resource(label, type, lines(values));
  const writePart = (type: string, comment: string, values: Values) =>
    resource(label, type, [`  # ${comment}:`, ...lines(values)]);
  const writeRule = (server: Named, policyId: Value, { name, grantTypes, scopes }: RuleEntry) =>
    write("okta_auth_server_policy_rule", [
      ["auth_server_id", server.id],
      ["policy_id", policyId],
      ["name", name],
      ["priority", 1],
      ["group_whitelist", ["EVERYONE"]],
      ["grant_type_whitelist", grantTypes],
      ["scope_whitelist", scopes === "any" ? ["*"] : scopes],
    ]);
  return matchKind<string>(change, {
    set_app_groups_claim: ({ name, value }) =>
      resource(label, "okta_app_oauth", [
        "  # Add this to the app’s resource:",
        "  groups_claim {",
        ...lines(listGroupsClaim(name, value)).map((line) => `  ${line}`),
        "  }",
      ]),
    change_app: ({ to: { isActive, grantTypes, responseTypes, redirectUris, profile } }) =>
      writePart("okta_app_oauth", "Add these to the app’s values", [
        isActive && ["status", "ACTIVE"],
        grantTypes && ["grant_types", grantTypes],
        responseTypes && ["response_types", responseTypes],
        redirectUris && ["redirect_uris", redirectUris],
        profile && ["profile", JSON.stringify(profile)],
      ]),
    assign_user: ({ app, user }) =>
      write("okta_app_user", [
        ["app_id", app.id],
        ["user_id", user.id],
        ["username", user.name],
      ]),
    add_to_group: ({ group, user }) =>
      write("okta_group_memberships", [
        ["group_id", group.id],
        ["users", [user.id]],
      ]),
    activate_user: () => writePart("okta_user", "Add this to its resource", [["status", "ACTIVE"]]),
    activate_server: () =>
      writePart("okta_auth_server", "Add this to its resource", [["status", "ACTIVE"]]),
    add_scope: ({ server, scope }) =>
      write("okta_auth_server_scope", [
        ["auth_server_id", server.id],
        ["name", scope],
        ["metadata_publish", "ALL_CLIENTS"],
      ]),
    add_claim: ({ server, claim }) =>
      write("okta_auth_server_claim", [["auth_server_id", server.id], ...listClaim(claim)]),
    change_claim: ({ claim, to }) => {
      const comment = `In the resource of the claim ${quote(claim.name)}`;
      return writePart("okta_auth_server_claim", comment, listClaim(to));
    },
    add_policy: ({ server, app, name, rule }) => {
      const policy = write("okta_auth_server_policy", [
        ["auth_server_id", server.id],
        ["name", name],
        ["description", name],
        ["priority", 1],
        ["client_whitelist", [app.id]],
      ]);
      const policyId = { reference: `okta_auth_server_policy.${label}.id` };
      return `${policy}\n\n${writeRule(server, policyId, rule)}`;
    },
    add_rule: ({ server, policy, rule }) => writeRule(server, policy.id, rule),
    change_policy: ({ policy, to: { isActive, client } }) => {
      const comment = `Add these to the values of the policy ${quote(policy.name)}`;
      return writePart("okta_auth_server_policy", comment, [
        isActive && ["status", "ACTIVE"],
        client && ["client_whitelist", [client.id]],
      ]);
    },
    change_rule: ({ rule, to: { isActive, grantTypes, scopes, people } }) => {
      const comment = `Add these to the values of the rule ${quote(rule.name)}`;
      return writePart("okta_auth_server_policy_rule", comment, [
        isActive && ["status", "ACTIVE"],
        grantTypes && ["grant_type_whitelist", grantTypes],
        scopes && ["scope_whitelist", scopes],
        people && ["group_whitelist", ["EVERYONE"]],
        people && ["group_blacklist", []],
        people && ["user_blacklist", []],
      ]);
    },
  });
}

function listGroupsClaim(name: string, value: ClaimValueEntry): Values {
  const isFilter = value.kind === "filter";
  return [
    ["name", name],
    ["type", isFilter ? "FILTER" : "EXPRESSION"],
    isFilter ? ["filter_type", value.type] : undefined,
    ["value", isFilter ? value.value : value.expression],
  ];
}

function listClaim(claim: Partial<ClaimEntry>): Values {
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

export function writeTerraformResource(type: string, values: Values): string {
  return resource("example", type, lines(values));
}

function resource(label: string, type: string, body: readonly string[]): string {
  return [`resource "${type}" "${label}" {`, ...body, "}"].join("\n");
}

/** Writes one argument per line, with aligned equals signs like `terraform fmt`. */
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

/** Quotes a text without interpolation. @see HashiCorp: Terraform language, Strings and Templates, "Escape Sequences" */
function quote(text: string): string {
  // HCL doesn't have the escapes \b and \f.
  const escaped = JSON.stringify(text)
    .replaceAll(/\\./g, (found) => hclEscapes[found] ?? found)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  return escaped.replaceAll("${", () => "$${").replaceAll("%{", "%%{");
}
