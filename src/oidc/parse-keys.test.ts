import { exportJWK, exportSPKI, generateKeyPair } from "jose";
import { describe, expect, test } from "vitest";
import { parseKeys } from "./parse-keys.ts";

const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "RS256", use: "sig" };
const privateJwk = await exportJWK(privateKey);
const pem = await exportSPKI(publicKey);

describe(parseKeys, () => {
  test.each([
    ["a key set", JSON.stringify({ keys: [jwk] })],
    ["one key", JSON.stringify(jwk)],
    ["a list of keys", JSON.stringify([jwk])],
  ])("parses %s", async (_case, text) => {
    expect(await parseKeys(text, ["k1"])).toEqual({ kind: "keys", keys: [jwk] });
  });

  test("lists a PEM key under every key ID of the tokens", async () => {
    expect(await parseKeys(`  ${pem}`, ["k1", undefined])).toEqual({
      kind: "keys",
      keys: [
        { kty: "RSA", n: jwk.n, e: jwk.e, kid: "k1" },
        { kty: "RSA", n: jwk.n, e: jwk.e },
      ],
    });
  });

  test("accepts a PEM key that lost its line breaks", async () => {
    expect(await parseKeys(pem.replaceAll("\n", " "), ["k1"])).toMatchObject({ kind: "keys" });
  });

  test.each([
    ["", /Paste a JWKS/],
    ["hello", /Paste a JWKS/],
    ['{"keys":[]}', /no RSA key/],
    [JSON.stringify({ kty: "EC", crv: "P-256", x: "x", y: "y" }), /no RSA key/],
    [JSON.stringify({ kty: "oct", k: "c2VjcmV0" }), /secret key/],
    [JSON.stringify(privateJwk), /private/],
    ["-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----", /private key/],
    [
      "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----",
      /private key/,
    ],
    ["-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----", /not an RSA/],
  ])("refuses %j", async (text, problem) => {
    expect(await parseKeys(text, [])).toEqual({
      kind: "problem",
      problem: expect.stringMatching(problem),
    });
  });
});
