import { describe, expect, test } from "vitest";
import { createTestOrg, decode, parseFragment } from "../../../test-support/test-org.ts";
import { callApi, parseId } from "../test-api-client.ts";
import { createIsaac, everyone, ingrid, isaac, it, loginsOf } from "./test-user-client.ts";

describe("a new user", () => {
  test("is active and in Everyone at once", async () => {
    const org = await createTestOrg();
    const response = await callApi(org, "POST", "/users", {
      profile: { ...isaac, costCenter: "12", gender: "male" },
      credentials: { password: { value: "a-long-password" } },
    });

    const groups = await callApi(org, "GET", `/users/${parseId(response)}/groups`);
    const members = await callApi(org, "GET", `/groups/${everyone}/users`);

    expect(response).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(/^00u\w{17}$/),
        status: "ACTIVE",
        created: "2026-01-01T00:00:00.000Z",
        activated: "2026-01-01T00:00:00.000Z",
        passwordChanged: "2026-01-01T00:00:00.000Z",
        profile: { ...isaac, costCenter: "12", gender: "male" },
        credentials: { password: {} },
      },
    });
    expect(groups.body).toMatchObject([{ id: everyone, profile: { name: "Everyone" } }]);
    expect(loginsOf(members)).toContain("isaac.brock@example.com");
  });

  test("is not activated with activate=false", async () => {
    const org = await createTestOrg();
    const response = await callApi(org, "POST", "/users?activate=false", { profile: isaac });
    expect(response.body).toMatchObject({
      status: "STAGED",
      activated: null,
      passwordChanged: null,
    });
    expect(response.body).not.toHaveProperty("credentials.password");
  });

  test.each([
    ["ACTIVE", { password: { value: "a-long-password" } }],
    ["PROVISIONED", { password: {} }],
    ["PROVISIONED", undefined],
  ])("is %s once activated, with the credentials %j", async (status, credentials) => {
    const org = await createTestOrg();
    await callApi(org, "POST", "/users?activate=false", { profile: isaac, credentials });
    const activation = await callApi(org, "POST", "/users/isaac.brock/lifecycle/activate");
    const again = await callApi(org, "POST", "/users/isaac.brock/lifecycle/activate");

    expect(activation.status).toBe(200);
    expect(again).toMatchObject({ status: 403, body: { errorCode: "E0000016" } });
    expect((await callApi(org, "GET", "/users/isaac.brock")).body).toMatchObject({
      status,
      activated: "2026-01-01T00:00:00.000Z",
    });
  });

  test("is PROVISIONED without a password, and can't sign in until one is set", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "POST", "/users", {
      profile: isaac,
      credentials: { password: {} },
    });
    expect(body).toMatchObject({
      status: "PROVISIONED",
      activated: "2026-01-01T00:00:00.000Z",
      passwordChanged: null,
    });
    expect(body).not.toHaveProperty("credentials.password");

    const page = await (await org.openBrowser().authorize()).text();
    expect(page).toContain("it.user@example.com");
    expect(page).not.toContain(`value="${isaac.login}"`);
    expect(page).toContain(`<bdi>${isaac.login}</bdi> (no password yet) can’t sign in.`);
    // The sign-in page still shows the shared password of the other users.
    expect(page).toContain("demo-password");
    const refused = await org.openBrowser().signIn(isaac.login);
    expect(refused.headers.get("Location")).toBeNull();

    await callApi(org, "PUT", `/users/${parseId({ body })}`, {
      credentials: { password: { value: "a-long-password" } },
    });
    const { id_token, error } = parseFragment(await org.openBrowser().signIn(isaac.login));
    expect([id_token, error]).toEqual([undefined, "access_denied"]);
  });

  test("is added to Everyone, and then to the groups in the body", async () => {
    const org = await createTestOrg();
    const id = await createIsaac(org, { groupIds: [it] });

    const { body } = await callApi(org, "GET", `/users/${id}/groups`);

    expect(body).toMatchObject([{ id: everyone }, { id: it }]);
  });

  test.each([
    ["an unknown group", "00gnobody", 404],
    ["a group from a directory", "00gdomainUsersDem0h7", 403],
  ])("can't be created with %s", async (_case, groupId, status) => {
    const org = await createTestOrg();
    const response = await callApi(org, "POST", "/users", { profile: isaac, groupIds: [groupId] });

    expect(response.status).toBe(status);
    expect((await callApi(org, "GET", "/users/isaac.brock")).status).toBe(404);
  });

  test("needs a username that is unique in any case", async () => {
    const response = await callApi(await createTestOrg(), "POST", "/users", {
      profile: { ...isaac, login: "IT.user@example.com" },
    });

    expect(response).toMatchObject({
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
      "a username that is not an email address",
      { ...isaac, login: "isaac" },
      "login: Username must be in the form of an email address",
    ],
    [
      "a username with a million dots",
      { ...isaac, login: `a@${".".repeat(1_000_000)} ` },
      "login: The field is too long: at most 100 characters",
    ],
    [
      "an invalid email address",
      { ...isaac, email: "isaac at home" },
      "email: Does not match required pattern",
    ],
    ["no last name", { ...isaac, lastName: "" }, "lastName: The field cannot be left blank"],
    ["a first name that is a number", { ...isaac, firstName: 1 }, "firstName: Must be a string"],
    [
      "a very long first name",
      { ...isaac, firstName: "x".repeat(1_000_000) },
      "firstName: The field is too long: at most 50 characters",
    ],
    [
      "an object inside the profile",
      { ...isaac, manager: { name: "x" } },
      "manager: Must be a string, a number, true, false, or an array of these",
    ],
    ["a list for a profile", [], "profile: Must be an object"],
    ["no profile", undefined, "profile: The field cannot be left blank"],
  ])("is refused with %s", async (_case, profile, cause) => {
    const org = await createTestOrg();
    const before = loginsOf(await callApi(org, "GET", "/users"));
    const { status, body } = await callApi(org, "POST", "/users", { profile });

    expect(status).toBe(400);
    expect(body).toHaveProperty("errorCode", "E0000001");
    expect(body).toHaveProperty("errorCauses", expect.arrayContaining([{ errorSummary: cause }]));
    expect(loginsOf(await callApi(org, "GET", "/users"))).toEqual(before);
  });

  test.each(["", "[", "null", "[]", '"x"', '{"profile":[]}', `{"profile":${"[".repeat(100_000)}`])(
    "is refused with the body %.20s",
    async (body) => {
      const response = await callApi(await createTestOrg(), "POST", "/users", body);

      expect(response.status).toBe(400);
    },
  );

  test("is created only once by two concurrent calls with the same username", async () => {
    const org = await createTestOrg();
    const responses = await Promise.all(
      [1, 2, 3].map(() => callApi(org, "POST", "/users", { profile: isaac })),
    );

    expect(responses.map(({ status }) => status).sort()).toStrictEqual([200, 400, 400]);
    const logins = loginsOf(await callApi(org, "GET", "/users"));
    expect(logins.filter((it) => it === isaac.login)).toEqual([isaac.login]);
  });

  test("is refused if its profile has the attribute __proto__", async () => {
    const org = await createTestOrg();
    const profile = JSON.stringify(isaac).replace("{", '{"__proto__":{"isAdmin":true},');
    const { status } = await callApi(org, "POST", "/users", `{"profile":${profile}}`);

    expect(status).toBe(400);
    expect((await callApi(org, "GET", `/users/${isaac.login}`)).status).toBe(404);
  });
});

