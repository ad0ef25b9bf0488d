import { afterAll, beforeAll, expect, test } from "vitest";
import { collect, createSdk, refusal } from "./okta-sdk.ts";
import { type ServedOrg, serveOrg } from "./served-org.ts";

let org: ServedOrg;
let api: ReturnType<typeof createSdk>["authorizationServerApi"];
beforeAll(async () => {
  org = await serveOrg();
  api = createSdk(org.url).authorizationServerApi;
});
afterAll(() => org.close());

const rule = {
  type: "RESOURCE_ACCESS" as const,
  name: "Codes",
  conditions: {
    people: { groups: { include: ["EVERYONE"] } },
    grantTypes: { include: ["authorization_code"] },
    scopes: { include: ["*"] },
  },
  actions: { token: { accessTokenLifetimeMinutes: 5 } },
};

test("Okta's SDK reads a server and its policies, and sends them back changed", async () => {
  const created = await api.createAuthorizationServer({
    authorizationServer: { name: "HR", description: "For HR", audiences: ["api://hr"] },
  });
  const authServerId = created.id ?? "";
  const renamed = await api.replaceAuthorizationServer({
    authServerId,
    authorizationServer: { ...created, name: "People" },
  });
  expect(renamed).toMatchObject({ name: "People", audiences: ["api://hr"], status: "ACTIVE" });
  expect((await collect(api.listAuthorizationServers({ q: "people" }))).length).toBe(1);
  for (const name of ["hr.read", "hr.write", "hr.admin"])
    await api.createOAuth2Scope({ authServerId, oAuth2Scope: { name } });
  const scopes = await collect(api.listOAuth2Scopes({ authServerId, limit: 2 }));
  expect(scopes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["openid", "hr.read", "hr.write", "hr.admin"]),
  );

  const policy = await api.createAuthorizationServerPolicy({
    authServerId,
    policy: {
      type: "OAUTH_AUTHORIZATION_POLICY",
      name: "All",
      description: "All clients",
      conditions: { clients: { include: ["ALL_CLIENTS"] } },
    },
  });
  const policyId = policy.id ?? "";
  await api.replaceAuthorizationServerPolicy({
    authServerId,
    policyId,
    policy: { ...policy, name: "Everybody" },
  });
  const { id: ruleId = "" } = await api.createAuthorizationServerPolicyRule({
    authServerId,
    policyId,
    policyRule: rule,
  });
  const changed = await api.replaceAuthorizationServerPolicyRule({
    authServerId,
    policyId,
    ruleId,
    policyRule: { ...rule, name: "Codes alone" },
  });
  expect(changed).toMatchObject({
    name: "Codes alone",
    priority: 1,
    created: expect.any(Date),
    actions: { token: { accessTokenLifetimeMinutes: 5, refreshTokenWindowMinutes: 10_080 } },
  });
  await api.deactivateAuthorizationServerPolicyRule({ authServerId, policyId, ruleId });
  const rules = await collect(api.listAuthorizationServerPolicyRules({ authServerId, policyId }));
  expect(rules).toMatchObject([{ name: "Codes alone", status: "INACTIVE" }]);

  const keys = await collect(api.listAuthorizationServerKeys({ authServerId }));
  expect(keys.map(({ status }) => status)).toEqual(["ACTIVE", "NEXT"]);

  await api.deactivateAuthorizationServer({ authServerId });
  await api.deleteAuthorizationServer({ authServerId });
  await expect(api.getAuthorizationServer({ authServerId })).rejects.toEqual(
    refusal(404, "E0000007"),
  );
});
