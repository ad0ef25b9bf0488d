import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../../seed/configuration.ts";
import {
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  type TestOrg,
} from "../../../test-support/test-org.ts";
import { type ApiResponse, callApi, parseCauses } from "../test-api-client.ts";
import { ingrid, isaac } from "../users/test-user-client.ts";

const path = "/meta/schemas/user/default";

const propertiesSchema = v.object({ properties: v.record(v.string(), v.unknown()) });
const responseSchema = v.object({
  definitions: v.object({ custom: propertiesSchema, base: propertiesSchema }),
});

const parseCustom = ({ body }: ApiResponse) =>
  v.parse(responseSchema, body).definitions.custom.properties;
const define = (org: TestOrg, properties: object) =>
  callApi(org, "POST", path, { definitions: { custom: { id: "#custom", properties } } });
const update = (org: TestOrg, profile: object) =>
  callApi(org, "POST", `/users/${ingrid}`, { profile });

const badges = { title: "Badges", type: "array", items: { type: "string" } };

describe("the schema of users' profiles", () => {
  test("is returned in the shape of Okta's UserSchema object", async () => {
    const org = await createTestOrg();
    const { status, body } = await callApi(org, "GET", path);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: "https://org.example/meta/schemas/user/default",
      $schema: "http://json-schema.org/draft-04/schema#",
      name: "user",
      title: "User",
      definitions: {
        custom: {
          id: "#custom",
          type: "object",
          properties: {
            birthdate: { title: "Birthdate", type: "string", mutability: "READ_WRITE" },
          },
          required: [],
        },
        base: {
          id: "#base",
          properties: {
            login: {
              title: "Username",
              type: "string",
              required: true,
              mutability: "READ_WRITE",
              scope: "NONE",
              minLength: 5,
              maxLength: 100,
              permissions: [{ principal: "SELF", action: "READ_ONLY" }],
              master: { type: "PROFILE_MASTER" },
            },
          },
          required: ["login", "firstName", "lastName", "email"],
        },
      },
      type: "object",
    });
    const user = await callApi(org, "GET", `/users/${ingrid}`);
    expect(user.body).toHaveProperty(
      "_links.schema.href",
      "https://org.example/api/v1/meta/schemas/user/oscdefaultUserSc0h7",
    );
    expect((await callApi(org, "GET", "/meta/schemas/user/oscdefaultUserSc0h7")).body).toEqual(
      body,
    );
    expect((await callApi(org, "GET", "/meta/schemas/user/oscAnother")).status).toBe(404);
  });

  test("accepts its own response unchanged", async () => {
    const org = await createTestOrg();
    const before = await callApi(org, "GET", path);
    const after = await callApi(org, "POST", path, before.body);
    expect(after.status).toBe(200);
    expect(v.parse(responseSchema, after.body)).toEqual(v.parse(responseSchema, before.body));
  });

  test.each([
    ["an attribute without a title", { x: { type: "string" } }, /x\.title: The field cannot/],
    ["an attribute of an unknown type", { x: { title: "X", type: "date" } }, /x\.type: Must be/],
    ["an attribute that every profile has", { email: badges }, /email: Every profile has/],
    ["a name with a hyphen", { "x-y": badges }, /x-y: Must have only letters/],
    ["a unique attribute", { x: { ...badges, unique: true } }, /x\.unique: Must be false/],
    ["a changed type", { birthdate: badges }, /birthdate\.type: Can't be changed/],
  ])("refuses %s", async (_case, properties, cause) => {
    const org = await createTestOrg();
    const response = await define(org, properties);
    expect(response.status).toBe(400);
    expect(parseCauses(response)).toContainEqual(expect.stringMatching(cause));
    expect(parseCustom(await callApi(org, "GET", path))).not.toHaveProperty("x");
  });

  test("refuses to change an attribute that every profile has", async () => {
    const properties = { city: { title: "Town" } };
    const response = await callApi(await createTestOrg(), "POST", path, {
      definitions: { base: { properties } },
    });
    expect(parseCauses(response)).toEqual([
      "definitions.base.properties.city: The demo org can't change this attribute",
    ]);
  });
});

describe("a profile attribute that the schema lacks", () => {
  test("is refused until it is added to the schema", async () => {
    const org = await createTestOrg();
    const profile = { ...isaac, badges: ["red"] };
    const create = () => callApi(org, "POST", "/users", { profile });
    expect(await create()).toMatchObject({
      status: 400,
      body: {
        errorCode: "E0000001",
        errorSummary: "Api validation failed: newUser",
        errorCauses: [{ errorSummary: "Property name 'badges' is not defined in profile" }],
      },
    });
    const refused = await update(org, { badges: ["red"] });
    expect(refused.status).toBe(400);
    expect(parseCauses(refused)).toEqual(["Property name 'badges' is not defined in profile"]);

    expect((await define(org, { badges })).status).toBe(200);
    expect(await create()).toMatchObject({ status: 200, body: { profile } });
    expect((await update(org, { badges: ["blue"] })).body).toMatchObject({
      profile: { badges: ["blue"], birthdate: "1985-04-12" },
    });
  });

  test("can be read by an expression after it is added to the schema", async () => {
    const org = await createTestOrg();
    await define(org, { favouriteColour: { title: "Favourite colour", type: "string" } });
    await update(org, { favouriteColour: "green" });
    await callApi(org, "POST", `/internal/apps/${clientId}/settings/oauth/idToken`, {
      name: "colour",
      valueType: "EXPRESSION",
      value: "user.favouriteColour",
    });
    const response = await org.openBrowser().signIn("it.user@example.com");
    expect(decode(parseFragment(response).id_token)).toMatchObject({ colour: "green" });
  });
});

