import { describe, expect, test } from "vitest";
import { createTestOrg } from "../../test-support/test-org.ts";
import { leftBlank } from "./describe-issue.ts";
import { callApi, parseCauses } from "./test-api-client.ts";

const name = " \t ";

describe("a name of 256 characters", () => {
  const long = "n".repeat(256);
  const claim = { claimType: "IDENTITY", valueType: "EXPRESSION", value: "user.login" };
  const conditions = { clients: { include: ["ALL_CLIENTS"] } };
  const server = "/authorizationServers/default";

  test.each([
    ["server", "/authorizationServers", { audiences: ["api://a"] }],
    ["scope", `${server}/scopes`, {}],
    ["claim", `${server}/claims`, claim],
    ["policy", `${server}/policies`, { conditions }],
  ])("is too long for a %s", async (_what, path, rest) => {
    const org = await createTestOrg();
    const refused = await callApi(org, "POST", path, { ...rest, name: long });
    expect(parseCauses(refused)).toEqual(["name: The field is too long: at most 255 characters"]);
    const taken = await callApi(org, "POST", path, { ...rest, name: long.slice(1) });
    expect(taken.status).toBe(201);
  });
});

describe("a name of spaces only", () => {
  test.each([
    ["group", "/groups", { profile: { name } }],
    ["server", "/authorizationServers", { name, description: "", audiences: ["api://a"] }],
    [
      "trusted origin",
      "/trustedOrigins",
      { name, origin: "https://a.example", scopes: [{ type: "CORS" }] },
    ],
  ])("counts as blank for a %s", async (_what, path, body) => {
    const response = await callApi(await createTestOrg(), "POST", path, body);
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({
      errorCauses: [{ errorSummary: `name: ${leftBlank}` }],
    });
  });
});
