import { beforeAll, describe, expect, test, vi } from "vitest";
import { encodeBase64Url } from "../../oidc/base64url.ts";
import {
  buildRun,
  buildToken,
  buildTokenRequest,
  encryptedToken,
  testClaims,
} from "../result/test-run.ts";
import { verifyRun } from "./verify-run.ts";

const orgUrl = "https://dev-123.okta.com";
let idToken = "";
let keys: object[] = [];

const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

async function createKeys() {
  const parameters = {
    ...algorithm,
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  const pair = await crypto.subtle.generateKey(parameters, true, ["sign", "verify"]);
  const jwk = await crypto.subtle.exportKey("jwk", pair.publicKey);
  return { privateKey: pair.privateKey, jwk: { ...jwk, kid: "1-Sy2", use: "sig" } };
}

beforeAll(async () => {
  const { privateKey, jwk } = await createKeys();
  const signed = buildToken(testClaims.fat).split(".").slice(0, 2).join(".");
  const data = new TextEncoder().encode(signed);
  const signature = await crypto.subtle.sign(algorithm, privateKey, data);
  idToken = `${signed}.${encodeBase64Url(new Uint8Array(signature))}`;
  keys = [jwk];
});

type Documents = { issuer?: string; jwksUri?: string; keys?: object[] };

/** Serves metadata and keys, and records the fetched URLs. */
function serve({ issuer = orgUrl, jwksUri = `${orgUrl}/oauth2/v1/keys`, ...rest }: Documents = {}) {
  const fetched: string[] = [];
  const metadata = {
    issuer,
    authorization_endpoint: `${issuer}/oauth2/v1/authorize`,
    jwks_uri: jwksUri,
  };
  const fetch: typeof globalThis.fetch = async (input) => {
    fetched.push(String(input));
    return Response.json(
      String(input).includes(".well-known") ? metadata : { keys: rest.keys ?? keys },
    );
  };
  return { fetched, fetch };
}

const { signal } = new AbortController();

async function verify(documents?: Documents, allowsForeignKeys = false) {
  const { fetch, fetched } = serve(documents);
  const checks = await verifyRun(buildRun({ idToken }), { fetch, signal, allowsForeignKeys });
  const status = new Map(checks.map((check) => [check.id, check.status]));
  return { fetched, checks, status };
}

describe(verifyRun, () => {
  test("verifies the signature with the keys of the issuer that was requested", async () => {
    const { status, fetched } = await verify();
    expect(status.get("id_token.signature")).toBe("pass");
    expect(fetched).toEqual([
      `${orgUrl}/.well-known/openid-configuration`,
      `${orgUrl}/oauth2/v1/keys`,
    ]);
  });

  test("doesn't use the keys of another issuer", async () => {
    const { status, fetched } = await verify({ issuer: "https://other.example" });
    expect(status.get("metadata.issuer")).toBe("fail");
    expect(status.get("id_token.signature")).toBe("skipped");
    expect(fetched).toHaveLength(1);
  });

  test("fails for a signature by another key", async () => {
    const others = [(await createKeys()).jwk];
    expect((await verify({ keys: others })).status.get("id_token.signature")).toBe("fail");
  });

  test("skips a signature whose keys can’t be loaded, and says why", async () => {
    const { fetch } = serve();
    const withoutKeys: typeof globalThis.fetch = async (input) => {
      if (String(input).endsWith("/keys")) throw new TypeError("Failed to fetch");
      return fetch(input);
    };
    const run = buildRun({ idToken });
    const checks = await verifyRun(run, { fetch: withoutKeys, signal, allowsForeignKeys: false });
    expect(checks.find(({ id }) => id === "id_token.signature")).toMatchObject({
      status: "skipped",
      detail: expect.stringContaining("keys"),
    });
  });

  test("fails for an access token that doesn't match the ID token's at_hash", async () => {
    const { fetch } = serve();
    const { thin, customAccessToken } = testClaims;
    const run = buildRun({ idToken: thin, accessToken: customAccessToken });
    const checks = await verifyRun(run, { fetch, signal, allowsForeignKeys: false });
    expect(checks.find(({ id }) => id === "id_token.at_hash")?.status).toBe("fail");
  });

  test("names the origin of keys on another origin, and loads them only if that is allowed", async () => {
    const jwksUri = "https://keys.example/jwks";
    const { checks, status, fetched } = await verify({ jwksUri });
    expect(fetched).not.toContain(jwksUri);
    expect(status.get("id_token.signature")).toBe("skipped");
    expect(checks.find(({ id }) => id === "metadata.keys")?.detail).toContain(
      "https://keys.example",
    );
    expect((await verify({ jwksUri }, true)).status.get("id_token.signature")).toBe("pass");
  });

  test("doesn't load keys from an origin that ALLOWED_ORGS leaves out, or offer a button for that", async () => {
    vi.stubEnv("ALLOWED_ORGS", orgUrl);
    try {
      const { checks, status, fetched } = await verify({ jwksUri: "https://keys.example/jwks" });
      expect(fetched).toHaveLength(1);
      expect(status.get("metadata.keys")).toBeUndefined();
      expect(checks.map(({ detail }) => detail)).toContain(
        "The issuer’s keys are on another origin, https://keys.example. This deployment of the page works only with dev-123.okta.com.",
      );
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test("fetches nothing for a response that this tab did not request", async () => {
    const { fetch, fetched } = serve();
    const run = buildRun({ idToken, request: null });
    const checks = await verifyRun(run, { fetch, signal, allowsForeignKeys: true });
    expect(fetched).toEqual([]);
    expect(checks.map(({ status }) => status)).not.toContain("pass");
  });

  test("does not compare the hash in an encrypted ID token", async () => {
    const { fetch } = serve();
    const run = buildRun({ idToken: encryptedToken, accessToken: testClaims.orgAccessToken });
    const checks = await verifyRun(run, { fetch, signal, allowsForeignKeys: false });
    expect(checks.map(({ id }) => id)).not.toContain("id_token.at_hash");
  });

  test("compares the code with the redirect's ID token, and verifies the exchanged ID token", async () => {
    const { fetch } = serve();
    const run = buildRun({
      idToken: { ...testClaims.fat, c_hash: "x" },
      parameters: { code: "code-1" },
      request: { responseType: "code id_token" },
      tokenRequest: buildTokenRequest({ idToken }),
    });
    const checks = await verifyRun(run, { fetch, signal, allowsForeignKeys: false });
    const find = (id: string, source?: "token_endpoint") =>
      checks.find((it) => it.id === id && it.source === source)?.status;
    expect(find("id_token.c_hash")).toBe("fail");
    expect(find("id_token.signature")).toBe("fail");
    expect(find("id_token.signature", "token_endpoint")).toBe("pass");
    expect(find("id_token.at_hash", "token_endpoint")).toBeUndefined();
  });

  test("compares the access token with the exchanged ID token, if that ID token has an at_hash", async () => {
    const { fetch } = serve();
    const run = buildRun({
      parameters: { code: "code-1" },
      request: { responseType: "code" },
      tokenRequest: buildTokenRequest({ idToken: testClaims.thin }),
    });
    const checks = await verifyRun(run, { fetch, signal, allowsForeignKeys: false });
    expect(checks.find(({ id }) => id === "id_token.at_hash")?.status).toBe("fail");
  });

  test("fetches nothing for a code that was not exchanged", async () => {
    const { fetch, fetched } = serve();
    const run = buildRun({ parameters: { code: "code-1" }, request: { responseType: "code" } });
    expect(await verifyRun(run, { fetch, signal, allowsForeignKeys: false })).toEqual([]);
    expect(fetched).toEqual([]);
  });
});
