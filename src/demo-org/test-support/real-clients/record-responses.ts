import { callApi, parseId } from "../../http/management/test-api-client.ts";
import { testKeys } from "../test-keys.ts";
import { clientId, createTestOrg } from "../test-org.ts";

/** A response of the Management API with its route: `GET /api/v1/users/:userId`. */
export type RecordedResponse = {
  readonly route: string;
  readonly status: number;
  readonly body: unknown;
};

type Method = "GET" | "POST" | "PUT" | "DELETE";

const itGroup = "00goeudyucv6CcaeV0h7";
const importedGroup = "00gdomainUsersDem0h7";
const person = "00uixa271s6x7qt8I0h7";
const password = { password: { value: "a-long-password" } };

/** For tests: calls every route of the Management API at least once, as a script that sets up an org. */
export async function recordResponses(): Promise<readonly RecordedResponse[]> {
  const org = await createTestOrg();
  const responses: RecordedResponse[] = [];

  /** @param parameters Values of the route's path parameters, in order. */
  const call = async (
    method: Method,
    route: string,
    parameters: readonly string[] = [],
    body?: unknown,
    query = "",
  ): Promise<string> => {
    const rest = [...parameters];
    const path = route.replaceAll(/:\w+/g, () => rest.shift() ?? "");
    const response = await callApi(org, method, `${path}${query}`, body);
    responses.push({
      route: `${method} /api/v1${route}`,
      status: response.status,
      body: response.body,
    });
    return parseId(response);
  };

  await recordDirectory(call);
  await recordApps(call);
  await recordServers(call);

  const origins = "/trustedOrigins";
  const origin = { name: "App", origin: "https://app.example", scopes: [{ type: "CORS" }] };
  const originId = await call("POST", origins, [], origin);
  await call("GET", origins);
  await call("GET", `${origins}/:originId`, [originId]);
  await call("PUT", `${origins}/:originId`, [originId], { ...origin, name: "Our app" });
  await call("POST", `${origins}/:originId/lifecycle/deactivate`, [originId]);
  await call("POST", `${origins}/:originId/lifecycle/activate`, [originId]);
  await call("DELETE", `${origins}/:originId`, [originId]);

  await org.openBrowser().signIn("it.user@example.com");
  await org.openBrowser().authorize({ scope: "nonsense" });
  await call("GET", "/logs");
  return responses;
}

type Call = (
  method: Method,
  route: string,
  parameters?: readonly string[],
  body?: unknown,
  query?: string,
) => Promise<string>;

async function recordDirectory(call: Call): Promise<void> {
  const schema = "/meta/schemas/user/:schemaId";
  const badges = { title: "Badges", type: "array", items: { type: "string" } };
  const level = { title: "Level", type: "integer", enum: [1, 2] };
  const properties = { badges, level };
  await call("POST", schema, ["default"], { definitions: { custom: { properties } } });
  await call("GET", schema, ["default"]);

  const user = "/users/:userId";
  const login = "ada@example.com";
  const profile = { login, email: login, firstName: "Ada", lastName: "Byron" };
  await call("GET", "/users");
  await call("GET", user, ["me"]);
  const id = await call("POST", "/users", [], { profile });
  await call("PUT", user, [id], { credentials: password });
  await call("POST", user, [id], { profile: { nickName: "Countess", badges: ["red"], level: 1 } });
  await call("GET", user, [id]);
  await call("GET", `${user}/groups`, [id]);
  await call("POST", `${user}/lifecycle/suspend`, [id]);
  await call("GET", user, [id]);
  await call("POST", `${user}/lifecycle/unsuspend`, [id]);
  await call("POST", `${user}/lifecycle/deactivate`, [id]);
  await call("GET", user, [id]);
  await call("POST", `${user}/lifecycle/activate`, [id]);

  const group = "/groups/:groupId";
  const shift = { profile: { name: "Night shift", description: "Works while others sleep" } };
  const groupId = await call("POST", "/groups", [], shift);
  await call("GET", "/groups", [], undefined, "?expand=stats");
  await call("GET", group, [groupId]);
  await call("GET", group, [importedGroup]);
  await call("PUT", group, [groupId], { profile: { name: "Late shift" } });
  await call("PUT", `${group}/users/:userId`, [groupId, id]);
  await call("GET", `${group}/users`, [groupId]);
  await call("DELETE", `${group}/users/:userId`, [groupId, id]);
  const rule = "/groups/rules/:groupRuleId";
  const expression = { type: "urn:okta:expression:1.0", value: 'user.department=="Night"' };
  const nightRule = {
    type: "group_rule",
    name: "Night shift",
    conditions: { expression },
    actions: { assignUserToGroups: { groupIds: [groupId] } },
  };
  const ruleId = await call("POST", "/groups/rules", [], nightRule);
  await call("GET", "/groups/rules", [], undefined, "?expand=groupIdToGroupNameMap");
  await call("GET", rule, [ruleId]);
  await call("PUT", rule, [ruleId], { ...nightRule, name: "Late shift" });
  await call("POST", `${rule}/lifecycle/activate`, [ruleId]);
  await call("POST", `${rule}/lifecycle/deactivate`, [ruleId]);
  await call("DELETE", rule, [ruleId]);
  await call("DELETE", group, [groupId]);
  await call("DELETE", user, [id]);
}

