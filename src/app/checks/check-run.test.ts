import { describe, expect, test } from "vitest";
import { computeTrust } from "../../oidc/trust.ts";
import { buildRun, nowSeconds, testClaims } from "../result/test-run.ts";
import { checkRun } from "./check-run.ts";

const { fat, thin, orgAccessToken } = testClaims;

const failuresOf = (run: Parameters<typeof checkRun>[0]) =>
  checkRun(run, nowSeconds)
    .filter(({ status }) => status === "fail")
    .map(({ id }) => id);

const both = { idToken: thin, accessToken: orgAccessToken };

describe(checkRun, () => {
  test.each([
    ["an ID token", buildRun({ idToken: fat })],
    ["both tokens", buildRun(both)],
    ["an org access token", buildRun({ accessToken: orgAccessToken })],
    ["an error", buildRun({ parameters: { error: "access_denied" } })],
  ])("finds nothing wrong with %s that was requested", (_case, run) => {
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

  test("calls the org server’s access token opaque and checks nothing else in it", () => {
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
  ])("compares UserInfo about %s", (_case, parts, status) => {
    const run = buildRun({ userInfo: testClaims.userInfo, ...parts });
    const check = checkRun(run, nowSeconds).find(({ id }) => id === "userinfo.sub");
    expect(check?.status).toBe(status);
  });
});
