import { describe, expect, test } from "vitest";
import { callApi, parseId } from "../../http/management/test-api-client.ts";
import { managementRoutes } from "../../http/management-api.ts";
import { testKeys } from "../test-keys.ts";
import { clientId, createTestOrg } from "../test-org.ts";
import { listOf, type Shape, shapes, undeclared } from "./response-shapes.ts";
import { createShapeChecker, listMissing } from "./shape-checker.ts";

const itGroup = "00goeudyucv6CcaeV0h7";
const importedGroup = "00gdomainUsersDem0h7";
const person = "00uixa271s6x7qt8I0h7";
const password = { password: { value: "a-long-password" } };

const checker = createShapeChecker(undeclared);
const called = new Set<string>();
const org = await createTestOrg();

/**
 * Calls a route, and expects a response of the given shape, or a response without a body if there is no shape.
 *
 * @param parameters Values of the route's path parameters, in order.
 * @returns The ID in the response.
 */
async function call(
  method: "GET" | "POST" | "PUT" | "DELETE",
  route: string,
  shape?: Shape | "any",
  parameters: readonly string[] = [],
  body?: unknown,
  query = "",
): Promise<string> {
  const rest = [...parameters];
  const path = route.replaceAll(/:\w+/g, () => rest.shift() ?? "");
  const response = await callApi(org, method, `${path}${query}`, body);
  const name = `${method} /api/v1${route}`;
  called.add(name);
  expect([200, 201, 202, 204], name).toContain(response.status);
  expect(response.body !== undefined, `${name} has a body`).toBe(shape !== undefined);
  if (shape && shape !== "any") {
    expect(checker.listDrift(response.body, shape.type), name).toEqual([]);
    expect(listMissing(response.body, shape.required), name).toEqual([]);
    if (Array.isArray(response.body)) expect(response.body, name).not.toEqual([]);
  }
  return parseId(response);
}

