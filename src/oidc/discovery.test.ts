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

function respond(body: unknown, status = 200) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return vi.fn<typeof fetch>(async () => new Response(text, { status }));
}

describe(fetchMetadata, () => {
  test("returns the server's metadata", async () => {
    const fetch = respond(document);
    expect(await fetchMetadata({ issuer, fetch })).toEqual({
      kind: "loaded",
      metadata: {
        issuer,
        authorizationEndpoint: `${issuer}/v1/authorize`,
        userinfoEndpoint: `${issuer}/v1/userinfo`,
        jwksUri: `${issuer}/v1/keys`,
        scopesSupported: ["openid", "profile"],
        foreignOrigins: [],
      },
    });
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      `${issuer}/.well-known/openid-configuration`,
      expect.objectContaining({ credentials: "omit", referrerPolicy: "no-referrer" }),
    );
  });

  test.each([
    ["the keys", { jwks_uri: "https://keys.example/keys" }, ["https://keys.example"]],
    ["UserInfo", { userinfo_endpoint: "https://a.example/u" }, ["https://a.example"]],
    [
      "another port",
      { jwks_uri: "https://dev-1.okta.com:8443/k" },
      ["https://dev-1.okta.com:8443"],
    ],
    ["another scheme", { jwks_uri: "http://dev-1.okta.com/k" }, ["http://dev-1.okta.com"]],
    [
      "both on one origin",
      { jwks_uri: "https://a.example/k", userinfo_endpoint: "https://a.example/u" },
      ["https://a.example"],
    ],
  ])(
    "lists endpoints on other origins than the issuer's: %s",
    async (_case, change, foreignOrigins) => {
      const fetch = respond({ ...document, ...change });
      expect(await fetchMetadata({ issuer, fetch })).toMatchObject({
        kind: "loaded",
        metadata: { foreignOrigins },
      });
    },
  );

  test("refuses a document that names another issuer", async () => {
    const fetch = respond({ ...document, issuer: "https://dev-1.okta.com" });
    expect(await fetchMetadata({ issuer, fetch })).toEqual({
      kind: "issuer_mismatch",
      expected: issuer,
      received: "https://dev-1.okta.com",
    });
  });

  test.each([
    ["an HTML page", "<!doctype html>"],
    ["JSON that is not an object", "[]"],
    ["an object without endpoints", '{"issuer":"x"}'],
    ["an endpoint that is not a web address", { ...document, jwks_uri: "javascript:alert(1)" }],
    ["an endpoint with a username", { ...document, jwks_uri: "https://u@dev-123.okta.com/keys" }],
    ["an endpoint with a password", { ...document, jwks_uri: "https://:p@dev-123.okta.com/keys" }],
  ])("refuses %s", async (_case, body) => {
    const fetch = respond(body);
    expect(await fetchMetadata({ issuer, fetch })).toMatchObject({ kind: "other_response" });
  });

  test("returns the status and body of any other response", async () => {
    const body = { error: "gone" };
    const refused = { kind: "other_response", status: 410, body };
    expect(await fetchMetadata({ issuer, fetch: respond(body, 410) })).toEqual(refused);
    // Metadata is accepted only with status 200.
    const failed = { kind: "other_response", status: 500, body: document };
    expect(await fetchMetadata({ issuer, fetch: respond(document, 500) })).toEqual(failed);
    const unreadable = { kind: "other_response", status: 404, body: undefined };
    expect(await fetchMetadata({ issuer, fetch: respond("<h1>404</h1>", 404) })).toEqual(
      unreadable,
    );
  });

  test("distinguishes a failed request from a slow server", async () => {
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

  test("stops when the caller aborts", async () => {
    const cancellation = new AbortController();
    const reading = fetchMetadata({ issuer, fetch: fetchForever, signal: cancellation.signal });
    cancellation.abort();
    expect(await reading).toEqual({ kind: "unreachable", because: "failed" });
  });
});

describe(fetchKeys, () => {
  const jwksUri = document.jwks_uri;

  test("returns the keys, without items that are not objects", async () => {
    const keys = [{ kty: "RSA", kid: "a" }, "x", null, { kty: "EC" }];
    expect(await fetchKeys({ jwksUri, fetch: respond({ keys }) })).toEqual({
      kind: "loaded",
      keys: [{ kty: "RSA", kid: "a" }, { kty: "EC" }],
    });
  });

  test("returns at most 100 keys", async () => {
    const keys = Array.from({ length: 101 }, (_, index) => ({ kid: String(index) }));
    expect(await fetchKeys({ jwksUri, fetch: respond({ keys }) })).toEqual({
      kind: "loaded",
      keys: keys.slice(0, 100),
    });
  });

  test("refuses a response of more than a megabyte", async () => {
    const fetch = respond(JSON.stringify({ keys: [{ kid: "x".repeat(1_000_000) }] }));
    expect(await fetchKeys({ jwksUri, fetch })).toEqual({
      kind: "unreachable",
      because: "too_large",
    });
  });

  test.each([
    ["a missing list", {}],
    ["an object in place of the list", { keys: {} }],
    ["HTML", "<html>"],
  ])("refuses %s", async (_case, body) => {
    expect(await fetchKeys({ jwksUri, fetch: respond(body) })).toMatchObject({
      kind: "other_response",
    });
  });
});

/** A `fetch` that never responds. It rejects when the request is aborted. */
const fetchForever: typeof fetch = (_input, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });
