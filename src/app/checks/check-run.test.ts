import { describe, expect, test } from "vitest";
import type { ResponseType } from "../../oidc/authorization-request.ts";
import { computeTrust } from "../../oidc/trust.ts";
import { buildRun, buildTokenRequest, nowSeconds, testClaims } from "../result/test-run.ts";
import { checkRun } from "./check-run.ts";

const { fat, thin, orgAccessToken } = testClaims;

const failuresOf = (run: Parameters<typeof checkRun>[0]) =>
  checkRun(run, nowSeconds)
    .filter(({ status }) => status === "fail")
    .map(({ id }) => id);

const both = { idToken: thin, accessToken: orgAccessToken };

/** The org server's ID token for a code. */
const exchanged = { ...fat, at_hash: "x" };
const openid = ["openid"];

/** Builds a run with a code that was exchanged. */
function buildCodeRun(
  responseType: ResponseType,
  parts: Parameters<typeof buildRun>[0],
  tokenRequest = buildTokenRequest({ idToken: exchanged }),
) {
  return buildRun({
    ...parts,
    parameters: { code: "code-1", ...parts?.parameters },
    request: { responseType, scopes: openid, ...parts?.request },
    tokenRequest,
  });
}

describe(checkRun, () => {
  test.each([
    ["an ID token", buildRun({ idToken: fat })],
    ["a code", buildCodeRun("code", {})],
    [
      "a code without openid",
      buildCodeRun("code", { request: { scopes: ["okta.users.read"] } }, buildTokenRequest()),
    ],
    ["a code and an ID token", buildCodeRun("code id_token", { idToken: { ...fat, c_hash: "x" } })],
    [
      "a code and both tokens",
      buildCodeRun("code id_token token", { ...both, idToken: { ...thin, c_hash: "x" } }),
    ],
    ["a code and an access token", buildCodeRun("code token", { accessToken: orgAccessToken })],
    ["both tokens", buildRun(both)],
    ["an org access token", buildRun({ accessToken: orgAccessToken })],
    ["an error", buildRun({ parameters: { error: "access_denied" } })],
  ])("has no failed check for %s, if that was requested", (_case, run) => {
    expect(failuresOf(run)).toEqual([]);
  });

  test.each([
    [
      "a response that was received before",
      buildRun({ idToken: fat, request: null, origin: "repeated" }),
      "request.state",
    ],
    [
      "a response that nobody requested",
      buildRun({ idToken: fat, request: null }),
      "request.state",
    ],
    [
      "an error that nobody requested",
      buildRun({ request: null, parameters: { error: "x" } }),
      "request.state",
    ],
    ["another state", buildRun({ idToken: fat, parameters: { state: "other" } }), "request.state"],
    [
      "another issuer in the response",
      buildRun({ idToken: fat, parameters: { iss: "https://other.example" } }),
      "response.iss",
    ],
    [
      "another issuer in the error response",
      buildRun({ parameters: { error: "x", iss: "https://other.example" } }),
      "response.iss",
    ],
    [
      "another issuer in the ID token",
      buildRun({ idToken: { ...fat, iss: "https://other.example" } }),
      "id_token.iss",
    ],
    [
      "another issuer in an opaque access token",
      buildRun({ accessToken: { ...orgAccessToken, iss: "https://other.example" } }),
      "access_token.iss",
    ],
    ["another app’s ID token", buildRun({ idToken: { ...fat, aud: "0oaOther" } }), "id_token.aud"],
    [
      "another request’s ID token",
      buildRun({ idToken: { ...fat, nonce: "other" } }),
      "id_token.nonce",
    ],
    [
      "no code",
      buildRun({ idToken: fat, request: { responseType: "code id_token" } }),
      "response.tokens",
    ],
    [
      "a code of another issuer",
      buildCodeRun("code", { parameters: { iss: "https://other.example" } }),
      "response.iss",
    ],
    [
      "an ID token without a c_hash for its code",
      buildCodeRun("code id_token", { idToken: fat }),
      "id_token.c_hash_present",
    ],
    [
      "another request’s ID token for a code",
      buildCodeRun("code", {}, buildTokenRequest({ idToken: { ...exchanged, nonce: "other" } })),
      "id_token.nonce",
    ],
    [
      "another app’s ID token for a code",
      buildCodeRun("code", {}, buildTokenRequest({ idToken: { ...exchanged, aud: "0oaOther" } })),
      "id_token.aud",
    ],
    ["no ID token for a code", buildCodeRun("code", {}, buildTokenRequest()), "response.tokens"],
    [
      "another token type for a code",
      buildCodeRun(
        "code",
        {},
        buildTokenRequest({ idToken: exchanged, members: { token_type: "DPoP" } }),
      ),
      "response.token_type",
    ],
    [
      "ID tokens of two users",
      buildCodeRun(
        "code id_token",
        { idToken: { ...fat, c_hash: "x" } },
        buildTokenRequest({ idToken: { ...exchanged, sub: "00u-other" } }),
      ),
      "id_token.same_user",
    ],
    [
      "a missing access token",
      buildRun({ idToken: fat, request: { responseType: "id_token token" } }),
      "response.tokens",
    ],
    [
      "an access token that was not requested",
      buildRun({ ...both, request: { responseType: "id_token" } }),
      "response.tokens",
    ],
    [
      "a token type other than Bearer",
      buildRun({ ...both, parameters: { token_type: "DPoP" } }),
      "response.token_type",
    ],
    [
      "an expired ID token",
      buildRun({ idToken: { ...fat, exp: nowSeconds - 200 } }),
      "id_token.exp",
    ],
  ])("fails for %s", (_case, run, id) => {
    expect(failuresOf(run)).toContain(id);
    const checks = { status: "done" as const, results: checkRun(run, nowSeconds) };
    expect(computeTrust(checks).level).toBe("failed");
  });

  test("calls the org server’s access token opaque, and checks only the issuer in it", () => {
    const run = buildRun({ accessToken: { ...orgAccessToken, exp: 1 } });
    const checks = checkRun(run, nowSeconds).filter(({ about }) => about === "access_token");
    expect(checks.map(({ id, status }) => [id, status])).toEqual(
      expect.arrayContaining([
        ["access_token.iss", "pass"],
        ["access_token.format", "skipped"],
      ]),
    );
    expect(checks.map(({ id }) => id)).not.toContain("access_token.exp");
  });

  test.each([
    ["the same user", both, "pass"],
    ["another user", { ...both, userInfo: { sub: "00u-other" } }, "fail"],
    ["a user that no token names", { accessToken: "opaque-token" }, "skipped"],
  ])("checks whether UserInfo’s claims are about the tokens’ user: %s", (_case, parts, status) => {
    const run = buildRun({ userInfo: testClaims.userInfo, ...parts });
    const check = checkRun(run, nowSeconds).find(({ id }) => id === "userinfo.sub");
    expect(check?.status).toBe(status);
  });

  test("checks a run once for each time", () => {
    const run = buildRun({ idToken: fat });
    const fresh = checkRun(run, nowSeconds);
    expect(checkRun(run, nowSeconds)).toBe(fresh);

    const statusAt = (seconds: number) =>
      checkRun(run, seconds).find(({ id }) => id === "id_token.exp")?.status;
    expect(statusAt(nowSeconds)).toBe("pass");
    expect(statusAt(fat.exp + 3600)).toBe("fail");
    expect(statusAt(nowSeconds)).toBe("pass");
  });

  test("checks a run again after UserInfo’s claims were added", () => {
    const run = buildRun({ idToken: fat });
    const idsOf = (it: typeof run) => checkRun(it, nowSeconds).map(({ id }) => id);
    expect(idsOf(run)).not.toContain("userinfo.sub");
    const { userInfo } = buildRun({ userInfo: testClaims.userInfo });
    expect(idsOf({ ...run, userInfo })).toContain("userinfo.sub");
  });
});
