import { describe, expect, test } from "vitest";
import { clientId, createTestOrg, decode, readFragment, type TestOrg } from "../../test-org.ts";
import { type ApiAnswer, callApi } from "../api-client.ts";

const everyone = "00geveryoneDemoOr0h7";
const it = "00goeudyucv6CcaeV0h7";
const ingrid = "00uixa271s6x7qt8I0h7";

const isaac = {
  login: "isaac.brock@example.com",
  email: "isaac.brock@example.com",
  firstName: "Isaac",
  lastName: "Brock",
};

/** The ID that an answer's object has. */
function idOf({ body }: ApiAnswer): string {
  const hasId = typeof body === "object" && body !== null && "id" in body;
  return hasId ? String(body.id) : "";
}

async function createIsaac(org: TestOrg, more: object = {}): Promise<string> {
  return idOf(await callApi(org, "POST", "/users", { profile: isaac, ...more }));
}

function loginsOf({ body }: ApiAnswer): string[] {
  return Array.isArray(body) ? body.map(({ profile }) => profile.login) : [];
}

describe("a person", () => {
  test("is shown in the shape of Okta's User object, without their password", async () => {
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
      profile: expect.objectContaining({ login: "it.user@example.com", timezone: "Europe/Oslo" }),
      credentials: { password: {}, provider: { type: "OKTA", name: "OKTA" } },
      _links: { self: { href: `https://org.example/api/v1/users/${ingrid}` } },
    });
    expect(JSON.stringify(body)).not.toContain("demo-password");
  });

  test.each([
    ["their ID", ingrid],
    ["their username", "it.user@example.com"],
    ["their username, written otherwise", "IT.User@Example.com"],
    ["the short form of it", "it.user"],
  ])("is found by %s", async (_case, name) => {
    const answer = await callApi(
      await createTestOrg(),
      "GET",
      `/users/${encodeURIComponent(name)}`,
    );

    expect(idOf(answer)).toBe(ingrid);
  });

  test.each(["00unobody", "it", "__proto__", "me", "%", "a/b", "it.user@"])(
    "is not found by %s",
    async (name) => {
      const answer = await callApi(
        await createTestOrg(),
        "GET",
        `/users/${encodeURIComponent(name)}`,
      );

      expect(answer).toMatchObject({
        status: 404,
        body: {
          errorCode: "E0000007",
          errorSummary: `Not found: Resource not found: ${name} (User)`,
        },
      });
    },
  );

  test("is not found by a short form that two people share", async () => {
    const org = await createTestOrg();
    await createIsaac(org);
    await callApi(org, "POST", "/users", { profile: { ...isaac, login: "isaac.brock@other.org" } });

    expect((await callApi(org, "GET", "/users/isaac.brock")).status).toBe(404);
  });
});

describe("a list of people", () => {
  test("has everybody but those who were deactivated", async () => {
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

    expect(loginsOf(all)).toHaveLength(6);
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
  ])("has with q who begins with %s", async (_case, q, logins) => {
    const answer = await callApi(await createTestOrg(), "GET", `/users?q=${encodeURIComponent(q)}`);

    expect(loginsOf(answer)).toStrictEqual(logins);
  });

  test("comes in parts, each with a link to the next", async () => {
    const org = await createTestOrg();
    const seen: string[] = [];
    let path: string | undefined = "/users?limit=3";
    let parts = 0;
    while (path !== undefined) {
      const answer: ApiAnswer = await callApi(org, "GET", path);
      seen.push(...loginsOf(answer));
      parts += 1;
      const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get("Link") ?? "")?.[1];
      path = next?.replace("https://org.example/api/v1", "");
    }

    expect(parts).toBe(3);
    expect(seen).toStrictEqual(loginsOf(await callApi(org, "GET", "/users")));
  });

  test.each(["status", 'status eq "', "status is 1"])("is refused for %s", async (filter) => {
    const answer = await callApi(
      await createTestOrg(),
      "GET",
      `/users?filter=${encodeURIComponent(filter)}`,
    );

    expect(answer).toMatchObject({
      status: 400,
      body: { errorCode: "E0000031", errorSummary: "Invalid search criteria." },
    });
  });
});

