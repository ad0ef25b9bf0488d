import { quoteForShell } from "../../oidc/curl-command.ts";
import type { SetUpChange } from "../set-up-change.ts";
import {
  buildAppGroupsClaimBody,
  buildClaimBody,
  buildPolicyBody,
  buildRuleBody,
  buildScopeBody,
} from "./api-bodies.ts";

type ShellScript = {
  text: string;
  /** A path that Okta does not document. */
  isPrivate: boolean;
};

/**
 * Writes a change as calls of Okta's Management API. An object that exists is read, changed by `jq`, and sent back whole,
 * as the API needs it. The reader sets `OKTA_ORG` and `OKTA_API_TOKEN`.
 */
export function writeShellScript(change: SetUpChange): ShellScript {
  const isPrivate = change.kind === "set_app_groups_claim";
  return { text: [...listVariables(change), ...listCommands(change)].join("\n"), isPrivate };
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
  switch (change.kind) {
    case "set_app_groups_claim":
      return [
        send(
          "POST",
          '/api/v1/internal/apps/"$APP_ID"/settings/oauth/idToken',
          buildAppGroupsClaimBody(change.name, change.value),
        ),
      ];
    case "change_app": {
      const { isActive, grantTypes, responseTypes, profile } = change.to;
      return changeObject(apps, isActive, [
        grantTypes && addTo(".settings.oauthClient.grant_types", grantTypes),
        responseTypes && addTo(".settings.oauthClient.response_types", responseTypes),
        profile && `.profile += ${JSON.stringify(profile)}`,
      ]);
    }
    case "assign_user":
      return [
        send("POST", `${apps}/users`, {
          id: "$USER_ID",
          scope: "USER",
          credentials: { userName: change.user.name },
        }),
      ];
    case "add_to_group":
      return [send("PUT", '/api/v1/groups/"$GROUP_ID"/users/"$USER_ID"')];
    case "activate_server":
      return [send("POST", `${server}/lifecycle/activate`)];
    case "add_scope":
      return [send("POST", `${server}/scopes`, buildScopeBody(change.scope))];
    case "add_claim":
      return [send("POST", `${server}/claims`, buildClaimBody(change.claim))];
    case "change_claim": {
      const members = Object.entries(buildClaimBody(change.to));
      const filters = members.map(([name, value]) => `.${name} = ${JSON.stringify(value)}`);
      return changeObject(`${server}/claims/"$CLAIM_ID"`, undefined, filters);
    }
    case "add_policy":
      return [
        `POLICY_ID=$(${send(
          "POST",
          `${server}/policies`,
          buildPolicyBody(change.name, "$APP_ID"),
        )} | jq --raw-output .id)`,
        send("POST", `${policy}/rules`, buildRuleBody(change.rule)),
      ];
    case "add_rule":
      return [send("POST", `${policy}/rules`, buildRuleBody(change.rule))];
    case "change_policy": {
      const { isActive, client } = change.to;
      const filter = client && addTo(".conditions.clients.include", ["$APP_ID"]);
      return changeObject(policy, isActive, [filter]);
    }
    case "change_rule": {
      const { isActive, grantTypes, scopes, people } = change.to;
      return changeObject(`${policy}/rules/"$RULE_ID"`, isActive, [
        grantTypes && addTo(".conditions.grantTypes.include", grantTypes),
        scopes && addTo(".conditions.scopes.include", scopes),
        people && '.conditions.people = {"groups": {"include": ["EVERYONE"]}}',
      ]);
    }
    default:
      return change satisfies never;
  }
}

/** @param path With shell variables in double quotes; everything else in it is fixed. */
function send(method: "POST" | "PUT", path: string, body?: object): string {
  const parts = [...call(method, path)];
  if (body) {
    parts.push("--header 'Content-Type: application/json'");
    parts.push(`--data ${quoteWithIds(JSON.stringify(body, undefined, 2))}`);
  }
  return parts.join(" \\\n  ");
}

/** Quotes JSON whose values can be the variables `"$APP_ID"` and `"$USER_ID"`. */
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

/** A `jq` filter that adds values to a list which lacks them. */
function addTo(list: string, values: readonly string[]): string {
  return `${list} = ((${list} // []) + ${JSON.stringify(values)} | unique)`;
}
