import { describe, expect, test } from "vitest";
import { createTestOrg } from "../test-org.ts";
import { leftBlank } from "./describe-issue.ts";
import { callApi } from "./test-api-client.ts";

const name = " \t ";

describe("a name of blanks alone", () => {
  test.each([
    ["group", "/groups", { profile: { name } }],
    ["server", "/authorizationServers", { name, description: "", audiences: ["api://a"] }],
    [
      "trusted origin",
      "/trustedOrigins",
      { name, origin: "https://a.example", scopes: [{ type: "CORS" }] },
    ],
  ])("is left blank for a %s", async (_what, path, body) => {
    const answer = await callApi(await createTestOrg(), "POST", path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      errorCauses: [{ errorSummary: `name: ${leftBlank}` }],
    });
  });
});
