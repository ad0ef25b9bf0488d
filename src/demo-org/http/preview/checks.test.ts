import { describe, expect, test } from "vitest";
import type { Group } from "../../model/group.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { clientId, createTestOrg } from "../../test-support/test-org.ts";
import { callApi } from "../management/test-api-client.ts";

const ingrid = "00uixa271s6x7qt8I0h7";

describe("an expression check", () => {
  const check = async (expression: string, change: object = {}) => {
    const question = { expression, clientId, userId: ingrid, ...change };
    const org = await createTestOrg();
    return (await callApi(org, "POST", "/demo/v1/expression-check", question)).body;
  };

  test.each([
    ['Groups.startsWith("OKTA", "IT", 10)', {}, ["IT"]],
    ["user.firstName", {}, "Ingrid"],
    ["user.noSuchAttribute", {}, null],
    ["access.scope", { scopes: ["openid", "email"] }, ["openid", "email"]],
    ["(appuser != null) ? appuser.userName : app.clientId", { userId: null }, clientId],
    [
      "(appuser != null) ? appuser.userName : app.clientId",
      { userId: "outside.user@example.com" },
      clientId,
    ],
  ])("returns the value of %s with %o", async (expression, change, value) => {
    expect(await check(expression, change)).toEqual({ language: "classic", kind: "value", value });
  });

  test("returns the mistake and its position", async () => {
    expect(await check('Groups.startsWith("OKTA", "IT", 101)')).toEqual({
      language: "classic",
      kind: "mistake",
      code: "limit_out_of_range",
      message: "The limit must be a whole number from 1 to 100, except in the code flow.",
      offset: 32,
      length: 3,
    });
    expect(await check('Groups.startsWith("OKTA", "IT", 101)', { flow: "code" })).toMatchObject({
      kind: "value",
    });
  });

  test("uses Identity Engine's language for federated claims", async () => {
    const place = "federated claim";
    const language = "identity-engine";
    expect(await check("user.profile.firstName.toUpperCase()", { place })).toEqual({
      language,
      kind: "value",
      value: "INGRID",
    });
    expect(await check("String.toUpperCase(user.profile.firstName)", { place })).toMatchObject({
      language,
      kind: "mistake",
      code: "not_okta",
    });
    expect(await check("user.firstName.toUpperCase()")).toMatchObject({
      language: "classic",
      kind: "mistake",
      code: "not_okta",
    });
  });

  test("evaluates a group rule's condition for a user, without an app", async () => {
    const place = { place: "group rule", clientId: undefined };
    expect(await check('user.firstName == "Ingrid"', place)).toEqual({
      language: "classic",
      kind: "value",
      value: true,
    });
    expect(await check("app.profile.label", place)).toMatchObject({ kind: "mistake" });
  });

  test("refuses an unknown app or user", async () => {
    expect(await check("user.firstName", { clientId: "0oanobody" })).toMatchObject({
      errorCode: "E0000007",
    });
    expect(await check("user.firstName", { userId: "00unobody" })).toMatchObject({
      errorCode: "E0000007",
    });
  });
});

describe("a filter check", () => {
  const check = async (filterType: string, value: string, userId = ingrid) => {
    const question = { filterType, value, userId };
    const org = await createTestOrg();
    return (await callApi(org, "POST", "/demo/v1/filter-check", question)).body;
  };

  test("returns the matching names, or the reason why it can't", async () => {
    expect(await check("STARTS_WITH", "i")).toEqual({ kind: "names", names: ["IT"] });
    expect(await check("REGEX", "i.*")).toEqual({ kind: "names", names: [] });
    expect(await check("REGEX", "(")).toEqual({
      kind: "problem",
      message: expect.stringContaining("not a valid regular expression"),
    });
    expect(await check("REGEX", ".*", "many.groups@example.com")).toEqual({ kind: "too_many" });
  });

  test("returns a problem, not `too_many`, if the pattern takes too much work for the user's groups", async () => {
    const configuration = structuredClone(seedConfiguration);
    const groups = Array.from({ length: 5000 }, (_, index): Group => {
      const profile = { name: `${index} ${"a".repeat(240)}`, description: null };
      return { id: `00gmany${index}`, type: "OKTA_GROUP", profile };
    });
    configuration.groups.push(...groups);
    const membership = configuration.memberships.find(({ userId }) => userId === ingrid);
    membership?.groupIds.push(...groups.map(({ id }) => id));
    const org = await createTestOrg({ configuration });
    const question = { filterType: "REGEX", value: ".{0,990}b", userId: ingrid };
    expect((await callApi(org, "POST", "/demo/v1/filter-check", question)).body).toEqual({
      kind: "problem",
      message: expect.stringContaining("so many groups"),
    });
  });
});