test("removing an attribute removes its values", async () => {
  const org = await createTestOrg();
  const response = await define(org, { birthdate: null });
  expect(parseCustom(response)).not.toHaveProperty("birthdate");
  expect(parseCustom(response)).toHaveProperty("website");

  const { body } = await callApi(org, "GET", `/users/${ingrid}`);
  expect(body).not.toHaveProperty("profile.birthdate");
  expect(body).toHaveProperty("profile.website");
  expect((await update(org, { birthdate: "1985-04-12" })).status).toBe(400);
});

describe("a custom attribute's value", () => {
  const attributes = {
    short: { title: "Short", type: "string", minLength: 2, maxLength: 3 },
    size: { title: "Size", type: "string", enum: ["S", "L"] },
    count: { title: "Count", type: "integer", enum: [1, 9] },
    rate: { title: "Rate", type: "number" },
    isNew: { title: "New", type: "boolean" },
    numbers: { title: "Numbers", type: "array", items: { type: "integer" } },
  };

  test.each([
    [{ short: "abc", size: "S", count: 9, rate: 0.5, isNew: false, numbers: [1, 2] }],
    [{ short: null, size: null, count: null, isNew: null }],
  ])("can be %j", async (profile) => {
    const org = await createTestOrg();
    await define(org, attributes);
    expect((await update(org, profile)).status).toBe(200);
  });

  test.each([
    [{ short: "a" }, "short: The field is too short: at least 2 characters"],
    [{ short: "abcd" }, "short: The field is too long: at most 3 characters"],
    [{ short: 12 }, "short: Must be a string"],
    [{ size: "M" }, "size: Must be one of S, L"],
    [{ count: 5 }, "count: Must be one of 1, 9"],
    [{ count: 1.5 }, "count: Must be a whole number"],
    [{ rate: "1" }, "rate: Must be a number"],
    [{ isNew: "yes" }, "isNew: Must be true or false"],
    [{ numbers: 1 }, "numbers: Must be an array"],
    [{ numbers: [1, "2"] }, "numbers.1: Must be a number"],
    [{ nickName: 1 }, "nickName: Must be a string"],
    [{ secondEmail: "nobody" }, "secondEmail: Does not match required pattern"],
  ])("can't be %j", async (profile, cause) => {
    const org = await createTestOrg();
    await define(org, attributes);
    const response = await update(org, profile);
    expect(response.status).toBe(400);
    expect(parseCauses(response)).toEqual([cause]);
  });

  test("is required if the attribute is required", async () => {
    const org = await createTestOrg();
    const office = { title: "Office", type: "string", required: true };
    const { body } = await define(org, { office });
    expect(body).toMatchObject({ definitions: { custom: { required: ["office"] } } });

    const blank = ["office: The field cannot be left blank"];
    expect(parseCauses(await callApi(org, "POST", "/users", { profile: isaac }))).toEqual(blank);
    expect(parseCauses(await update(org, { office: null }))).toEqual(blank);
    expect((await update(org, { nickName: "Inge" })).status).toBe(200);
    const profile = { ...isaac, office: "Oslo" };
    expect((await callApi(org, "POST", "/users", { profile })).status).toBe(200);
  });
});

describe("the org file", () => {
  const exported = async (org: TestOrg) =>
    (await callApi(org, "GET", "/demo/v1/configuration")).body;

  test("includes the custom attributes, for another org to import", async () => {
    const [from, to] = [await createTestOrg(), await createTestOrg()];
    await define(from, { badges });
    await update(from, { badges: ["red"] });
    const imported = await callApi(to, "PUT", "/demo/v1/configuration", await exported(from));
    expect(imported.status).toBe(200);
    expect(parseCustom(await callApi(to, "GET", path))).toHaveProperty("badges");
    expect((await update(to, { badges: ["blue"] })).status).toBe(200);
  });

  test("is refused if its schema lacks a profile attribute", async () => {
    const { custom } = seedConfiguration.userSchema;
    const { birthdate: _without, ...others } = custom;
    const configuration = { ...seedConfiguration, userSchema: { custom: others } };
    const response = await callApi(await createTestOrg(), "PUT", "/demo/v1/configuration", {
      format: "okta-groups-explorer/org",
      version: 1,
      configuration,
    });
    expect(parseCauses(response)).toEqual([
      "configuration.users.0.profile.birthdate: Property name 'birthdate' is not defined in profile",
    ]);
  });

  test("of an older release without a schema defines the attributes that it uses", async () => {
    const org = await createTestOrg();
    const { userSchema: _without, ...configuration } = structuredClone(seedConfiguration);
    const [first] = configuration.users;
    if (first) Object.assign(first.profile, { badges: ["red"], level: 3, isNew: true });
    const response = await callApi(org, "PUT", "/demo/v1/configuration", {
      format: "okta-groups-explorer/org",
      version: 1,
      configuration,
    });
    expect(response.status).toBe(200);
    expect(parseCustom(await callApi(org, "GET", path))).toMatchObject({
      birthdate: { type: "string" },
      badges: { type: "array", items: { type: "string" } },
      level: { type: "number" },
      isNew: { type: "boolean" },
    });
  });
});
