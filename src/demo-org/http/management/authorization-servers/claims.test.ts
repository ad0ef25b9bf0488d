import { describe, expect, test } from "vitest";
import { decode, parseFragment, type TestOrg } from "../../../test-support/test-org.ts";
import { parseCauses, parseId } from "../test-api-client.ts";
import { openServer } from "./test-server-client.ts";

const person = "it.user@example.com";
const teams = {
  name: "teams",
  status: "ACTIVE",
  claimType: "RESOURCE",
  valueType: "GROUPS",
  value: "IT",
  group_filter_type: "EQUALS",
  conditions: { scopes: [] },
};
const language = {
  name: "language",
  claimType: "IDENTITY",
  valueType: "EXPRESSION",
  value: "user.locale",
};

async function requestTokens(
  { openBrowser }: TestOrg,
  request: Readonly<Record<string, string>> = { response_type: "id_token token", scope: "openid" },
) {
  const reply = parseFragment(await openBrowser().signIn(person, request, "/default"));
  return { reply, idToken: reply.id_token, accessToken: reply.access_token };
}

describe("a new claim", () => {
  test("is in the next token, and in the list in Okta's shape", async () => {
    const { org, call } = await openServer();
    const response = await call("POST", "/claims", teams);
    const id = parseId(response);
    expect(response.status).toBe(201);
    expect(response.body).toStrictEqual({
      ...teams,
      id: expect.stringMatching(/^ocl\w{17}$/),
      system: false,
      alwaysIncludeInToken: true,
      apiResourceId: null,
      _links: {
        self: {
          href: `https://org.example/api/v1/authorizationServers/default/claims/${id}`,
          hints: { allow: ["GET", "PUT", "DELETE"] },
        },
      },
    });
    expect((await call("GET", "/claims")).body).toContainEqual(response.body);
    expect(decode((await requestTokens(org)).accessToken).teams).toEqual(["IT"]);
  });

  test("is left out of tokens once it is deactivated or deleted", async () => {
    const { org, call, add } = await openServer();
    const id = await add("/claims", teams);
    await call("PUT", `/claims/${id}`, { ...teams, status: "INACTIVE" });
    expect(decode((await requestTokens(org)).accessToken)).not.toHaveProperty("teams");
    await call("PUT", `/claims/${id}`, teams);
    expect(decode((await requestTokens(org)).accessToken)).toHaveProperty("teams");
    expect((await call("DELETE", `/claims/${id}`)).status).toBe(204);
    expect(decode((await requestTokens(org)).accessToken)).not.toHaveProperty("teams");
  });

  test("is left out of a thin ID token unless it is always included", async () => {
    const { org, call, add } = await openServer();
    const id = await add("/claims", language);
    expect(decode((await requestTokens(org)).idToken)).toHaveProperty("language");
    await call("PUT", `/claims/${id}`, { ...language, alwaysIncludeInToken: false });
    expect(decode((await requestTokens(org)).idToken)).not.toHaveProperty("language");
    const fat = await requestTokens(org, { response_type: "id_token", scope: "openid" });
    expect(decode(fat.idToken)).toHaveProperty("language");
  });

  test("is always included in an access token, even with alwaysIncludeInToken=false", async () => {
    const { call } = await openServer();
    const { body } = await call("POST", "/claims", { ...teams, alwaysIncludeInToken: false });
    expect(body).toMatchObject({ alwaysIncludeInToken: true });
  });

  test("is in a token only if one of its scopes is granted", async () => {
    const { org, add } = await openServer();
    await add("/claims", { ...teams, conditions: { scopes: ["email", "phone"] } });
    expect(decode((await requestTokens(org)).accessToken)).not.toHaveProperty("teams");
    const withPhone = await requestTokens(org, { response_type: "token", scope: "openid phone" });
    expect(decode(withPhone.accessToken)).toHaveProperty("teams");
  });

  test("can be saved with an invalid expression, and then token requests fail", async () => {
    const { org, call } = await openServer();
    const broken = { ...language, value: "Groups.startsWith(" };
    expect((await call("POST", "/claims", broken)).status).toBe(201);
    expect((await requestTokens(org)).reply).toMatchObject({
      error: "server_error",
      error_description: "The 'language' user claim could not be evaluated.",
    });
  });

  test.each([
    [{ ...teams, name: "scp" }, "name: 'scp' is reserved and cannot be used"],
    [{ ...language, name: "email" }, "name: 'email' is reserved and cannot be used"],
    [{ ...teams, name: "GroupsClaim" }, "name: An object with this field already exists"],
    [{ ...language, value: "x".repeat(1025) }, "value: The field is too long"],
    [{ ...language, value: "" }, "value: The field cannot be left blank"],
    [{ ...teams, conditions: { scopes: ["nope"] } }, "conditions.scopes: There is no scope 'nope'"],
    [{ ...teams, group_filter_type: "LIKE" }, "group_filter_type: "],
    [{ ...teams, valueType: "SYSTEM" }, "valueType: "],
    ["no object", "body: "],
  ])("is refused if it is %o", async (claim, cause) => {
    const { call } = await openServer();
    const before = (await call("GET", "/claims")).body;
    const response = await call("POST", "/claims", JSON.stringify(claim));
    expect(response.status).toBe(400);
    expect(parseCauses(response)).toEqual([expect.stringContaining(cause)]);
    expect((await call("GET", "/claims")).body).toEqual(before);
  });

  // The Okta CLI recognizes an existing claim by this error.
  test.each(["GroupsClaim", "scp"])(
    "is refused with Okta's error if its name is used or reserved: %s",
    async (name) => {
      const { call } = await openServer();
      expect(await call("POST", "/claims", { ...teams, name })).toMatchObject({
        status: 400,
        body: { errorCode: "E0000001", errorSummary: "Api validation failed: name" },
      });
    },
  );

  test("can have the name of a claim in the other token, or a URI as its name", async () => {
    const { add } = await openServer();
    await add("/claims", { ...language, name: "GroupsClaim" });
    await add("/claims", { ...language, name: "https://example.com/claims/language" });
  });
});

