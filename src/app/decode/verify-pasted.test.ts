import { expect, test } from "vitest";
import { encodeBase64Url } from "../../oidc/base64url.ts";
import type { JsonObject } from "../../oidc/json.ts";
import { buildToken } from "../result/test-run.ts";
import { parsePasted } from "./parse-pasted.ts";
import { listTokens } from "./pasted-part.ts";
import { buildPastedRun } from "./pasted-run.ts";
import { verifyPasted } from "./verify-pasted.ts";

const issuer = "https://dev-123.okta.com";
const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, true, ["sign"]);
const { kty = "", n = "", e = "" } = await crypto.subtle.exportKey("jwk", publicKey);
const keys = [{ kty, n, e, kid: "k1" }];

async function sign(claims: JsonObject) {
  const signed = buildToken(claims, { alg: "RS256", kid: "k1" }).replace(/\.[^.]*$/, "");
  const bytes = new TextEncoder().encode(signed);
  const signature = await crypto.subtle.sign(algorithm, privateKey, bytes);
  return `${signed}.${encodeBase64Url(new Uint8Array(signature))}`;
}

async function paste(idTokenIssuer: string, accessTokenIssuer: string) {
  const idToken = await sign({ iss: idTokenIssuer, sub: "00u1", nonce: "n", jti: "ID.1" });
  const accessToken = await sign({ iss: accessTokenIssuer, cid: "0oa1", scp: [], jti: "AT.1" });
  const { parts } = parsePasted(`${idToken} ${accessToken}`);
  const part = parts.find((it) => it.kind === "response" && listTokens(it).length === 2);
  if (part?.kind !== "response") throw new Error("The tokens were not found");
  return buildPastedRun(part, { number: 1, parts, nowSeconds: 0 });
}

/** An org that publishes its keys. */
const publish: typeof fetch = async (url) =>
  Response.json(
    String(url).endsWith("/keys")
      ? { keys }
      : {
          issuer: `${issuer}/oauth2/default`,
          authorization_endpoint: `${issuer}/oauth2/default/v1/authorize`,
          jwks_uri: `${issuer}/oauth2/default/v1/keys`,
        },
  );

const source = () => ({
  kind: "issuer" as const,
  issuer: `${issuer}/oauth2/default`,
  fetch: publish,
  signal: new AbortController().signal,
});

test("verifies both tokens of one issuer", async () => {
  const run = await paste(`${issuer}/oauth2/default`, `${issuer}/oauth2/default`);
  const checks = await verifyPasted(run, source());
  expect(checks.map(({ about, status }) => [about, status])).toEqual([
    ["id_token", "pass"],
    ["access_token", "pass"],
  ]);
});

test.each([
  ["an ID token", "https://dev-999.okta.com/oauth2/default", "id_token"],
  ["an access token", "https://dev-999.okta.com/oauth2/default", "access_token"],
])("does not verify %s with the keys of another issuer", async (_name, other, about) => {
  const own = `${issuer}/oauth2/default`;
  const isIdToken = about === "id_token";
  const run = await paste(isIdToken ? other : own, isIdToken ? own : other);
  const checks = await verifyPasted(run, source());
  expect(checks.find((it) => it.about === about)).toMatchObject({
    status: "skipped",
    detail: expect.stringContaining("dev-999.okta.com"),
  });
  expect(checks.find((it) => it.about !== about)).toMatchObject({ status: "pass" });
});

test("lets a pasted key verify tokens of any issuer", async () => {
  const run = await paste(`${issuer}/oauth2/default`, "https://dev-999.okta.com/oauth2/default");
  const checks = await verifyPasted(run, { kind: "pasted", keys });
  expect(checks.map(({ status }) => status)).toEqual(["pass", "pass"]);
});
