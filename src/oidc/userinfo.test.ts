import { describe, expect, test, vi } from "vitest";
import { asAccessToken } from "./tokens.ts";
import { checkUserInfoSubject, fetchUserInfo } from "./userinfo.ts";

const endpoint = "https://dev-1.okta.com/oauth2/v1/userinfo";
const accessToken = asAccessToken("a.b.c");

function ask(response: Response) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => response);
  return { fetch, answer: fetchUserInfo({ endpoint, accessToken, fetch }) };
}

function refuse(status: number, challenge: string, body = "") {
  const headers = { "WWW-Authenticate": challenge };
  return ask(new Response(body, { status, headers })).answer;
}

describe(fetchUserInfo, () => {
  test("shows the token to the endpoint, and nothing to anybody else", async () => {
    const claims = { sub: "00u1", groups: ["Everyone", "état"] };
    const { fetch, answer } = ask(Response.json(claims));
    expect(await answer).toEqual({ kind: "claims", claims });
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
  ])("reads a refusal with %i and %o", async (status, challenge, error, description) => {
    expect(await refuse(status, challenge)).toEqual({
      kind: "refused",
      status,
      error,
      description,
    });
  });

  test("reads a refusal out of the body where the header is kept from the page", async () => {
    const body = JSON.stringify({ error: "invalid_token", error_description: 7 });
    expect(await refuse(401, "", body)).toMatchObject({
      error: "invalid_token",
      description: undefined,
    });
  });

  test.each(["<html>", "a.b.c", "null"])("does not take %o for claims", async (body) => {
    expect(await ask(new Response(body)).answer).toEqual({ kind: "not_json" });
  });

  test("says when nobody answers", async () => {
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
  test.each([
    ["passes the ID token's person", { sub: "00u1" }, { sub: "00u1" }, "pass"],
    ["fails another person", { sub: "00u2" }, { sub: "00u1" }, "fail"],
    ["fails nobody", {}, {}, "fail"],
    ["fails a person that is no string", { sub: 1 }, { sub: 1 }, "fail"],
    ["skips where there is no ID token", { sub: "00u1" }, undefined, "skipped"],
  ])("%s", (_case, userInfoClaims, idTokenClaims, status) => {
    expect(checkUserInfoSubject({ userInfoClaims, idTokenClaims }).status).toBe(status);
  });
});
