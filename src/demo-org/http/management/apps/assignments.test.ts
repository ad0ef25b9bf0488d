import { describe, expect, test } from "vitest";
import {
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  type TestOrg,
} from "../../../test-support/test-org.ts";
import { type ApiResponse, callApi } from "../test-api-client.ts";

const it = "00goeudyucv6CcaeV0h7";
const everyone = "00geveryoneDemoOr0h7";
const ingrid = "00uixa271s6x7qt8I0h7";
const outsider = "00uoutsideUserDem0h7";
const users = `/apps/${clientId}/users`;
const groups = `/apps/${clientId}/groups`;

function idsOf({ body }: ApiResponse): string[] {
  return Array.isArray(body) ? body.map(({ id }) => id) : [];
}

function priorityOf(body: unknown): unknown {
  return typeof body === "object" && body !== null && "priority" in body
    ? body.priority
    : undefined;
}

async function signIn(org: TestOrg, person: string, server: "" | "/default" = "") {
  const change = { scope: "openid profile email" };
  return parseFragment(await org.openBrowser().signIn(person, change, server));
}

describe("a user's assignment", () => {
  test("is returned in the shape of Okta's AppUser object", async () => {
    const { status, body } = await callApi(await createTestOrg(), "GET", `${users}/${ingrid}`);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: ingrid,
      scope: "USER",
      status: "ACTIVE",
      credentials: { userName: "it.user@example.com" },
      profile: {},
      _links: {
        app: { href: `https://org.example/api/v1/apps/${clientId}` },
        user: { href: `https://org.example/api/v1/users/${ingrid}` },
      },
    });
  });

  test("allows sign-in, and its removal denies it", async () => {
    const org = await createTestOrg();
    const before = await signIn(org, "outside.user@example.com");
    const assigned = await callApi(org, "POST", users, { id: outsider, scope: "USER" });
    const meanwhile = await signIn(org, "outside.user@example.com");
    const ended = await callApi(org, "DELETE", `${users}/${outsider}`);
    const after = await signIn(org, "outside.user@example.com");

    expect(before.error).toBe("access_denied");
    expect(assigned).toMatchObject({
      status: 200,
      body: { id: outsider, scope: "USER", credentials: { userName: "outside.user@example.com" } },
    });
    expect(meanwhile).toHaveProperty("id_token");
    expect(ended.status).toBe(204);
    expect(after.error).toBe("access_denied");
    expect((await callApi(org, "GET", `${users}/${outsider}`)).status).toBe(404);
  });

  test("has its own username and profile, which can be changed separately", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", `${users}/${ingrid}`, {
      credentials: { userName: "ingrid" },
      profile: { nickName: "Ina", locale: "nb-NO" },
    });
    const { body } = await callApi(org, "POST", `${users}/${ingrid}`, {
      profile: { locale: null },
    });

    expect(body).toMatchObject({ credentials: { userName: "ingrid" } });
    expect(body).toHaveProperty("profile", { nickName: "Ina" });
  });

  test("provides the org server's standard claims, but not a custom server's", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", `${users}/${ingrid}`, {
      profile: { email: "ingrid@app.example", displayName: "Ingrid at the app" },
    });
    const ofOrg = decode((await signIn(org, "it.user@example.com")).id_token);
    const ofDefault = decode((await signIn(org, "it.user@example.com", "/default")).id_token);

    expect(ofOrg).toMatchObject({ email: "ingrid@app.example", name: "Ingrid at the app" });
    expect(ofDefault).toMatchObject({ email: "it.user@example.com", name: "Ingrid Holm" });
  });

  test.each([
    ["for an unknown user", { id: "00unobody" }, 404],
    ["without an ID", { scope: "USER" }, 400],
    ["through a group", { id: outsider, scope: "GROUP" }, 400],
    ["with a profile that is nested", { id: outsider, profile: { a: { b: 1 } } }, 400],
  ])("is refused %s", async (_case, body, status) => {
    const org = await createTestOrg();

    expect((await callApi(org, "POST", users, body)).status).toBe(status);
    expect((await callApi(org, "GET", `${users}/${outsider}`)).status).toBe(404);
  });
});

