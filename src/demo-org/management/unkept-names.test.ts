import { describe, expect, test } from "vitest";
import { clientId, createTestOrg } from "../test-org.ts";
import { callApi, readCauses } from "./test-api-client.ts";
import { listUnkeptNames } from "./unkept-names.ts";

describe(listUnkeptNames, () => {
  test("names the places of members that could not be kept, and no others", () => {
    const body = '{"a":[{"__proto__":1},{"constructor":2}],"prototype":{"__proto__":"__proto__"}}';
    expect(listUnkeptNames(JSON.parse(body))).toEqual([
      "a.0.__proto__",
      "a.1.constructor",
      "prototype",
      "prototype.__proto__",
    ]);
    expect(listUnkeptNames({ proto: ["__proto__"], toString: 1 })).toEqual([]);
  });
});

describe("an attribute whose name cannot be kept", () => {
  const person = { login: "ada@example.com", email: "ada@example.com", lastName: "Byron" };
  const write = (profile: object, attribute: string) =>
    JSON.stringify({ profile: { ...profile, replaceMe: "x" } }).replace("replaceMe", attribute);

  test.each(["__proto__", "constructor", "prototype"])("is refused: %s", async (name) => {
    const org = await createTestOrg();
    const cause = `profile.${name}: The demo org cannot keep anything under this name`;
    for (const answer of [
      await callApi(org, "POST", "/users", write({ ...person, firstName: "Ada" }, name)),
      await callApi(org, "POST", "/users/it.user@example.com", write({}, name)),
      await callApi(org, "POST", "/groups", write({ name: "Engines" }, name)),
    ]) {
      expect(answer.status).toBe(400);
      expect(readCauses(answer)).toEqual([cause]);
    }
  });

  test("is refused in the profile of an app, however deep it stands", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "GET", `/apps/${clientId}`);
    const app = JSON.stringify({ ...Object(body), profile: {} });
    const changed = app.replace('"profile":{}', '"profile":{"teams":[{"__proto__":{}}]}');
    expect(readCauses(await callApi(org, "PUT", `/apps/${clientId}`, changed))).toEqual([
      "profile.teams.0.__proto__: The demo org cannot keep anything under this name",
    ]);
  });
});