describe("a new person", () => {
  test("is active and in Everyone at once", async () => {
    const org = await createTestOrg();
    const answer = await callApi(org, "POST", "/users", {
      profile: { ...isaac, costCenter: "12", badges: ["a", "b"] },
      credentials: { password: { value: "a-long-password" } },
    });

    const groups = await callApi(org, "GET", `/users/${idOf(answer)}/groups`);
    const members = await callApi(org, "GET", `/groups/${everyone}/users`);

    expect(answer).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(/^00u\w{17}$/),
        status: "ACTIVE",
        created: "2026-01-01T00:00:00.000Z",
        activated: "2026-01-01T00:00:00.000Z",
        passwordChanged: "2026-01-01T00:00:00.000Z",
        profile: { ...isaac, costCenter: "12", badges: ["a", "b"] },
        credentials: { password: {} },
      },
    });
    expect(groups.body).toMatchObject([{ id: everyone, profile: { name: "Everyone" } }]);
    expect(loginsOf(members)).toContain("isaac.brock@example.com");
  });

  test("waits to be activated where the call says so", async () => {
    const org = await createTestOrg();
    const answer = await callApi(org, "POST", "/users?activate=false", { profile: isaac });
    expect(answer.body).toMatchObject({ status: "STAGED", activated: null, passwordChanged: null });
    expect(answer.body).not.toHaveProperty("credentials.password");

    const activation = await callApi(org, "POST", "/users/isaac.brock/lifecycle/activate");
    const again = await callApi(org, "POST", "/users/isaac.brock/lifecycle/activate");

    expect(activation.status).toBe(200);
    expect(again).toMatchObject({ status: 403, body: { errorCode: "E0000016" } });
    expect((await callApi(org, "GET", "/users/isaac.brock")).body).toMatchObject({
      status: "ACTIVE",
      activated: "2026-01-01T00:00:00.000Z",
    });
  });

  test("is put into the groups that the call names, after Everyone", async () => {
    const org = await createTestOrg();
    const id = await createIsaac(org, { groupIds: [it] });

    const { body } = await callApi(org, "GET", `/users/${id}/groups`);

    expect(body).toMatchObject([{ id: everyone }, { id: it }]);
  });

  test.each([
    ["a group that nobody knows", "00gnobody", 404],
    ["a group from a directory", "00gdomainUsersDem0h7", 403],
  ])("is not made for %s", async (_case, groupId, status) => {
    const org = await createTestOrg();
    const answer = await callApi(org, "POST", "/users", { profile: isaac, groupIds: [groupId] });

    expect(answer.status).toBe(status);
    expect((await callApi(org, "GET", "/users/isaac.brock")).status).toBe(404);
  });

  test("needs a username that nobody has, whatever its case", async () => {
    const answer = await callApi(await createTestOrg(), "POST", "/users", {
      profile: { ...isaac, login: "IT.user@example.com" },
    });

    expect(answer).toMatchObject({
      status: 400,
      body: {
        errorCode: "E0000001",
        errorSummary: "Api validation failed: login",
        errorCauses: [
          {
            errorSummary:
              "login: An object with this field already exists in the current organization",
          },
        ],
      },
    });
  });

  test.each([
    [
      "a username that is no email address",
      { ...isaac, login: "isaac" },
      "login: Username must be in the form of an email address",
    ],
    [
      "an email address that is none",
      { ...isaac, email: "isaac at home" },
      "email: Does not match required pattern",
    ],
    ["no last name", { ...isaac, lastName: "" }, "lastName: The field cannot be left blank"],
    ["a first name that is a number", { ...isaac, firstName: 1 }, "firstName: Must be a text"],
    [
      "a first name of a megabyte",
      { ...isaac, firstName: "x".repeat(1_000_000) },
      "firstName: The field is too long: at most 50 characters",
    ],
    [
      "an object within the profile",
      { ...isaac, manager: { name: "x" } },
      "manager: Must be a text, a number, true, false, or a list of these",
    ],
    ["a list for a profile", [], "profile: Must be an object"],
    ["no profile", undefined, "profile: The field cannot be left blank"],
  ])("is refused with %s", async (_case, profile, cause) => {
    const org = await createTestOrg();
    const { status, body } = await callApi(org, "POST", "/users", { profile });

    expect(status).toBe(400);
    expect(body).toHaveProperty("errorCode", "E0000001");
    expect(body).toHaveProperty("errorCauses", expect.arrayContaining([{ errorSummary: cause }]));
    expect(loginsOf(await callApi(org, "GET", "/users"))).toHaveLength(7);
  });

  test.each(["", "[", "null", "[]", '"x"', '{"profile":[]}', `{"profile":${"[".repeat(100_000)}`])(
    "is refused with the body %.20s",
    async (body) => {
      const answer = await callApi(await createTestOrg(), "POST", "/users", body);

      expect(answer.status).toBe(400);
    },
  );

  test("is made once where two calls at the same time want their username", async () => {
    const org = await createTestOrg();
    const answers = await Promise.all(
      [1, 2, 3].map(() => callApi(org, "POST", "/users", { profile: isaac })),
    );

    expect(answers.map(({ status }) => status).sort()).toStrictEqual([200, 400, 400]);
    expect(loginsOf(await callApi(org, "GET", "/users"))).toHaveLength(8);
  });

  test("cannot bring a prototype along", async () => {
    const org = await createTestOrg();
    const profile = JSON.stringify(isaac).replace("{", '{"__proto__":{"isAdmin":true},');
    const { body } = await callApi(org, "POST", "/users", `{"profile":${profile}}`);

    expect(body).toHaveProperty("profile", isaac);
    expect(body).not.toHaveProperty("profile.isAdmin");
  });
});

