import type { ClaimEntry, ClaimValueEntry, RuleEntry, SetUpChange } from "../set-up-change.ts";

type Value = string | number | boolean | readonly string[] | { readonly reference: string };
export type TerraformArgument = readonly [name: string, value: Value] | undefined;

/**
 * Writes a change as a resource of Okta's Terraform provider, with only the arguments that it sets.
 *
 * @see Terraform provider for Okta: docs/resources
 */
export function writeTerraform(change: SetUpChange, label = "example"): string {
  switch (change.kind) {
    case "set_app_groups_claim":
      return resource(label, "okta_app_oauth", [
        "  # Beside the app’s other arguments:",
        ...block("groups_claim", listGroupsClaim(change.name, change.value)),
      ]);
    case "change_app":
      return resource(label, "okta_app_oauth", [
        "  # Added to what the app has:",
        ...lines([
          change.to.isActive && ["status", "ACTIVE"],
          change.to.grantTypes && ["grant_types", change.to.grantTypes],
          change.to.responseTypes && ["response_types", change.to.responseTypes],
          change.to.profile && ["profile", JSON.stringify(change.to.profile)],
        ]),
      ]);
    case "assign_user":
      return resource(label, "okta_app_user", [
        ...lines([
          ["app_id", change.app.id],
          ["user_id", change.user.id],
          ["username", change.user.name],
        ]),
      ]);
    case "add_to_group":
      return resource(label, "okta_group_memberships", [
        ...lines([
          ["group_id", change.group.id],
          ["users", [change.user.id]],
        ]),
      ]);
    case "activate_server":
      return resource(label, "okta_auth_server", [
        "  # Beside its other arguments:",
        ...lines([["status", "ACTIVE"]]),
      ]);
    case "add_scope":
      return resource(label, "okta_auth_server_scope", [
        ...lines([
          ["auth_server_id", change.server.id],
          ["name", change.scope],
          ["metadata_publish", "ALL_CLIENTS"],
        ]),
      ]);
    case "add_claim":
      return resource(label, "okta_auth_server_claim", [
        ...lines([["auth_server_id", change.server.id], ...listClaim(change.claim)]),
      ]);
    case "change_claim":
      return resource(label, "okta_auth_server_claim", [
        `  # In the resource of the claim ${quote(change.claim.name)}:`,
        ...lines(listClaim(change.to)),
      ]);
    case "add_policy":
      return [
        resource(label, "okta_auth_server_policy", [
          ...lines([
            ["auth_server_id", change.server.id],
            ["name", change.name],
            ["description", change.name],
            ["priority", 1],
            ["client_whitelist", [change.app.id]],
          ]),
        ]),
        writeRule(
          label,
          change.server.id,
          { reference: `okta_auth_server_policy.${label}.id` },
          change.rule,
        ),
      ].join("\n\n");
    case "add_rule":
      return writeRule(label, change.server.id, change.policy.id, change.rule);
    case "change_policy":
      return resource(label, "okta_auth_server_policy", [
        `  # Added to what the policy ${quote(change.policy.name)} has:`,
        ...lines([
          change.to.isActive && ["status", "ACTIVE"],
          change.to.client && ["client_whitelist", [change.to.client.id]],
        ]),
      ]);
    case "change_rule":
      return resource(label, "okta_auth_server_policy_rule", [
        `  # Added to what the rule ${quote(change.rule.name)} has:`,
        ...lines([
          change.to.isActive && ["status", "ACTIVE"],
          change.to.grantTypes && ["grant_type_whitelist", change.to.grantTypes],
          change.to.scopes && ["scope_whitelist", change.to.scopes],
          ...(change.to.people
            ? ([
                ["group_whitelist", ["EVERYONE"]],
                ["group_blacklist", []],
                ["user_blacklist", []],
              ] as const)
            : []),
        ]),
      ]);
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

function listClaim({
  name,
  token,
  isActive,
  isAlways,
  scopes,
  value,
}: Partial<ClaimEntry>): readonly TerraformArgument[] {
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

function writeRule(
  label: string,
  serverId: string,
  policyId: Value,
  { name, grantTypes, scopes }: RuleEntry,
): string {
  return resource(label, "okta_auth_server_policy_rule", [
    ...lines([
      ["auth_server_id", serverId],
      ["policy_id", policyId],
      ["name", name],
      ["priority", 1],
      ["group_whitelist", ["EVERYONE"]],
      ["grant_type_whitelist", grantTypes],
      ["scope_whitelist", scopes === "any" ? ["*"] : scopes],
    ]),
  ]);
}

/** Writes one resource of Okta's Terraform provider. Arguments that are undefined are left out. */
export function writeTerraformResource(type: string, values: readonly TerraformArgument[]): string {
  return resource("example", type, lines(values));
}

function resource(label: string, type: string, body: readonly string[]): string {
  return [`resource "${type}" "${label}" {`, ...body, "}"].join("\n");
}

function block(name: string, values: readonly TerraformArgument[]): readonly string[] {
  return [`  ${name} {`, ...lines(values).map((line) => `  ${line}`), "  }"];
}

/** Arguments below each other, with their equals signs aligned as `terraform fmt` does it. */
function lines(values: readonly (TerraformArgument | false)[]): readonly string[] {
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
