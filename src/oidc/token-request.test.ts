import { describe, expect, test, vi } from "vitest";
import {
  buildTokenCurlCommand,
  parseTokenResponse,
  sendTokenRequest,
  type TokenRequest,
} from "./token-request.ts";

const request: TokenRequest = {
  tokenEndpoint: "https://dev-1.okta.com/oauth2/v1/token",
  clientId: "0oa1",
  redirectUri: "http://localhost:5173/",
  code: "c/o+d=e&x",
  codeVerifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
};

const form = {
  grant_type: "authorization_code",
  client_id: "0oa1",
  redirect_uri: "http://localhost:5173/",
  code: "c/o+d=e&x",
  code_verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
};

describe(sendTokenRequest, () => {
  test("sends a form once, without cookies, and follows no redirect", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response("{}"));
    await sendTokenRequest(request, { fetch });
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      request.tokenEndpoint,
      expect.objectContaining({ method: "POST", credentials: "omit", redirect: "error" }),
    );
    const [, init] = fetch.mock.calls[0] ?? [];
    expect(Object.fromEntries(new URLSearchParams(String(init?.body)))).toEqual(form);
    // Without other headers, browsers send no preflight.
    expect(init?.headers).toEqual({
      Accept: "application/json",
      "Content-Type": "application/x-www-form-urlencoded",
    });
  });

  test.each([
    ["a network error", async () => Promise.reject(new TypeError("Failed to fetch")), "failed"],
    [
      "a response of more than a megabyte",
      async () => new Response("x".repeat(1_000_001)),
      "too_large",
    ],
  ])("returns %s as a value, and does not retry", async (_case, respond, because) => {
    const fetch = vi.fn<typeof globalThis.fetch>(respond);
    expect(await sendTokenRequest(request, { fetch })).toEqual({ kind: "unreachable", because });
    expect(fetch).toHaveBeenCalledOnce();
  });

  test("times out", async () => {
    const fetch: typeof globalThis.fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
    const response = await sendTokenRequest(request, { fetch, timeoutMs: 1 });
    expect(response).toEqual({ kind: "unreachable", because: "timed_out" });
  });
});

describe(parseTokenResponse, () => {
  const parse = (body: unknown, status = 200) =>
    parseTokenResponse({
      kind: "answered",
      status,
      text: typeof body === "string" ? body : JSON.stringify(body),
    });
  const tokens = {
    token_type: "Bearer",
    expires_in: 3600,
    access_token: "at",
    scope: "openid groups",
    id_token: "a.b.c",
  };

  test("returns the tokens and other parameters of the response", () => {
    expect(parse({ ...tokens, refresh_token: "rt" })).toMatchObject({
      kind: "success",
      idToken: { raw: "a.b.c", decoded: { kind: "undecodable" } },
      accessToken: { raw: "at" },
      refreshToken: "rt",
      tokenType: "Bearer",
      expiresInSeconds: 3600,
      scope: "openid groups",
    });
  });

  test("returns no ID token if the response has none", () => {
    const { id_token, ...others } = tokens;
    expect(parse(others)).toMatchObject({ kind: "success", idToken: undefined });
  });

  test.each([
    [
      "OAuth’s",
      { error: "invalid_grant", error_description: "PKCE verification failed." },
      { error: "invalid_grant", description: "PKCE verification failed." },
    ],
    ["OAuth’s, without a description", { error: "invalid_grant" }, { error: "invalid_grant" }],
    [
      "Okta’s own",
      {
        errorCode: "E0000022",
        errorSummary: "The endpoint does not support the provided HTTP method",
      },
      { error: "E0000022", description: expect.stringContaining("HTTP method") },
    ],
  ])("returns an error: %s", (_case, body, expected) => {
    expect(parse(body, 400)).toMatchObject({ kind: "error", status: 400, ...expected });
  });

  test("returns an error even if the response also has tokens", () => {
    expect(parse({ ...tokens, error: "invalid_grant" })).toMatchObject({ kind: "error" });
  });

  test.each([
    ["a page", "<!doctype html>", 200, { code: "not_json" }],
    ["a list", [], 200, { code: "not_an_object" }],
    ["nothing", "", 200, { code: "not_json" }],
    ["no access token", { id_token: "a.b.c" }, 200, { code: "no_access_token" }],
    ["tokens with the status of an error", tokens, 500, { code: "no_access_token" }],
    ["an error that is not a text", { error: 7 }, 400, { code: "wrong_type", name: "error" }],
    [
      "such an error beside tokens",
      { ...tokens, error: { a: 1 } },
      200,
      { code: "wrong_type", name: "error" },
    ],
    [
      "an access token of another type",
      { ...tokens, access_token: 1 },
      200,
      { code: "wrong_type", name: "access_token" },
    ],
    [
      "an ID token of another type",
      { ...tokens, id_token: {} },
      200,
      { code: "wrong_type", name: "id_token" },
    ],
    [
      "a lifetime that is not a number",
      { ...tokens, expires_in: "1h" },
      200,
      { code: "wrong_type", name: "expires_in" },
    ],
  ])("returns the problem of %s", (_case, body, status, problem) => {
    expect(parse(body, status)).toEqual({ kind: "unreadable", status, problem });
  });
});

test("the curl command sends the same form", () => {
  const command = buildTokenCurlCommand({ ...request, code: "it's" });
  const [, url, data] = /^curl --globoff --include '(.*)' --data '(.*)'$/.exec(command) ?? [];
  expect(url).toBe(request.tokenEndpoint);
  expect(Object.fromEntries(new URLSearchParams(data))).toEqual({ ...form, code: "it's" });
});
