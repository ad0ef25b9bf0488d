import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { configurationSchema } from "../model/configuration.ts";
import {
  createCodeFlowOrg,
  implicitOnly,
  signInForCode,
  verifier,
} from "../test-support/code-flow-org.ts";
import {
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  redirectUri,
} from "../test-support/test-org.ts";
import { seedConfiguration } from "./configuration.ts";
import { hostileGroupNames } from "./hostile-group-names.ts";
import { people } from "./people.ts";

const requestTokens = async (person: string) => {
  const browser = (await createTestOrg()).openBrowser();
  const org = parseFragment(await browser.signIn(person));
  const custom = parseFragment(
    await browser.authorize({ response_type: "token", scope: "openid" }, "/default"),
  );
  return { org, custom };
};

describe("the demo people", () => {
  test.each([
    ["it.user@example.com", ["Everyone", "IT"]],
    ["joe.user@example.com", ["Midwest Sales", "Everyone"]],
    ["new.user@example.com", ["Everyone"]],
    ["directory.user@example.com", ["Everyone", "IT"]],
    ["hostile.names@example.com", ["Everyone", ...hostileGroupNames]],
  ])("have the expected groups in both servers' tokens: %s", async (person, groups) => {
    const { org, custom } = await requestTokens(person);
    expect(decode(org.id_token).groups).toEqual(groups);
    expect(decode(custom.access_token).GroupsClaim).toEqual(groups);
  });

  test("include a user who is not assigned to the app", async () => {
    const refusal = {
      state: "myState",
      error: "access_denied",
      error_description: "User is not assigned to the client application.",
    };
    expect(await requestTokens("outside.user@example.com")).toEqual({
      org: refusal,
      custom: refusal,
    });
  });

  test("include a user with too many groups for a groups claim, who gets no token in the implicit flow", async () => {
    const refusal = {
      state: "myState",
      error: "server_error",
      error_description:
        "The groups claim matched too many groups and must be configured to match fewer groups.",
    };
    expect(await requestTokens("many.groups@example.com")).toEqual({
      org: refusal,
      custom: refusal,
    });
  });

  test.each([
    ["can use codes too", undefined],
    ["can't use codes", implicitOnly],
  ])(
    "include a user with too many groups for UserInfo with an implicit token, if the app %s",
    async (_case, change) => {
      const browser = (await createCodeFlowOrg(change)).openBrowser();
      const thin = parseFragment(
        await browser.signIn("many.groups@example.com", { response_type: "id_token token" }),
      );
      expect(thin).toHaveProperty("id_token");
      const userInfo = await browser.get("/oauth2/v1/userinfo", {
        Authorization: `Bearer ${thin.access_token}`,
      });
      expect(userInfo.status).toBe(400);
      expect(await userInfo.json()).toMatchObject({ error: "server_error" });
    },
  );

  test.each(["", "/default"] as const)(
    "can use the code flow with PKCE by default: /oauth2%s",
    async (path) => {
      const org = await createTestOrg();
      const { code = "" } = await signInForCode(org.openBrowser(), { scope: "openid" }, path);
      const response = await org.openBrowser().post(`/oauth2${path}/v1/token`, {
        grant_type: "authorization_code",
        client_id: clientId,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        code,
      });
      expect(await response.json()).toMatchObject({ token_type: "Bearer", scope: "openid" });
    },
  );

  test("include a user with groups from Active Directory, which filters ignore", () => {
    const directory = people.find(({ user }) => user.profile.login.startsWith("directory"));
    expect(directory?.groups.map(({ type }) => type)).toContain("APP_GROUP");
  });

  test("have the same password", () => {
    for (const { user } of people) expect(user.credentials.password?.value).toBe("demo-password");
  });
});

test("the seed is a valid configuration with unique IDs in Okta's format", () => {
  expect(v.parse(configurationSchema, seedConfiguration)).toEqual(seedConfiguration);
  const { users, groups, applications, customServers } = seedConfiguration;
  const parts = customServers.flatMap(({ scopes, claims }) => [...scopes, ...claims]);
  const ids = [...users, ...groups, ...applications, ...parts].map(({ id }) => id);
  for (const id of ids) expect(id).toMatch(/^(00u|00g|0oa|scp|ocl)\w{17}$/);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a hostile name has the maximum length that Okta allows", () => {
  expect(Math.max(...hostileGroupNames.map((name) => name.length))).toBe(255);
});

test("a stored configuration in an outdated format is replaced by the seed", async () => {
  const { store, openBrowser } = await createTestOrg();
  await store.set("configuration", { users: "none" });
  const reply = parseFragment(await openBrowser().signIn("it.user@example.com"));
  expect(decode(reply.id_token).groups).toEqual(["Everyone", "IT"]);
});