describe("a change to a user", () => {
  test("with POST keeps missing attributes, and removes attributes that are null", async () => {
    const org = await createTestOrg();
    const id = await createIsaac(org, { profile: { ...isaac, city: "Issaquah", state: "WA" } });
    org.advance(60);
    const { status, body } = await callApi(org, "POST", `/users/${id}`, {
      profile: { city: null, nickName: "Ike" },
    });

    expect(status).toBe(200);
    expect(body).toHaveProperty("profile", {
      ...isaac,
      state: "WA",
      nickName: "Ike",
      mobilePhone: null,
      secondEmail: null,
    });
    expect(body).toHaveProperty("lastUpdated", "2026-01-01T00:01:00.000Z");
    expect((await callApi(org, "GET", `/users/${id}`)).body).toStrictEqual(body);
  });

  test("with PUT removes missing attributes, and keeps the password", async () => {
    const org = await createTestOrg();
    const id = await createIsaac(org, {
      profile: { ...isaac, city: "Issaquah" },
      credentials: { password: { value: "a-long-password" } },
    });
    const { body } = await callApi(org, "PUT", `/users/${id}`, { profile: isaac });

    expect(body).toMatchObject({ profile: isaac, credentials: { password: {} } });
    expect(body).not.toHaveProperty("profile.city");
  });

  test("with PUT and only credentials keeps the profile", async () => {
    const org = await createTestOrg();
    org.advance(60);
    const { status, body } = await callApi(org, "PUT", `/users/${ingrid}`, {
      credentials: { password: { value: "another-password" } },
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: "ACTIVE",
      passwordChanged: "2026-01-01T00:01:00.000Z",
      profile: { login: "it.user@example.com", birthdate: "1985-04-12" },
    });
  });

  test("can be a PUT of the API's own response", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "GET", `/users/${ingrid}`);

    const response = await callApi(org, "PUT", `/users/${ingrid}`, body);

    expect(response.status).toBe(200);
    expect(response.body).toHaveProperty("profile.birthdate", "1985-04-12");
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

  test.each(["POST", "PUT"] as const)("is refused for a deactivated user: %s", async (method) => {
    const org = await createTestOrg();
    await callApi(org, "POST", `/users/${ingrid}/lifecycle/deactivate`);

    expect(await callApi(org, method, `/users/${ingrid}`, { profile: isaac })).toMatchObject({
      status: 403,
      body: { errorCode: "E0000038" },
    });
  });

  test("of the username changes the next token", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", `/users/${ingrid}`, {
      profile: { login: "ingrid@example.com", firstName: "Inga" },
    });

    const browser = org.openBrowser();
    const response = await browser.signIn("ingrid@example.com", { scope: "openid profile" });

    expect(decode(parseFragment(response).id_token)).toMatchObject({
      preferred_username: "ingrid@example.com",
      given_name: "Inga",
    });
  });
});
