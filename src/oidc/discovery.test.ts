import { describe, expect, test, vi } from "vitest";
import { fetchKeys, fetchMetadata } from "./discovery.ts";

const issuer = "https://dev-1.okta.com/oauth2/default";
const document = {
  issuer,
  authorization_endpoint: `${issuer}/v1/authorize`,
  token_endpoint: `${issuer}/v1/token`,
  userinfo_endpoint: `${issuer}/v1/userinfo`,
  jwks_uri: `${issuer}/v1/keys`,
  scopes_supported: ["openid", "profile"],
  response_types_supported: ["id_token", "id_token token"],
  claims_supported: ["sub", 7, null],
};

function answer(body: unknown, status = 200, contentType = "application/json") {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return vi.fn<typeof fetch>(
    async () => new Response(text, { status, headers: { "Content-Type": contentType } }),
  );
}

describe(fetchMetadata, () => {
  test("reads what the server says of itself", async () => {
    const fetch = answer(document);
    expect(await fetchMetadata({ issuer, fetch })).toEqual({
      kind: "read",
      metadata: {
        issuer,
        authorizationEndpoint: `${issuer}/v1/authorize`,
        tokenEndpoint: `${issuer}/v1/token`,
        userinfoEndpoint: `${issuer}/v1/userinfo`,
        jwksUri: `${issuer}/v1/keys`,
        scopesSupported: ["openid", "profile"],
        responseTypesSupported: ["id_token", "id_token token"],
        claimsSupported: ["sub"],
      },
    });
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      `${issuer}/.well-known/openid-configuration`,
      expect.objectContaining({ credentials: "omit", referrerPolicy: "no-referrer" }),
    );
  });

  test("does not take another issuer's document", async () => {
    const fetch = answer({ ...document, issuer: "https://dev-1.okta.com" });
    expect(await fetchMetadata({ issuer, fetch })).toEqual({
      kind: "issuer_mismatch",
      expected: issuer,
      received: "https://dev-1.okta.com",
    });
  });

  test.each([
    ["a page of HTML", "<!doctype html>", "text/html; charset=utf-8", "text/html"],
    ["JSON that is no object", "[]", "application/json", "application/json"],
    ["an object without endpoints", '{"issuer":"x"}', "application/json", "application/json"],
    [
      "an endpoint that is no web address",
      JSON.stringify({ ...document, jwks_uri: "javascript:alert(1)" }),
      "application/json",
      "application/json",
    ],
  ])("does not take %s for metadata", async (_case, body, sentType, contentType) => {
    const fetch = answer(body, 200, sentType);
    expect(await fetchMetadata({ issuer, fetch })).toEqual({ kind: "not_metadata", contentType });
  });

  test("tells an org that has no such server from a host that is no org", async () => {
    const okta = answer({ errorCode: "E0000007", errorSummary: "Not found: …" }, 404);
    expect(await fetchMetadata({ issuer, fetch: okta })).toEqual({ kind: "not_found" });
    const other = answer("<h1>404</h1>", 404, "text/html");
    expect(await fetchMetadata({ issuer, fetch: other })).toMatchObject({ kind: "not_metadata" });
  });

  test("passes on why Okta refused", async () => {
    const body = {
      errorCode: "E0000015",
      errorSummary: "You do not have permission to access the feature",
    };
    expect(await fetchMetadata({ issuer, fetch: answer(body, 401) })).toEqual({
      kind: "refused",
      status: 401,
      ...body,
    });
    expect(await fetchMetadata({ issuer, fetch: answer("oops", 500) })).toMatchObject({
      kind: "refused",
      status: 500,
    });
  });

  test("tells a network that fails from a server that is slow", async () => {
    const fetchFailing = vi.fn<typeof fetch>().mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await fetchMetadata({ issuer, fetch: fetchFailing })).toEqual({
      kind: "unreachable",
      because: "failed",
    });
    expect(await fetchMetadata({ issuer, fetch: fetchForever, timeoutMs: 1 })).toEqual({
      kind: "unreachable",
      because: "timed_out",
    });
  });

  test("stops when it is told to", async () => {
    const cancellation = new AbortController();
    const reading = fetchMetadata({ issuer, fetch: fetchForever, signal: cancellation.signal });
    cancellation.abort();
    expect(await reading).toEqual({ kind: "unreachable", because: "failed" });
  });
});

describe(fetchKeys, () => {
  const jwksUri = document.jwks_uri;

  test("reads the keys, and leaves out what is none", async () => {
    const keys = [{ kty: "RSA", kid: "a" }, "x", null, { kty: "EC" }];
    expect(await fetchKeys({ jwksUri, fetch: answer({ keys }) })).toEqual({
      kind: "read",
      keys: [{ kty: "RSA", kid: "a" }, { kty: "EC" }],
    });
  });

  test.each([
    ["a list missing", {}],
    ["a list that is none", { keys: {} }],
    ["HTML", "<html>"],
  ])("does not take %s for keys", async (_case, body) => {
    expect(await fetchKeys({ jwksUri, fetch: answer(body) })).toMatchObject({
      kind: "not_metadata",
    });
  });
});

/** A server that never answers, and a browser that gives up when told. */
const fetchForever: typeof fetch = (_input, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });
