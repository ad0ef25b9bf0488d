import { describe, expect, test } from "vitest";
import { callApi, parseCauses, parseId } from "../test-api-client.ts";
import {
  denied,
  listNames,
  openPolicy,
  openRule,
  openServer,
  requestToken,
  seededPolicy,
} from "./test-server-client.ts";

const seededRule = `${seededPolicy}/rules/0primplicitFlowDe0h7`;
const itGroup = "00goeudyucv6CcaeV0h7";
const ingrid = "00uixa271s6x7qt8I0h7";

describe("a rule", () => {
  test("is returned in Okta's shape", async () => {
    const { call } = await openServer();
    const self = `https://org.example/api/v1/authorizationServers/default${seededRule}`;
    expect((await call("GET", seededRule)).body).toStrictEqual({
      id: "0primplicitFlowDe0h7",
      type: "RESOURCE_ACCESS",
      status: "ACTIVE",
      name: "Code and implicit, any scope",
      priority: 1,
      system: false,
      conditions: {
        people: {
          users: { include: [], exclude: [] },
          groups: { include: ["EVERYONE"], exclude: [] },
        },
        grantTypes: { include: ["authorization_code", "implicit"] },
        scopes: { include: ["*"] },
      },
      actions: {
        token: {
          accessTokenLifetimeMinutes: 60,
          refreshTokenLifetimeMinutes: 0,
          refreshTokenWindowMinutes: 10_080,
          inlineHook: null,
        },
      },
      created: "2019-11-01T08:00:00.000Z",
      lastUpdated: "2019-11-01T08:00:00.000Z",
      _links: {
        self: { href: self, hints: { allow: ["GET", "PUT", "DELETE"] } },
        deactivate: { href: `${self}/lifecycle/deactivate`, hints: { allow: ["POST"] } },
      },
    });
  });

  test("sets the access token's lifetime", async () => {
    const { org, call } = await openServer();
    const { body } = await call("GET", seededRule);
    const rule = { ...(typeof body === "object" && body) };
    const actions = { token: { accessTokenLifetimeMinutes: 5 } };
    expect((await call("PUT", seededRule, { ...rule, actions })).status).toBe(200);
    expect(await requestToken(org)).toMatchObject({ expires_in: "300" });
  });

  test("takes precedence over rules with lower priority", async () => {
    const server = await openServer();
    await server.add(`${seededPolicy}/rules`, {
      ...openRule,
      name: "Short",
      priority: 1,
      actions: { token: { accessTokenLifetimeMinutes: 10 } },
    });
    expect(await listNames(server, `${seededPolicy}/rules`)).toEqual([
      "1 Short",
      "2 Code and implicit, any scope",
    ]);
    expect(await requestToken(server.org)).toMatchObject({ expires_in: "600" });
  });

  test("has no effect while it is inactive, and once it is deleted", async () => {
    const { org, call } = await openServer();
    await call("POST", `${seededRule}/lifecycle/deactivate`);
    expect(await requestToken(org)).toMatchObject(denied);
    await call("POST", `${seededRule}/lifecycle/activate`);
    expect(await requestToken(org)).toHaveProperty("access_token");
    await call("DELETE", seededRule);
    expect(await requestToken(org)).toMatchObject(denied);
  });

  test.each([
    [
      "their group",
      { users: { include: [] }, groups: { include: ["EVERYONE"], exclude: [itGroup] } },
    ],
    ["their ID", { users: { include: [], exclude: [ingrid] }, groups: { include: ["EVERYONE"] } }],
  ])("excludes a user by %s", async (_by, people) => {
    const { org, call } = await openServer();
    await call("PUT", seededRule, {
      ...openRule,
      conditions: { ...openRule.conditions, people },
    });
    expect(await requestToken(org)).toMatchObject(denied);
    expect(await requestToken(org, "joe.user@example.com")).toHaveProperty("access_token");
  });

  test("still excludes the members of a group after another excluded group was deleted", async () => {
    const { org, call } = await openServer();
    const { body } = await callApi(org, "POST", "/groups", { profile: { name: "Short-lived" } });
    const id = parseId({ body });
    const people = { groups: { include: ["EVERYONE"], exclude: [id, itGroup] } };
    await call("PUT", seededRule, {
      ...openRule,
      conditions: { ...openRule.conditions, people },
    });
    await callApi(org, "DELETE", `/groups/${id}`);
    expect((await call("GET", seededRule)).body).toMatchObject({
      conditions: { people: { groups: { exclude: [itGroup] } } },
    });
    expect(await requestToken(org)).toMatchObject(denied);
  });

  test("accepts grant types that this org doesn't support, but they have no effect", async () => {
    const { org, call } = await openServer();
    const include = ["password", "urn:ietf:params:oauth:grant-type:device_code"];
    const conditions = { ...openRule.conditions, grantTypes: { include } };
    const { body } = await call("PUT", seededRule, { ...openRule, conditions });
    expect(body).toMatchObject({ conditions: { grantTypes: { include } } });
    expect(await requestToken(org)).toMatchObject(denied);
  });

  const withConditions = (change: object) => ({
    ...openRule,
    conditions: { ...openRule.conditions, ...change },
  });
  const withToken = (token: object) => ({ ...openRule, actions: { token } });

  test.each([
    [withConditions({ grantTypes: { include: ["telepathy"] } }), /grantTypes\.include\.0: /],
    [
      withConditions({ grantTypes: { include: [] } }),
      /grantTypes\.include: Must have at least one entry$/,
    ],
    [withConditions({ scopes: { include: ["nope"] } }), /There is no scope 'nope'/],
    [
      withConditions({ people: { groups: { include: ["00gnope"] } } }),
      /There is no group '00gnope'/,
    ],
    [withConditions({ people: { users: { exclude: ["00unope"] } } }), /There is no user '00unope'/],
    [withToken({ accessTokenLifetimeMinutes: 4 }), /from 5 to 1440/],
    [withToken({ accessTokenLifetimeMinutes: 1441 }), /from 5 to 1440/],
    [withToken({ accessTokenLifetimeMinutes: 5.5 }), /from 5 to 1440/],
    [withToken({ accessTokenLifetimeMinutes: "soon" }), /from 5 to 1440/],
    [withToken({ refreshTokenLifetimeMinutes: 30 }), /Must not be less/],
    [withToken({ refreshTokenLifetimeMinutes: 100, refreshTokenWindowMinutes: 101 }), /between/],
    [withToken({ inlineHook: { id: "calhook" } }), /inline hooks/],
  ])("is refused if it is %o", async (rule, cause) => {
    const { call } = await openServer();
    const response = await call("POST", `${seededPolicy}/rules`, rule);
    expect(response.status).toBe(400);
    expect(parseCauses(response)).toContainEqual(expect.stringMatching(cause));
  });

  test("can be created without scopes, and then allows no scope", async () => {
    const { org, call } = await openServer();
    await call("DELETE", seededRule);
    const { status, body } = await call(
      "POST",
      `${seededPolicy}/rules`,
      withConditions({ scopes: {} }),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({ conditions: { scopes: { include: [] } } });
    expect(await requestToken(org)).toMatchObject(denied);
  });

  describe.each([
    ["without people", undefined],
    ["with empty people", {}],
    ["with empty lists", { users: { include: [] }, groups: { include: [] } }],
    ["that only excludes people", { groups: { exclude: [itGroup] } }],
  ])("%s", (_case, people) => {
    const withGrants = (...include: readonly string[]) =>
      withConditions({ people, grantTypes: { include } });

    test.each(["authorization_code", "implicit", "password"])(
      "is refused for %s",
      async (grant) => {
        const { call } = await openServer();
        const rule = withGrants("client_credentials", grant);
        for (const [method, path] of [
          ["POST", `${seededPolicy}/rules`],
          ["PUT", seededRule],
        ] as const)
          expect(await call(method, path, rule)).toMatchObject({
            status: 400,
            body: {
              errorCode: "E0000001",
              errorSummary: "Api validation failed: conditions.people",
              errorCauses: [
                {
                  errorSummary:
                    "At least one of ''conditions.people.users.include'' or ''conditions.people.groups.include'' must contain a valid user or group when ''conditions.grantTypes'' contains one or more of [authorization_code, implicit, password].",
                },
              ],
            },
          });
      },
    );

    test("is accepted if it allows only client credentials", async () => {
      const { call } = await openServer();
      const response = await call("PUT", seededRule, withGrants("client_credentials"));
      expect(response).toMatchObject({
        status: 200,
        body: { conditions: { people: { users: { include: [] }, groups: { include: [] } } } },
      });
    });
  });

  test("doesn't need a group if it includes a user", async () => {
    const { org, call } = await openServer();
    await call("PUT", seededRule, withConditions({ people: { users: { include: [ingrid] } } }));
    expect(await requestToken(org)).toHaveProperty("access_token");
    expect(await requestToken(org, "joe.user@example.com")).toMatchObject(denied);
  });

  test("is found only in its own policy", async () => {
    const { call } = await openServer();
    const policy = parseId(await call("POST", "/policies", openPolicy));
    expect((await call("GET", `/policies/${policy}/rules/0primplicitFlowDe0h7`)).status).toBe(404);
  });
});
