import { describe, expect, test } from "vitest";
import {
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  type TestOrg,
} from "../../../test-support/test-org.ts";
import { callApi } from "../test-api-client.ts";

const path = `/internal/apps/${clientId}/settings/oauth/idToken`;
const filter = { name: "groups", valueType: "GROUPS", groupFilterType: "STARTS_WITH", value: "it" };

async function signIn(org: TestOrg) {
  return parseFragment(await org.openBrowser().signIn("it.user@example.com"));
}

describe("an app's groups claim", () => {
  test("is returned in the shape that Okta's Admin Console expects", async () => {
    const { status, body } = await callApi(await createTestOrg(), "GET", path);

    expect(status).toBe(200);
    expect(body).toStrictEqual({
      issuer: "https://org.example",
      orgUrl: null,
      customUrl: null,
      audience: clientId,
      issuerMode: "ORG_URL",
      valueType: "GROUPS",
      name: "groups",
      groupFilterType: "REGEX",
      value: ".*",
    });
  });

  test("filters the groups of the next token", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "POST", path, filter);
    const reply = await signIn(org);

    expect(body).toMatchObject(filter);
    expect(decode(reply.id_token).groups).toStrictEqual(["IT"]);
  });

  test("can be an expression under another name", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", path, {
      name: "teams",
      valueType: "EXPRESSION",
      value: 'Groups.startsWith("OKTA", "IT", 10)',
    });

    const claims = decode((await signIn(org)).id_token);
    expect(claims.teams).toStrictEqual(["IT"]);
    expect(claims).not.toHaveProperty("groups");
  });

  test("is returned without a filter type if it is an expression", async () => {
    const org = await createTestOrg();
    const claim = { name: "groups", valueType: "EXPRESSION", value: "user.login" };
    await callApi(org, "POST", path, claim);

    const { body } = await callApi(org, "GET", path);
    expect(body).toMatchObject(claim);
    expect(body).not.toHaveProperty("groupFilterType");
  });

  test("is removed by a request without name, value and type", async () => {
    const org = await createTestOrg();
    const { body } = await callApi(org, "POST", path, { issuerMode: "ORG_URL" });

    const common = { orgUrl: null, customUrl: null, issuerMode: "ORG_URL" };
    expect(body).toStrictEqual({ ...common, issuer: null, audience: null });
    expect((await callApi(org, "GET", path)).body).toStrictEqual({
      ...common,
      issuer: "https://org.example",
      audience: clientId,
    });
    expect(decode((await signIn(org)).id_token)).not.toHaveProperty("groups");
  });

  test.each([
    ["a pattern", { ...filter, groupFilterType: "REGEX", value: "(" }],
    ["an expression", { name: "groups", valueType: "EXPRESSION", value: "Groups.startsWith(" }],
  ])("can be saved with an invalid %s, and then token requests fail", async (_case, claim) => {
    const org = await createTestOrg();
    const { status } = await callApi(org, "POST", path, claim);

    expect(status).toBe(200);
    expect((await signIn(org)).error).toBe("server_error");
  });

  test.each([
    ["a reserved name", { ...filter, name: "role" }, "name: 'role' is reserved and cannot be used"],
    ["a value that is too long", { ...filter, value: "x".repeat(1025) }, "value: "],
    ["a filter without its kind", { ...filter, groupFilterType: "" }, "groupFilterType: "],
    ["a value without a name", { ...filter, name: "" }, "name: "],
    ["an unknown value type", { ...filter, valueType: "SYSTEM" }, "valueType: "],
  ])("is refused with %s", async (_case, claim, cause) => {
    const org = await createTestOrg();

    expect(await callApi(org, "POST", path, claim)).toMatchObject({
      status: 400,
      body: { errorCauses: [{ errorSummary: expect.stringContaining(cause) }] },
    });
    expect((await callApi(org, "GET", path)).body).toMatchObject({ value: ".*" });
  });
});