describe("a system claim", () => {
  const address = "/claims/ocladdressDemoOrg0h7";

  test("has no value, and its alwaysIncludeInToken can be changed", async () => {
    const { org, call } = await openServer();
    const shown = (await call("GET", address)).body;
    expect(shown).toMatchObject({ valueType: "SYSTEM", alwaysIncludeInToken: false });
    expect(shown).not.toHaveProperty("value");

    const request = { response_type: "id_token token", scope: "openid address" };
    expect(decode((await requestTokens(org, request)).idToken)).not.toHaveProperty("address");
    const body = { ...(typeof shown === "object" && shown), alwaysIncludeInToken: true };
    const changed = (await call("PUT", address, body)).body;
    expect(changed).toEqual(body);
    expect(decode((await requestTokens(org, request)).idToken)).toHaveProperty("address");
  });

  test.each([
    ["name", { name: "home" }],
    ["valueType", { valueType: "EXPRESSION" }],
    ["claimType", { claimType: "RESOURCE" }],
    ["conditions.scopes", { conditions: { scopes: [] } }],
    ["value", { value: "user.city" }],
  ])("keeps its %s", async (field, change) => {
    const { call } = await openServer();
    const response = await call("PUT", address, change);
    expect(response.status).toBe(400);
    expect(parseCauses(response)).toEqual([`${field}: Can't be changed for a system claim`]);
  });

  test("can't be deleted", async () => {
    const { call } = await openServer();
    expect((await call("DELETE", address)).status).toBe(403);
  });

  describe("the sub of access tokens", () => {
    const subject = "/claims/oclsubDemoOrgDemo0h7";

    test("has an expression, which can be changed", async () => {
      const { org, call } = await openServer();
      const { body } = await call("GET", subject);
      const shown = { ...(typeof body === "object" && body) };
      expect(shown).toMatchObject({
        name: "sub",
        claimType: "RESOURCE",
        valueType: "EXPRESSION",
        value: "(appuser != null) ? appuser.userName : app.clientId",
        conditions: { scopes: [] },
        system: true,
        alwaysIncludeInToken: true,
      });
      const changed = { ...shown, value: "user.lastName" };
      expect((await call("PUT", subject, changed)).body).toEqual(changed);
      const { accessToken, idToken } = await requestTokens(org);
      expect(decode(accessToken).sub).toBe("Holm");
      expect(decode(idToken).sub).toBe("00uixa271s6x7qt8I0h7");
    });

    test("can't be blank", async () => {
      const { call } = await openServer();
      const { status, body } = await call("PUT", subject, { value: "" });
      expect(status).toBe(400);
      expect(body).toMatchObject({
        errorCauses: [{ errorSummary: "value: The field cannot be left blank" }],
      });
    });

    test.each([
      ["without a value", "user.noSuchAttribute"],
      ["with an unknown member", "user.email.domain"],
      ["that is invalid", "user."],
    ])("fails the token request with an expression %s", async (_case, value) => {
      const { org, call } = await openServer();
      await call("PUT", subject, { value });
      expect((await requestTokens(org)).reply).toMatchObject({
        error: "server_error",
        error_description: "The 'sub' system claim could not be evaluated.",
      });
    });
  });
});
