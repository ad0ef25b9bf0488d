import { describe, expect, test, vi } from "vitest";
import { fetchKeys, fetchMetadata } from "./discovery.ts";

const issuer = "https://dev-1.okta.com/oauth2/default";
const document = {
  issuer,
  authorization_endpoint: `${issuer}/v1/authorize`,
  userinfo_endpoint: `${issuer}/v1/userinfo`,
  jwks_uri: `${issuer}/v1/keys`,
  scopes_supported: ["openid", 7, null, "profile"],
};

function answer(body: unknown, status = 200) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return vi.fn<typeof fetch>(async () => new Response(text, { status }));
}

describe(fetchMetadata, () => {
  test("reads what the server says of itself", async () => {
    const fetch = answer(document);
    expect(await fetchMetadata({ issuer, fetch })).toEqual({
      kind: "read",
      metadata: {
        issuer,
        authorizationEndpoint: `${issuer}/v1/authorize`,
        userinfoEndpoint: `${issuer}/v1/userinfo`,
        jwksUri: `${issuer}/v1/keys`,
        scopesSupported: ["openid", "profile"],
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
    ["a page of HTML", "<!doctype html>"],
    ["JSON that is no object", "[]"],
    ["an object without endpoints", '{"issuer":"x"}'],
    ["an endpoint that is no web address", { ...document, jwks_uri: "javascript:alert(1)" }],
  ])("does not take %s for metadata", async (_case, body) => {
    const fetch = answer(body);
    expect(await fetchMetadata({ issuer, fetch })).toEqual({ kind: "not_metadata" });
  });

  test("tells an org that has no such server from a host that is no org", async () => {
    const okta = answer({ errorCode: "E0000007", errorSummary: "Not found: …" }, 404);
    expect(await fetchMetadata({ issuer, fetch: okta })).toEqual({ kind: "not_found" });
    const other = answer("<h1>404</h1>", 404);
    expect(await fetchMetadata({ issuer, fetch: other })).toMatchObject({ kind: "not_metadata" });
  });

  test("passes on why Okta refused", async () => {
    const errorSummary = "You do not have permission to access the feature";
    const fetch = answer({ errorCode: "E0000015", errorSummary }, 401);
    expect(await fetchMetadata({ issuer, fetch })).toEqual({
      kind: "refused",
      status: 401,
      errorSummary,
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
