import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../../seed/configuration.ts";
import { createTestOrg } from "../../../test-support/test-org.ts";
import { type ApiResponse, callApi, parseId } from "../test-api-client.ts";
import { createIsaac, ingrid, isaac, loginsOf } from "./test-user-client.ts";

const linksSchema = v.object({ _links: v.record(v.string(), v.unknown()) });

describe("a user", () => {
  test("is returned in the shape of Okta's User object, without the password", async () => {
    const { status, body } = await callApi(await createTestOrg(), "GET", `/users/${ingrid}`);

    expect(status).toBe(200);
    expect(body).toStrictEqual({
      id: ingrid,
      status: "ACTIVE",
      created: "2019-11-01T08:00:00.000Z",
      activated: "2019-11-01T08:00:00.000Z",
      statusChanged: "2019-11-01T08:00:00.000Z",
      lastLogin: null,
      lastUpdated: "2019-11-19T22:11:56.000Z",
      passwordChanged: "2019-11-01T08:00:00.000Z",
      type: { id: "otydefaultUserTy0h7" },
      profile: expect.objectContaining({
        login: "it.user@example.com",
        timezone: "Europe/Oslo",
        mobilePhone: null,
        secondEmail: null,
      }),
      credentials: { password: {}, provider: { type: "OKTA", name: "OKTA" } },
      _links: expect.objectContaining({
        self: { href: `https://org.example/api/v1/users/${ingrid}` },
      }),
    });
    expect(JSON.stringify(body)).not.toContain("demo-password");
  });

  test.each([
    ["their ID", ingrid],
    ["their username", "it.user@example.com"],
    ["their username in another case", "IT.User@Example.com"],
    ["the part before the @", "it.user"],
  ])("is found by %s", async (_case, name) => {
    const response = await callApi(
      await createTestOrg(),
      "GET",
      `/users/${encodeURIComponent(name)}`,
    );

    expect(parseId(response)).toBe(ingrid);
  });

  test.each([
    ["STAGED", ["activate", "resetFactors"]],
    ["PROVISIONED", ["deactivate", "reactivate", "resetFactors", "resetPassword", "suspend"]],
    [
      "ACTIVE",
      [
        "changePassword",
        "changeRecoveryQuestion",
        "deactivate",
        "expirePassword",
        "forgotPassword",
        "resetFactors",
        "resetPassword",
        "suspend",
      ],
    ],
    ["SUSPENDED", ["deactivate", "resetFactors", "unsuspend"]],
    ["DEPROVISIONED", ["activate", "delete", "resetFactors"]],
  ] as const)("links to the actions that the status %s allows", async (status, actions) => {
    const configuration = structuredClone(seedConfiguration);
    for (const user of configuration.users) user.status = status;
    const org = await createTestOrg({ configuration });
    const { body } = await callApi(org, "GET", `/users/${ingrid}`);

    const user = `https://org.example/api/v1/users/${ingrid}`;
    const links = v.parse(linksSchema, body)._links;
    expect(Object.keys(links).sort()).toEqual([...actions, "schema", "self", "type"].sort());
    expect(links.self).toEqual({ href: user });
    for (const action of actions)
      expect(links[action]).toEqual(
        action === "delete"
          ? { href: user, method: "DELETE" }
          : { href: expect.stringContaining(`${user}/`), method: "POST" },
      );
  });

  test.each(["me", "00utokenOwnerDemo0h7"])(
    "can be the owner of the API token, who is not one of the org's users: %s",
    async (id) => {
      const org = await createTestOrg();
      const { status, body } = await callApi(org, "GET", `/users/${id}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        id: "00utokenOwnerDemo0h7",
        status: "ACTIVE",
        profile: { login: "token.owner@demo-org.example" },
      });
      expect((await callApi(org, "GET", `/users/${id}/groups`)).body).toEqual([]);
      expect((await callApi(org, "POST", `/users/${id}`, { profile: {} })).status).toBe(403);
      expect((await callApi(org, "DELETE", `/users/${id}`)).status).toBe(403);

      expect(loginsOf(await callApi(org, "GET", "/users"))).not.toContain(
        "token.owner@demo-org.example",
      );
      const page = await (await org.openBrowser().authorize()).text();
      expect(page).toContain("it.user@example.com");
      expect(page).not.toContain("token.owner");
    },
  );

  test.each(["00unobody", "it", "__proto__", "%", "a/b", "it.user@"])(
    "is not found by the unknown ID %s",
    async (name) => {
      const response = await callApi(
        await createTestOrg(),
        "GET",
        `/users/${encodeURIComponent(name)}`,
      );

      expect(response).toMatchObject({
        status: 404,
        body: {
          errorCode: "E0000007",
          errorSummary: `Not found: Resource not found: ${name} (User)`,
        },
      });
    },
  );

  test("is not found by the part before the @ if two users share it", async () => {
    const org = await createTestOrg();
    await createIsaac(org);
    await callApi(org, "POST", "/users", { profile: { ...isaac, login: "isaac.brock@other.org" } });

    expect((await callApi(org, "GET", "/users/isaac.brock")).status).toBe(404);
  });
});

describe("a list of users", () => {
  test("contains all but deactivated users", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", `/users/${ingrid}/lifecycle/deactivate`);

    const all = await callApi(org, "GET", "/users");
    const filtered = await callApi(
      org,
      "GET",
      `/users?filter=${encodeURIComponent('status eq "DEPROVISIONED"')}`,
    );
    const searched = await callApi(
      org,
      "GET",
      `/users?search=${encodeURIComponent('profile.lastName eq "holm"')}`,
    );

    expect(loginsOf(all)).toContain("joe.user@example.com");
    expect(loginsOf(all)).not.toContain("it.user@example.com");
    expect(loginsOf(filtered)).toStrictEqual(["it.user@example.com"]);
    expect(loginsOf(searched)).toStrictEqual(["it.user@example.com"]);
  });

  test.each([
    ["a first name", "ing", ["it.user@example.com"]],
    ["a last name", "HOL", ["it.user@example.com"]],
    ["both", "Ingrid Ho", ["it.user@example.com"]],
    ["an email address", "joe.user@", ["joe.user@example.com"]],
    ["nobody's", "ngrid", []],
    ["a pattern", ".*", []],
  ])("is searched with q by the start %s", async (_case, q, logins) => {
    const response = await callApi(
      await createTestOrg(),
      "GET",
      `/users?q=${encodeURIComponent(q)}`,
    );

    expect(loginsOf(response)).toStrictEqual(logins);
  });

  test("is paged, with links to the next page", async () => {
    const org = await createTestOrg();
    const seen: string[] = [];
    let path: string | undefined = "/users?limit=3";
    let parts = 0;
    while (path !== undefined) {
      const response: ApiResponse = await callApi(org, "GET", path);
      seen.push(...loginsOf(response));
      parts += 1;
      const next = /<([^>]+)>; rel="next"/.exec(response.headers.get("Link") ?? "")?.[1];
      path = next?.replace("https://org.example/api/v1", "");
    }

    expect(parts).toBe(3);
    expect(seen).toStrictEqual(loginsOf(await callApi(org, "GET", "/users")));
  });

  test.each(["status", 'status eq "', "status is 1"])("is refused for %s", async (filter) => {
    const response = await callApi(
      await createTestOrg(),
      "GET",
      `/users?filter=${encodeURIComponent(filter)}`,
    );

    expect(response).toMatchObject({
      status: 400,
      body: { errorCode: "E0000031", errorSummary: "Invalid search criteria." },
    });
  });
});
