import { describe, expect, test } from "vitest";
import { clientId, createTestOrg } from "../../test-support/test-org.ts";
import { callApi, parseCauses } from "./test-api-client.ts";
import { listUnstorableValues } from "./unstorable-values.ts";

const unkeptName = "The demo org can't store this name";

describe(listUnstorableValues, () => {
  test("lists the positions of values that can't be stored", () => {
    const body = '{"a":[{"__proto__":1},{"constructor":2}],"prototype":{"__proto__":"__proto__"}}';
    expect(listUnstorableValues(JSON.parse(body))).toEqual(
      ["a.0.__proto__", "a.1.constructor", "prototype", "prototype.__proto__"].map(
        (place) => `${place}: ${unkeptName}`,
      ),
    );
    expect(listUnstorableValues({ proto: ["__proto__"], toString: 1 })).toEqual([]);
  });
});

test("a number that can't be stored is refused in a user's and in an app's profile", async () => {
  const org = await createTestOrg();
  const cause = "profile.n: The demo org can't store such a large number";
  const change = '{"profile":{"n":1e999}}';
  const refused = await callApi(org, "POST", "/users/it.user@example.com", change);
  expect(parseCauses(refused)).toEqual([cause]);
  const { body } = await callApi(org, "GET", `/apps/${clientId}`);
  const app = JSON.stringify({ ...Object(body), profile: { n: 0 } });
  const changed = app.replace('"n":0', '"n":-1e999');
  expect(parseCauses(await callApi(org, "PUT", `/apps/${clientId}`, changed))).toEqual([cause]);
});

describe("an attribute name that can't be stored", () => {
  const person = { login: "ada@example.com", email: "ada@example.com", lastName: "Byron" };
  const write = (profile: object, attribute: string) =>
    JSON.stringify({ profile: { ...profile, replaceMe: "x" } }).replace("replaceMe", attribute);

  test.each(["__proto__", "constructor", "prototype"])("is refused: %s", async (name) => {
    const org = await createTestOrg();
    const cause = `profile.${name}: ${unkeptName}`;
    for (const response of [
      await callApi(org, "POST", "/users", write({ ...person, firstName: "Ada" }, name)),
      await callApi(org, "POST", "/users/it.user@example.com", write({}, name)),
      await callApi(org, "POST", "/groups", write({ name: "Engines" }, name)),
    ]) {
      expect(response.status).toBe(400);
      expect(parseCauses(response)).toEqual([cause]);
    }
  });

  test("is refused at any depth in an app's profile", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "GET", `/apps/${clientId}`);
    const app = JSON.stringify({ ...Object(body), profile: {} });
    const changed = app.replace('"profile":{}', '"profile":{"teams":[{"__proto__":{}}]}');
    expect(parseCauses(await callApi(org, "PUT", `/apps/${clientId}`, changed))).toEqual([
      `profile.teams.0.__proto__: ${unkeptName}`,
    ]);
  });
});
