import { describe, expect, test, vi } from "vitest";
import type { CheckStatus } from "./check.ts";
import { asAccessToken } from "./tokens.ts";
import { checkUserInfoSubject, fetchUserInfo } from "./userinfo.ts";

const endpoint = "https://dev-1.okta.com/oauth2/v1/userinfo";
const accessToken = asAccessToken("a.b.c");

function call(response: Response) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => response);
  return { fetch, result: fetchUserInfo({ endpoint, accessToken, fetch }) };
}

function refuse(status: number, challenge: string, body = "") {
  const headers = { "WWW-Authenticate": challenge };
  return call(new Response(body, { status, headers })).result;
}

describe(fetchUserInfo, () => {
  test("sends the token to the endpoint without cookies, and follows no redirect", async () => {
    const claims = { sub: "00u1", groups: ["Everyone", "état"] };
    const { fetch, result } = call(Response.json(claims));
    expect(await result).toMatchObject({
      kind: "claims",
      claims,
      set: { claims, text: JSON.stringify(claims) },
    });
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      endpoint,
      expect.objectContaining({
        headers: expect.objectContaining({ Authorization: "Bearer a.b.c" }),
        credentials: "omit",
        redirect: "error",
        cache: "no-store",
      }),
    );
  });

  test.each([
    [
      401,
      'Bearer error="invalid_token", error_description="The access token is invalid"',
      "invalid_token",
      "The access token is invalid",
    ],
    [
      403,
      'Bearer authorization_uri="http://dev-1.okta.com/oauth2/v1/authorize", realm="x", scope="openid", error="insufficient_scope", error_description="one of these - profile, email, \\"address\\" or phone", resource="/oauth2/v1/userinfo"',
      "insufficient_scope",
      'one of these - profile, email, "address" or phone',
    ],
    [401, "Bearer error=invalid_token", "invalid_token", undefined],
    [401, "", undefined, undefined],
    [503, "Basic", undefined, undefined],
  ])("parses an error response with %i and %o", async (status, challenge, error, description) => {
    expect(await refuse(status, challenge)).toEqual({
      kind: "refused",
      status,
      error,
      description,
    });
  });

  test("parses the error in the body if CORS hides the WWW-Authenticate header", async () => {
    const body = JSON.stringify({ error: "invalid_token", error_description: 7 });
    expect(await refuse(401, "", body)).toMatchObject({
      error: "invalid_token",
      description: undefined,
    });
  });

  test.each([
    ["<html>", "not_json"],
    ["a.b.c", "not_json"],
    ["null", "not_an_object"],
    ['[{"sub":"00u1"}]', "not_an_object"],
  ])("refuses %o: %s", async (body, kind) => {
    expect(await call(new Response(body)).result).toEqual({ kind });
  });

  test.each(["tökén✓", "a\r\nX-Evil: 1", "a b", "="])(
    "doesn’t send %o, which is not a Bearer token",
    async (token) => {
      const fetch = vi.fn<typeof globalThis.fetch>();
      const result = await fetchUserInfo({ endpoint, accessToken: asAccessToken(token), fetch });
      expect(result).toEqual({ kind: "invalid_token_text" });
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  test("returns unreachable if the request fails", async () => {
    const fetch = vi
      .fn<typeof globalThis.fetch>()
      .mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await fetchUserInfo({ endpoint, accessToken, fetch })).toEqual({
      kind: "unreachable",
      because: "failed",
    });
  });
});

describe(checkUserInfoSubject, () => {
  const joe = { sub: "00u1" };
  const joesAccessToken = { uid: "00u1", sub: "joe@example.com" };

  test.each<[string, Parameters<typeof checkUserInfoSubject>[0], CheckStatus, string]>([
    [
      "passes the user of the ID token",
      { userInfoClaims: joe, idTokenClaims: joe },
      "pass",
      "ID token’s sub",
    ],
    [
      "fails if the ID token is of another user",
      { userInfoClaims: { sub: "00u2" }, idTokenClaims: joe, accessTokenClaims: { uid: "00u2" } },
      "fail",
      'sub is "00u2", but the ID token’s sub is "00u1"',
    ],
    [
      "passes the access token's uid without an ID token",
      { userInfoClaims: joe, idTokenClaims: undefined, accessTokenClaims: joesAccessToken },
      "pass",
      "access token’s uid",
    ],
    [
      "fails if the access token's uid is another user",
      {
        userInfoClaims: { sub: "00u2" },
        idTokenClaims: undefined,
        accessTokenClaims: joesAccessToken,
      },
      "fail",
      'sub is "00u2", but the access token’s uid is "00u1"',
    ],
    [
      "fails UserInfo without a user",
      { userInfoClaims: {}, idTokenClaims: {} },
      "fail",
      "has no sub",
    ],
    [
      "fails an empty user ID",
      { userInfoClaims: { sub: "" }, idTokenClaims: { sub: "" } },
      "fail",
      "has no sub",
    ],
    [
      "fails a user ID that is a number",
      { userInfoClaims: { sub: 1 }, idTokenClaims: { sub: 1 } },
      "fail",
      "has no sub",
    ],
    [
      "fails an ID token without a user",
      { userInfoClaims: joe, idTokenClaims: {} },
      "fail",
      "ID token’s sub is nothing",
    ],
    [
      "skips an access token without a uid, whose sub is a username",
      {
        userInfoClaims: { sub: "joe@example.com" },
        idTokenClaims: undefined,
        accessTokenClaims: { sub: "joe@example.com" },
      },
      "skipped",
      "no user ID to compare",
    ],
    [
      "skips the check if no token can be read",
      { userInfoClaims: joe, idTokenClaims: undefined, accessTokenClaims: undefined },
      "skipped",
      "no user ID to compare",
    ],
  ])("%s", (_case, claims, status, words) => {
    const check = checkUserInfoSubject(claims);
    expect(check).toMatchObject({ id: "userinfo.sub", about: "userinfo", status });
    expect(check.detail).toContain(words);
  });
});
