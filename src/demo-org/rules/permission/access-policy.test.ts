import { describe, expect, test } from "vitest";
import type { CustomServer, PolicyRule } from "../../model/custom-server.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { callAsClient, exchangeCode } from "../../test-support/client-calls.ts";
import {
  configureCodeFlow,
  createCodeFlowOrg,
  signInForCode,
} from "../../test-support/code-flow-org.ts";
import { clientId, createTestOrg, decode, parseFragment } from "../../test-support/test-org.ts";

const person = "joe.user@example.com";

async function requestTokenAfter(change: (server: CustomServer) => void) {
  const configuration = structuredClone(seedConfiguration);
  for (const server of configuration.customServers) change(server);
  const { openBrowser } = await createTestOrg({ configuration });
  const request = { response_type: "token", scope: "openid email" };
  return parseFragment(await openBrowser().signIn(person, request, "/default"));
}

const denied = {
  state: "myState",
  error: "access_denied",
  error_description:
    "Policy evaluation failed for this request, please check the policy configurations.",
};

const forEachRule = (change: (rule: PolicyRule) => void) => {
  return ({ policies }: CustomServer) => {
    for (const { rules } of policies) rules.forEach(change);
  };
};

describe("an access policy", () => {
  test.each([
    [
      "the server has no policy, as in a new org",
      (server: CustomServer) => {
        server.policies = [];
      },
    ],
    [
      "it is for other clients",
      ({ policies }: CustomServer) => {
        for (const { conditions } of policies) conditions.clients.include = ["0oaother"];
      },
    ],
    [
      "its rule excludes Implicit",
      forEachRule(({ conditions }) => {
        conditions.grantTypes.include = ["authorization_code"];
      }),
    ],
    [
      "its rule covers only some of the scopes",
      forEachRule(({ conditions }) => {
        conditions.scopes.include = ["openid"];
      }),
    ],
    [
      "its rule is for other groups",
      forEachRule(({ conditions }) => {
        conditions.people.groups.include = ["00goeudyucv6CcaeV0h7"];
      }),
    ],
    [
      "its rule is inactive",
      forEachRule((rule) => {
        rule.status = "INACTIVE";
      }),
    ],
  ])("denies a request if %s", async (_case, change) => {
    expect(await requestTokenAfter(change)).toEqual(denied);
  });

  test("allows a user in one of its rule's groups, and sets the access token's lifetime", async () => {
    const reply = await requestTokenAfter(
      forEachRule(({ conditions, actions }) => {
        conditions.people.groups.include = ["00gmidwestSalesDe0h7"];
        actions.token.accessTokenLifetimeMinutes = 5;
      }),
    );
    const { iat, exp } = decode(reply.access_token);
    expect(reply.expires_in).toBe("300");
    expect(Number(exp) - Number(iat)).toBe(300);
  });

  test("uses the matching rule with the highest priority", async () => {
    const reply = await requestTokenAfter(({ policies }) => {
      for (const { rules } of policies) {
        const [rule] = rules;
        const token = { accessTokenLifetimeMinutes: 10 };
        if (rule) rules.push({ ...rule, priority: 0, actions: { token } });
      }
    });
    expect(reply.expires_in).toBe("600");
  });

  test("allows refresh tokens if it allows the code flow", async () => {
    const configuration = configureCodeFlow();
    for (const server of configuration.customServers)
      forEachRule(({ conditions }) => {
        conditions.grantTypes.include = ["authorization_code"];
      })(server);
    const org = await createCodeFlowOrg(configuration);
    const scope = "openid offline_access";
    const { code } = await signInForCode(org.openBrowser(), { scope }, "/default");
    const { refresh_token } = (await exchangeCode(org, code, {}, "/default")).body;
    const form = { client_id: clientId, grant_type: "refresh_token", refresh_token };
    const renewed = await callAsClient(org, "/oauth2/default/v1/token", form);
    expect(renewed.body).toHaveProperty("access_token");
  });
});