describe("responses of the Management API have only declared members, and all members that real orgs send:", () => {
  test("users, groups and group rules", async () => {
    const schema = "/meta/schemas/user/:schemaId";
    const badges = { title: "Badges", type: "array", items: { type: "string" } };
    const level = { title: "Level", type: "integer", enum: [1, 2] };
    const properties = { badges, level };
    await call("POST", schema, shapes.userSchema, ["default"], {
      definitions: { custom: { properties } },
    });
    await call("GET", schema, shapes.userSchema, ["default"]);

    const user = "/users/:userId";
    const login = "ada@example.com";
    const profile = { login, email: login, firstName: "Ada", lastName: "Byron" };
    await call("GET", "/users", listOf(shapes.user));
    await call("GET", user, shapes.user, ["me"]);
    const id = await call("POST", "/users", shapes.user, [], { profile });
    await call("PUT", user, shapes.user, [id], { credentials: password });
    await call("POST", user, shapes.user, [id], {
      profile: { nickName: "Countess", badges: ["red"], level: 1 },
    });
    await call("GET", user, shapes.user, [id]);
    await call("GET", `${user}/groups`, listOf(shapes.group), [id]);
    await call("POST", `${user}/lifecycle/suspend`, shapes.nothing, [id]);
    await call("GET", user, shapes.user, [id]);
    await call("POST", `${user}/lifecycle/unsuspend`, shapes.nothing, [id]);
    await call("POST", `${user}/lifecycle/deactivate`, shapes.nothing, [id]);
    await call("GET", user, shapes.user, [id]);
    await call("POST", `${user}/lifecycle/activate`, shapes.nothing, [id]);

    const group = "/groups/:groupId";
    const shift = { profile: { name: "Night shift", description: "Works while others sleep" } };
    const groupId = await call("POST", "/groups", shapes.group, [], shift);
    await call("GET", "/groups", listOf(shapes.group), [], undefined, "?expand=stats");
    await call("GET", group, shapes.group, [groupId]);
    await call("GET", group, shapes.group, [importedGroup]);
    await call("PUT", group, shapes.group, [groupId], { profile: { name: "Late shift" } });
    await call("PUT", `${group}/users/:userId`, undefined, [groupId, id]);
    await call("GET", `${group}/users`, listOf(shapes.user), [groupId]);
    await call("DELETE", `${group}/users/:userId`, undefined, [groupId, id]);
    const rule = "/groups/rules/:groupRuleId";
    const expression = { type: "urn:okta:expression:1.0", value: 'user.department=="Night"' };
    const nightRule = {
      type: "group_rule",
      name: "Night shift",
      conditions: { expression },
      actions: { assignUserToGroups: { groupIds: [groupId] } },
    };
    const ruleId = await call("POST", "/groups/rules", shapes.groupRule, [], nightRule);
    await call(
      "GET",
      "/groups/rules",
      listOf(shapes.groupRule),
      [],
      undefined,
      "?expand=groupIdToGroupNameMap",
    );
    await call("GET", rule, shapes.groupRule, [ruleId]);
    await call("PUT", rule, shapes.groupRule, [ruleId], { ...nightRule, name: "Late shift" });
    await call("POST", `${rule}/lifecycle/activate`, undefined, [ruleId]);
    await call("POST", `${rule}/lifecycle/deactivate`, undefined, [ruleId]);
    await call("DELETE", rule, undefined, [ruleId]);
    await call("DELETE", group, undefined, [groupId]);
    await call("DELETE", user, undefined, [id]);
  });

  test("apps", async () => {
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
    const id = await call("POST", "/apps", shapes.app, [], body);
    await call("GET", "/apps", listOf(shapes.app));
    await call("GET", app, shapes.app, [clientId]);
    await call("GET", app, shapes.app, [id]);
    await call("PUT", app, shapes.app, [id], { ...body, label: "Extranet" });
    await call("GET", `${app}/credentials/secrets`, listOf(shapes.secret), [id]);

    await call("POST", `${app}/users`, shapes.appUser, [id], {
      id: person,
      profile: { nickName: "Inga" },
    });
    await call("GET", `${app}/users`, listOf(shapes.appUser), [id]);
    await call("GET", `${app}/users/:userId`, shapes.appUser, [id, person]);
    await call("POST", `${app}/users/:userId`, shapes.appUser, [id, person], {
      profile: { locale: "nb-NO" },
    });
    await call("DELETE", `${app}/users/:userId`, undefined, [id, person]);

    await call("PUT", `${app}/groups/:groupId`, shapes.appGroup, [id, itGroup], { priority: 1 });
    await call("GET", `${app}/groups`, listOf(shapes.appGroup), [id]);
    await call("GET", `${app}/groups/:groupId`, shapes.appGroup, [id, itGroup]);
    await call("GET", "/groups/:groupId/apps", listOf(shapes.app), [itGroup]);
    await call("DELETE", `${app}/groups/:groupId`, undefined, [id, itGroup]);

    const groupsClaim = "/internal/apps/:appId/settings/oauth/idToken";
    const filter = { name: "groups", valueType: "GROUPS", groupFilterType: "REGEX", value: ".*" };
    await call("GET", groupsClaim, "any", [id]);
    await call("POST", groupsClaim, "any", [id], filter);

    const claims = `${app}/federated-claims`;
    const claim = { name: "team", expression: "user.profile.department" };
    const claimId = await call("POST", claims, shapes.federatedClaim, [id], claim);
    await call("GET", claims, listOf(shapes.federatedClaim), [id]);
    await call("GET", `${claims}/:claimId`, shapes.federatedClaim, [id, claimId]);
    await call("PUT", `${claims}/:claimId`, shapes.federatedClaim, [id, claimId], {
      ...claim,
      name: "crew",
    });
    await call("DELETE", `${claims}/:claimId`, undefined, [id, claimId]);

    await call("POST", `${app}/lifecycle/deactivate`, shapes.nothing, [id]);
    await call("GET", app, shapes.app, [id]);
    await call("POST", `${app}/lifecycle/activate`, shapes.nothing, [id]);
    await call("POST", `${app}/lifecycle/deactivate`, shapes.nothing, [id]);
    await call("DELETE", app, undefined, [id]);
  });

  test("authorization servers", async () => {
    const server = "/authorizationServers/:serverId";
    const body = { name: "HR", description: "For HR", audiences: ["api://hr"] };
    const id = await call("POST", "/authorizationServers", shapes.server, [], body);
    await call("GET", "/authorizationServers", listOf(shapes.server));
    await call("GET", server, shapes.server, [id]);
    await call("PUT", server, shapes.server, [id], { ...body, name: "People" });
    await call("GET", `${server}/credentials/keys`, listOf(shapes.key), [id]);
    await call("GET", `${server}/credentials/keys/:keyId`, shapes.key, [id, testKeys[0].kid]);

    const scope = { name: "groups", displayName: "Groups", description: "Your groups" };
    const scopeId = await call("POST", `${server}/scopes`, shapes.scope, [id], scope);
    await call("GET", `${server}/scopes`, listOf(shapes.scope), [id]);
    await call("GET", `${server}/scopes/:scopeId`, shapes.scope, [id, scopeId]);
    await call("PUT", `${server}/scopes/:scopeId`, shapes.scope, [id, scopeId], scope);

    const claims = `${server}/claims`;
    const claim = {
      name: "groups",
      claimType: "IDENTITY",
      valueType: "GROUPS",
      group_filter_type: "REGEX",
      value: ".*",
    };
    const claimId = await call("POST", claims, shapes.claim, [id], claim);
    await call("GET", claims, listOf(shapes.claim), [id]);
    await call("GET", `${claims}/:claimId`, shapes.claim, [id, claimId]);
    await call("PUT", `${claims}/:claimId`, shapes.claim, [id, claimId], claim);
    await call("DELETE", `${claims}/:claimId`, undefined, [id, claimId]);
    await call("DELETE", `${server}/scopes/:scopeId`, undefined, [id, scopeId]);

    const policies = `${server}/policies`;
    const policy = {
      type: "OAUTH_AUTHORIZATION_POLICY",
      name: "All",
      description: "All clients",
      conditions: { clients: { include: ["ALL_CLIENTS"] } },
    };
    const policyId = await call("POST", policies, shapes.policy, [id], policy);
    await call("GET", policies, listOf(shapes.policy), [id]);
    await call("GET", `${policies}/:policyId`, shapes.policy, [id, policyId]);
    await call("PUT", `${policies}/:policyId`, shapes.policy, [id, policyId], policy);

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
    const ruleId = await call("POST", rules, shapes.rule, [id, policyId], rule);
    await call("GET", rules, listOf(shapes.rule), [id, policyId]);
    await call("GET", `${rules}/:ruleId`, shapes.rule, [id, policyId, ruleId]);
    await call("PUT", `${rules}/:ruleId`, shapes.rule, [id, policyId, ruleId], rule);
    await call("POST", `${rules}/:ruleId/lifecycle/deactivate`, undefined, [id, policyId, ruleId]);
    await call("POST", `${rules}/:ruleId/lifecycle/activate`, undefined, [id, policyId, ruleId]);
    await call("DELETE", `${rules}/:ruleId`, undefined, [id, policyId, ruleId]);
    await call("POST", `${policies}/:policyId/lifecycle/deactivate`, undefined, [id, policyId]);
    await call("POST", `${policies}/:policyId/lifecycle/activate`, undefined, [id, policyId]);
    await call("DELETE", `${policies}/:policyId`, undefined, [id, policyId]);

    await call("POST", `${server}/lifecycle/deactivate`, undefined, [id]);
    await call("GET", server, shapes.server, [id]);
    await call("POST", `${server}/lifecycle/activate`, undefined, [id]);
    await call("DELETE", server, undefined, [id]);
  });

  test("trusted origins", async () => {
    const origins = "/trustedOrigins";
    const origin = { name: "App", origin: "https://app.example", scopes: [{ type: "CORS" }] };
    const originId = await call("POST", origins, shapes.origin, [], origin);
    await call("GET", origins, listOf(shapes.origin));
    await call("GET", `${origins}/:originId`, shapes.origin, [originId]);
    await call("PUT", `${origins}/:originId`, shapes.origin, [originId], {
      ...origin,
      name: "Our app",
    });
    await call("POST", `${origins}/:originId/lifecycle/deactivate`, shapes.origin, [originId]);
    await call("POST", `${origins}/:originId/lifecycle/activate`, shapes.origin, [originId]);
    await call("DELETE", `${origins}/:originId`, undefined, [originId]);
  });

  test("the System Log", async () => {
    await org.openBrowser().signIn("it.user@example.com");
    await org.openBrowser().authorize({ scope: "nonsense" });
    await call("GET", "/logs", listOf(shapes.event));
  });

  test("every route was called, and every exception is needed", () => {
    const routes = managementRoutes.map(([method, path]) => `${method} ${path}`);
    const missed = routes.filter((it) => it.includes(" /api/v1/") && !called.has(it));
    expect(missed).toEqual([]);
    expect(checker.listUnused()).toEqual([]);
  });
});

test("an error of the Management API has Okta's members", async () => {
  const { body } = await callApi(org, "GET", "/users/nobody");
  const members = ["errorCauses", "errorCode", "errorId", "errorLink", "errorSummary"];
  expect(Object.keys({ ...Object(body) }).sort()).toEqual(members);
});