describe("the users of an app", () => {
  test("can be searched by the start of their names, and are paged", async () => {
    const org = await createTestOrg();
    const found = await callApi(org, "GET", `${users}?q=ing`);
    const page = await callApi(org, "GET", `${users}?limit=1`);

    expect(idsOf(found)).toStrictEqual([ingrid]);
    expect(page.body).toHaveLength(1);
    expect(page.headers.get("Link")).toContain('rel="next"');
  });
});

describe("a group's assignment", () => {
  test("allows the group's members to sign in, and lists them as assigned through the group", async () => {
    const org = await createTestOrg();
    const assigned = await callApi(org, "PUT", `${groups}/${everyone}`, {});
    const reply = await signIn(org, "outside.user@example.com");
    const throughGroup = await callApi(org, "GET", `${users}/${outsider}`);
    const own = await callApi(org, "GET", `${users}/${ingrid}`);
    const refused = await callApi(org, "DELETE", `${users}/${outsider}`);

    expect(assigned).toMatchObject({ status: 200, body: { id: everyone, priority: 0 } });
    expect(reply).toHaveProperty("id_token");
    expect(throughGroup.body).toMatchObject({ scope: "GROUP" });
    expect(own.body).toMatchObject({ scope: "USER" });
    expect(refused.status).toBe(403);
  });

  test("can be removed, so that the group's members can't sign in", async () => {
    const org = await createTestOrg();
    await callApi(org, "PUT", `${groups}/${everyone}`);
    const ended = await callApi(org, "DELETE", `${groups}/${everyone}`);
    const reply = await signIn(org, "outside.user@example.com");

    expect(ended.status).toBe(204);
    expect(reply.error).toBe("access_denied");
    expect((await callApi(org, "GET", `${groups}/${everyone}`)).status).toBe(404);
  });

  test("sets the profile of the group's members, who get the profile of their first group by priority", async () => {
    const org = await createTestOrg();
    await callApi(org, "DELETE", `${users}/${ingrid}`);
    await callApi(org, "PUT", `${groups}/${everyone}`, { profile: { displayName: "Somebody" } });
    await callApi(org, "PUT", `${groups}/${it}`, { priority: 0, profile: { displayName: "IT" } });
    const reply = await signIn(org, "it.user@example.com");

    expect(idsOf(await callApi(org, "GET", groups))).toStrictEqual([it, everyone]);
    expect(decode(reply.id_token).name).toBe("IT");
  });

  test("keeps the sent priority, and moves another group with the same priority down", async () => {
    const org = await createTestOrg();
    const sales = "00gmidwestSalesDe0h7";
    const assign = async (id: string, body: object) => {
      const response = await callApi(org, "PUT", `${groups}/${id}`, body);
      return priorityOf(response.body);
    };
    const list = async () => {
      const { body } = await callApi(org, "GET", groups);
      return Array.isArray(body) ? body.map((it) => [it.id, priorityOf(it)]) : body;
    };

    expect(await assign(it, { priority: 2 })).toBe(2);
    expect(await assign(everyone, { priority: 1 })).toBe(1);
    expect(await assign(sales, { priority: 3 })).toBe(3);
    expect(await list()).toEqual([
      [everyone, 1],
      [it, 2],
      [sales, 3],
    ]);

    expect(await assign(it, { profile: {} })).toBe(2);
    expect(await assign(sales, { priority: 1 })).toBe(1);
    expect(await list()).toEqual([
      [sales, 1],
      [everyone, 2],
      [it, 3],
    ]);
    await callApi(org, "DELETE", `${groups}/${everyone}`);
    expect(await assign(everyone, {})).toBe(4);
  });

  test("is refused for an unknown group", async () => {
    const response = await callApi(await createTestOrg(), "PUT", `${groups}/00gnothing`, {});
    expect(response).toMatchObject({ status: 404, body: { errorCode: "E0000007" } });
  });
});
