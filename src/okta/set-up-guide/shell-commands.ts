import { quoteForShell } from "../../oidc/curl-command.ts";
import { matchKind, type RuleEntry, type SetUpChange } from "../set-up-change.ts";
import {
  buildAppGroupsClaimBody,
  buildClaimBody,
  buildPolicyBody,
  buildRuleBody,
  buildScopeBody,
} from "./api-bodies.ts";

/**
 * Writes a change as calls of Okta's Management API. The API replaces whole objects, so the script reads an existing
 * object and changes it with `jq`. The reader sets `OKTA_ORG` and `OKTA_API_TOKEN`.
 */
export function writeShellScript(change: SetUpChange): string {
  return [...listVariables(change), ...listCommands(change)].join("\n");
}

function listVariables(change: SetUpChange): readonly string[] {
  const named = [
    "app" in change && (["APP_ID", change.app] as const),
    change.kind === "change_policy" &&
      change.to.client !== undefined &&
      (["APP_ID", change.to.client] as const),
    "server" in change && (["SERVER_ID", change.server] as const),
    "user" in change && (["USER_ID", change.user] as const),
    "group" in change && (["GROUP_ID", change.group] as const),
    change.kind === "change_claim" && (["CLAIM_ID", change.claim] as const),
    "policy" in change && (["POLICY_ID", change.policy] as const),
    change.kind === "change_rule" && (["RULE_ID", change.rule] as const),
  ].filter((it) => it !== false);
  return [
    "# The IDs of your own org:",
    ...named.map(([variable, { id }]) => `${variable}=${quoteForShell(id)}`),
  ];
}

const apps = '/api/v1/apps/"$APP_ID"';
const server = '/api/v1/authorizationServers/"$SERVER_ID"';
const policy = `${server}/policies/"$POLICY_ID"`;

function listCommands(change: SetUpChange): readonly string[] {
  return matchKind<readonly string[]>(change, {
    set_app_groups_claim: ({ name, value }) => {
      // Okta does not document this path.
      const path = '/api/v1/internal/apps/"$APP_ID"/settings/oauth/idToken';
      return [send("POST", path, buildAppGroupsClaimBody(name, value))];
    },
    change_app: ({ to: { isActive, grantTypes, responseTypes, redirectUris, profile } }) =>
      changeObject(apps, isActive, [
        grantTypes && addTo(".settings.oauthClient.grant_types", grantTypes),
        responseTypes && addTo(".settings.oauthClient.response_types", responseTypes),
        redirectUris && addTo(".settings.oauthClient.redirect_uris", redirectUris),
        profile && `.profile += ${JSON.stringify(profile)}`,
      ]),
    assign_user: ({ user }) => {
      const credentials = { userName: user.name };
      return [send("POST", `${apps}/users`, { id: "$USER_ID", scope: "USER", credentials })];
    },
    add_to_group: () => [send("PUT", '/api/v1/groups/"$GROUP_ID"/users/"$USER_ID"')],
    activate_user: ({ step }) => [send("POST", `/api/v1/users/"$USER_ID"/lifecycle/${step}`)],
    activate_server: () => [send("POST", `${server}/lifecycle/activate`)],
    add_scope: ({ scope }) => [send("POST", `${server}/scopes`, buildScopeBody(scope))],
    add_claim: ({ claim }) => [send("POST", `${server}/claims`, buildClaimBody(claim))],
    change_claim: ({ to }) => {
      const members = Object.entries(buildClaimBody(to));
      const filters = members.map(([name, value]) => `.${name} = ${JSON.stringify(value)}`);
      return changeObject(`${server}/claims/"$CLAIM_ID"`, undefined, filters);
    },
    add_policy: ({ name, rule }) => {
      const create = send("POST", `${server}/policies`, buildPolicyBody(name, "$APP_ID"));
      return [`POLICY_ID=$(${create} | jq --raw-output .id)`, addRule(rule)];
    },
    add_rule: ({ rule }) => [addRule(rule)],
    change_policy: ({ to: { isActive, client } }) =>
      changeObject(policy, isActive, [client && addTo(".conditions.clients.include", ["$APP_ID"])]),
    change_rule: ({ to: { isActive, grantTypes, scopes, people } }) =>
      changeObject(`${policy}/rules/"$RULE_ID"`, isActive, [
        grantTypes && addTo(".conditions.grantTypes.include", grantTypes),
        scopes && addTo(".conditions.scopes.include", scopes),
        people && '.conditions.people = {"groups": {"include": ["EVERYONE"]}}',
      ]),
  });
}

function addRule(rule: RuleEntry): string {
  return send("POST", `${policy}/rules`, buildRuleBody(rule));
}

/** @param path A fixed path, with shell variables in double quotes. */
function send(method: "POST" | "PUT", path: string, body?: object): string {
  const parts = [...call(method, path)];
  if (body) {
    parts.push("--header 'Content-Type: application/json'");
    parts.push(`--data ${quoteWithIds(JSON.stringify(body, undefined, 2))}`);
  }
  return parts.join(" \\\n  ");
}

/** Quotes JSON for a shell. Keeps the values `"$APP_ID"` and `"$USER_ID"` as variables. */
function quoteWithIds(json: string): string {
  return quoteForShell(json).replace(/"\$(APP_ID|USER_ID)"/g, `"'"$$$1"'"`);
}

function call(method: string, path: string): readonly string[] {
  return [
    `curl --fail-with-body --silent --show-error --request ${method} "$OKTA_ORG"${path}`,
    '--header "Authorization: SSWS $OKTA_API_TOKEN"',
    "--header 'Accept: application/json'",
  ];
}

function changeObject(
  path: string,
  isActive: true | undefined,
  filters: readonly (string | undefined)[],
): readonly string[] {
  const used = filters.filter((it) => it !== undefined);
  const put = [...call("PUT", path), "--header 'Content-Type: application/json'", "--data @-"];
  const replace = [
    call("GET", path).join(" \\\n  "),
    `jq ${quoteWithIds(used.join(" | "))}`,
    put.join(" \\\n  "),
  ].join(" |\n  ");
  return [
    ...(used.length > 0 ? [replace] : []),
    ...(isActive ? [send("POST", `${path}/lifecycle/activate`)] : []),
  ];
}

/** Writes a `jq` filter that adds missing values to a list. */
function addTo(list: string, values: readonly string[]): string {
  return `${list} = ((${list} // []) + ${JSON.stringify(values)} | unique)`;
}