async function recordApps(call: Call): Promise<void> {
  const app = "/apps/:appId";
  const body = {
    name: "oidc_client",
    signOnMode: "OPENID_CONNECT",
    label: "Intranet",
    profile: { groupallowlist: [itGroup] },
    settings: {
      oauthClient: {
        grant_types: ["authorization_code", "refresh_token"],
        redirect_uris: ["https://intranet.example/callback"],
        policy_uri: "https://intranet.example/policy",
      },
    },
  };
  const id = await call("POST", "/apps", [], body);
  await call("GET", "/apps");
  await call("GET", app, [clientId]);
  await call("GET", app, [id]);
  await call("PUT", app, [id], { ...body, label: "Extranet" });
  await call("GET", `${app}/credentials/secrets`, [id]);

  await call("POST", `${app}/users`, [id], { id: person, profile: { nickName: "Inga" } });
  await call("GET", `${app}/users`, [id]);
  await call("GET", `${app}/users/:userId`, [id, person]);
  await call("POST", `${app}/users/:userId`, [id, person], { profile: { locale: "nb-NO" } });
  await call("DELETE", `${app}/users/:userId`, [id, person]);

  await call("PUT", `${app}/groups/:groupId`, [id, itGroup], { priority: 1 });
  await call("GET", `${app}/groups`, [id]);
  await call("GET", `${app}/groups/:groupId`, [id, itGroup]);
  await call("GET", "/groups/:groupId/apps", [itGroup]);
  await call("DELETE", `${app}/groups/:groupId`, [id, itGroup]);

  const groupsClaim = "/internal/apps/:appId/settings/oauth/idToken";
  const filter = { name: "groups", valueType: "GROUPS", groupFilterType: "REGEX", value: ".*" };
  await call("GET", groupsClaim, [id]);
  await call("POST", groupsClaim, [id], filter);

  const claims = `${app}/federated-claims`;
  const claim = { name: "team", expression: "user.profile.department" };
  const claimId = await call("POST", claims, [id], claim);
  await call("GET", claims, [id]);
  await call("GET", `${claims}/:claimId`, [id, claimId]);
  await call("PUT", `${claims}/:claimId`, [id, claimId], { ...claim, name: "crew" });
  await call("DELETE", `${claims}/:claimId`, [id, claimId]);

  await call("POST", `${app}/lifecycle/deactivate`, [id]);
  await call("GET", app, [id]);
  await call("POST", `${app}/lifecycle/activate`, [id]);
  await call("POST", `${app}/lifecycle/deactivate`, [id]);
  await call("DELETE", app, [id]);
}

async function recordServers(call: Call): Promise<void> {
  const server = "/authorizationServers/:serverId";
  const body = { name: "HR", description: "For HR", audiences: ["api://hr"] };
  const id = await call("POST", "/authorizationServers", [], body);
  await call("GET", "/authorizationServers");
  await call("GET", server, [id]);
  await call("PUT", server, [id], { ...body, name: "People" });
  await call("GET", `${server}/credentials/keys`, [id]);
  await call("GET", `${server}/credentials/keys/:keyId`, [id, testKeys[0].kid]);

  const scope = { name: "groups", displayName: "Groups", description: "Your groups" };
  const scopeId = await call("POST", `${server}/scopes`, [id], scope);
  await call("GET", `${server}/scopes`, [id]);
  await call("GET", `${server}/scopes/:scopeId`, [id, scopeId]);
  await call("PUT", `${server}/scopes/:scopeId`, [id, scopeId], scope);

  const claims = `${server}/claims`;
  const claim = {
    name: "groups",
    claimType: "IDENTITY",
    valueType: "GROUPS",
    group_filter_type: "REGEX",
    value: ".*",
  };
  const claimId = await call("POST", claims, [id], claim);
  await call("GET", claims, [id]);
  await call("GET", `${claims}/:claimId`, [id, claimId]);
  await call("PUT", `${claims}/:claimId`, [id, claimId], claim);
  await call("DELETE", `${claims}/:claimId`, [id, claimId]);
  await call("DELETE", `${server}/scopes/:scopeId`, [id, scopeId]);

  const policies = `${server}/policies`;
  const policy = {
    type: "OAUTH_AUTHORIZATION_POLICY",
    name: "All",
    description: "All clients",
    conditions: { clients: { include: ["ALL_CLIENTS"] } },
  };
  const policyId = await call("POST", policies, [id], policy);
  await call("GET", policies, [id]);
  await call("GET", `${policies}/:policyId`, [id, policyId]);
  await call("PUT", `${policies}/:policyId`, [id, policyId], policy);

  const rules = `${policies}/:policyId/rules`;
  const rule = {
    type: "RESOURCE_ACCESS",
    name: "Everyone",
    conditions: {
      people: { groups: { include: ["EVERYONE"] } },
      grantTypes: { include: ["authorization_code", "implicit"] },
      scopes: { include: ["*"] },
    },
  };
  const ruleId = await call("POST", rules, [id, policyId], rule);
  await call("GET", rules, [id, policyId]);
  await call("GET", `${rules}/:ruleId`, [id, policyId, ruleId]);
  await call("PUT", `${rules}/:ruleId`, [id, policyId, ruleId], rule);
  await call("POST", `${rules}/:ruleId/lifecycle/deactivate`, [id, policyId, ruleId]);
  await call("POST", `${rules}/:ruleId/lifecycle/activate`, [id, policyId, ruleId]);
  await call("DELETE", `${rules}/:ruleId`, [id, policyId, ruleId]);
  await call("POST", `${policies}/:policyId/lifecycle/deactivate`, [id, policyId]);
  await call("POST", `${policies}/:policyId/lifecycle/activate`, [id, policyId]);
  await call("DELETE", `${policies}/:policyId`, [id, policyId]);

  await call("POST", `${server}/lifecycle/deactivate`, [id]);
  await call("GET", server, [id]);
  await call("POST", `${server}/lifecycle/activate`, [id]);
  await call("DELETE", server, [id]);
}
