import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { exchangeCode } from "../../test-support/client-calls.ts";
import { createCodeFlowOrg, signInForCode } from "../../test-support/code-flow-org.ts";
import { decode } from "../../test-support/test-org.ts";

const hashLeftHalf = (value: unknown) =>
  createHash("sha256").update(String(value)).digest().subarray(0, 16).toString("base64url");

describe("an authorization request for a code", () => {
  test("returns the code in the query, or in the fragment if it also returns tokens", async () => {
    const org = await createCodeFlowOrg();
    const response_type = "code id_token token";
    const scope = "openid groups";
    const hybrid = await signInForCode(org.openBrowser(), { response_type, scope });
    expect(Object.keys(hybrid).slice(0, 3)).toEqual(["code", "id_token", "access_token"]);
    const claims = decode(hybrid.id_token);
    expect(claims).toMatchObject({
      c_hash: hashLeftHalf(hybrid.code),
      at_hash: hashLeftHalf(hybrid.access_token),
    });
    expect(claims).not.toHaveProperty("groups");

    const withoutToken = { response_type: "code id_token", scope };
    const fat = await signInForCode(org.openBrowser(), withoutToken);
    expect(decode(fat.id_token)).toMatchObject({
      c_hash: hashLeftHalf(fat.code),
      groups: ["Everyone", "IT"],
    });
    expect(decode(fat.id_token)).not.toHaveProperty("at_hash");
    expect((await exchangeCode(org, fat.code)).status).toBe(200);
  });

  test.each([
    [
      "no challenge",
      { code_challenge: undefined, code_challenge_method: undefined },
      "PKCE code challenge is required by the application.",
    ],
    [
      "a plain challenge",
      { code_challenge_method: "plain" },
      "PKCE code challenge method is not supported. Valid values: [S256]",
    ],
    [
      "a malformed challenge",
      { code_challenge: "short" },
      "PKCE code challenge contains illegal characters.",
    ],
  ])("is refused with %s", async (_case, change, description) => {
    const browser = (await createCodeFlowOrg()).openBrowser();
    const request = { response_type: "code", ...change };
    const full = { code_challenge_method: "S256", code_challenge: "c".repeat(43), ...request };
    const location = (await browser.authorize(full)).headers.get("Location") ?? "";
    expect(new URL(location).searchParams.get("error_description")).toBe(description);
  });
});