describe("a change to a person", () => {
  test("with POST leaves alone what it does not name, and takes away what is null", async () => {
    const org = await createTestOrg();
    const id = await createIsaac(org, { profile: { ...isaac, city: "Issaquah", state: "WA" } });
    org.advance(60);
    const { status, body } = await callApi(org, "POST", `/users/${id}`, {
      profile: { city: null, nickName: "Ike" },
    });

    expect(status).toBe(200);
    expect(body).toHaveProperty("profile", { ...isaac, state: "WA", nickName: "Ike" });
    expect(body).toHaveProperty("lastUpdated", "2026-01-01T00:01:00.000Z");
    expect((await callApi(org, "GET", `/users/${id}`)).body).toStrictEqual(body);
  });

  test("with PUT takes away what it does not name, and keeps the password", async () => {
    const org = await createTestOrg();
    const id = await createIsaac(org, {
      profile: { ...isaac, city: "Issaquah" },
      credentials: { password: { value: "a-long-password" } },
    });
    const { body } = await callApi(org, "PUT", `/users/${id}`, { profile: isaac });

    expect(body).toMatchObject({ profile: isaac, credentials: { password: {} } });
    expect(body).not.toHaveProperty("profile.city");
  });

  test("takes back as it is what the API has shown", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "GET", `/users/${ingrid}`);

    const answer = await callApi(org, "PUT", `/users/${ingrid}`, body);

    expect(answer.status).toBe(200);
    expect(answer.body).toHaveProperty("profile.birthdate", "1985-04-12");
  });

  test.each([
    ["PUT", { profile: { login: "x@example.com" } }, "email: The field cannot be left blank"],
    ["POST", { profile: { login: null } }, "login: The field cannot be left blank"],
    ["POST", { profile: { login: "x" } }, "login: The field is too short: at least 5 characters"],
    ["POST", [], "body: Must be an object"],
    [
      "POST",
      { profile: { login: "JOE.user@example.com" } },
      "login: An object with this field already exists in the current organization",
    ],
  ] as const)("is refused: %s %j", async (method, change, cause) => {
    const org = await createTestOrg();
    const { status, body } = await callApi(org, method, `/users/${ingrid}`, change);

    expect(status).toBe(400);
    expect(body).toHaveProperty("errorCauses", expect.arrayContaining([{ errorSummary: cause }]));
    expect((await callApi(org, "GET", `/users/${ingrid}`)).body).toHaveProperty(
      "lastUpdated",
      "2019-11-19T22:11:56.000Z",
    );
  });

  test.each(["POST", "PUT"] as const)(
    "is refused once they are deactivated: %s",
    async (method) => {
      const org = await createTestOrg();
      await callApi(org, "POST", `/users/${ingrid}/lifecycle/deactivate`);

      expect(await callApi(org, method, `/users/${ingrid}`, { profile: isaac })).toMatchObject({
        status: 403,
        body: { errorCode: "E0000038" },
      });
    },
  );

  test("of their username shows in the next token", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", `/users/${ingrid}`, {
      profile: { login: "ingrid@example.com", firstName: "Inga" },
    });

    const browser = org.openBrowser();
    const answer = await browser.signIn("ingrid@example.com", { scope: "openid profile" });

    expect(decode(readFragment(answer).id_token)).toMatchObject({
      preferred_username: "ingrid@example.com",
      given_name: "Inga",
    });
  });
});

describe("the life of a person", () => {
  test("can be suspended, which keeps them out, and unsuspended", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", `/users/${ingrid}/lifecycle/suspend`);
    const again = await callApi(org, "POST", `/users/${ingrid}/lifecycle/suspend`);
    const keptOut = await org.openBrowser().signIn("it.user@example.com");

    expect(again).toMatchObject({
      status: 400,
      body: { errorCauses: [{ errorSummary: "Cannot suspend a user that is not active" }] },
    });
    expect(keptOut.headers.get("Location")).toBeNull();

    await callApi(org, "POST", `/users/${ingrid}/lifecycle/unsuspend`);
    const letIn = await org.openBrowser().signIn("it.user@example.com");

    expect(readFragment(letIn)).toHaveProperty("id_token");
    expect((await callApi(org, "POST", `/users/${ingrid}/lifecycle/unsuspend`)).status).toBe(400);
  });

  test("ends in two steps: deactivated, then gone with all that they had", async () => {
    const org = await createTestOrg();
    const first = await callApi(org, "DELETE", `/users/${ingrid}`);
    const between = await callApi(org, "GET", `/users/${ingrid}`);
    const groups = await callApi(org, "GET", `/users/${ingrid}/groups`);

    expect(first).toMatchObject({ status: 204, body: undefined });
    expect(between.body).toHaveProperty("status", "DEPROVISIONED");
    expect(groups.body).toHaveLength(2);

    const second = await callApi(org, "DELETE", `/users/${ingrid}`);
    const third = await callApi(org, "DELETE", `/users/${ingrid}`);
    const members = await callApi(org, "GET", `/groups/${it}/users`);

    expect([second.status, third.status]).toStrictEqual([204, 404]);
    expect(loginsOf(members)).not.toContain("it.user@example.com");
    expect(JSON.stringify(await org.store.get("configuration"))).not.toContain(ingrid);
  });

  test("takes the apps that were their own from who is deactivated", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", `/users/${ingrid}/lifecycle/deactivate`);
    await callApi(org, "POST", `/users/${ingrid}/lifecycle/activate`);

    const answer = await org.openBrowser().signIn("it.user@example.com", { client_id: clientId });

    expect(readFragment(answer)).toHaveProperty("error", "access_denied");
  });
});
