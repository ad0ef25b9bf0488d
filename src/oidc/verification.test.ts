import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { JsonObject } from "./json.ts";
import { verifySignature } from "./verification.ts";

const encrypted = "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.b.c.d.e";

type Signer = { privateKey: CryptoKey; publicJwk: JsonObject };

async function createSigner(kid: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const { n = "", e = "" } = await exportJWK(publicKey);
  return { privateKey, publicJwk: { kty: "RSA", use: "sig", alg: "RS256", kid, n, e } };
}

function sign(signer: Signer, header: { kid?: string } = { kid: "k1" }): Promise<string> {
  return new SignJWT({ sub: "00u1", groups: ["état"] })
    .setProtectedHeader({ alg: "RS256", ...header })
    .sign(signer.privateKey);
}

let ours: Signer;
let another: Signer;

beforeAll(async () => {
  [ours, another] = await Promise.all([createSigner("k1"), createSigner("k2")]);
});

afterEach(() => vi.unstubAllGlobals());

describe(verifySignature, () => {
  const about = "id_token";

  test("passes a token signed with one of the issuer's keys, with or without a key ID", async () => {
    const keys = [another.publicJwk, ours.publicJwk];
    expect(await verifySignature({ token: await sign(ours), about, keys })).toMatchObject({
      status: "pass",
    });
    expect(await verifySignature({ token: await sign(ours, {}), about, keys })).toMatchObject({
      status: "pass",
    });
  });

  test("fails a token whose payload was changed", async () => {
    const [header, , signature] = (await sign(ours)).split(".");
    const payload = Buffer.from('{"sub":"00u1","groups":["Admins"]}').toString("base64url");
    const token = `${header}.${payload}.${signature}`;
    expect(await verifySignature({ token, about, keys: [ours.publicJwk] })).toMatchObject({
      status: "fail",
      detail: expect.stringContaining("does not match"),
    });
  });

  test("fails a token signed with another key under the issuer's key ID", async () => {
    const token = await sign(another, { kid: "k1" });
    expect(await verifySignature({ token, about, keys: [ours.publicJwk] })).toMatchObject({
      status: "fail",
    });
  });

  test.each<[string, () => JsonObject[]]>([
    ["has another ID", () => [another.publicJwk]],
    ["is for encryption", () => [{ ...ours.publicJwk, use: "enc" }]],
    ["is for another algorithm", () => [{ ...ours.publicJwk, alg: "PS256" }]],
    ["is of another type", () => [{ kty: "oct", kid: "k1", k: "AAAA" }]],
    ["is empty", () => [{}]],
  ])("fails if the issuer's key %s", async (_case, keys) => {
    expect(await verifySignature({ token: await sign(ours), about, keys: keys() })).toMatchObject({
      status: "fail",
      detail: expect.stringContaining("publishes no RS256 key"),
      hasNoKey: true,
    });
  });

  test("fails if the issuer's keys are malformed", async () => {
    const keys = [
      { ...ours.publicJwk, n: "AQAB" },
      { ...ours.publicJwk, n: 1 },
      { ...ours.publicJwk, n: "!" },
    ];
    expect(await verifySignature({ token: await sign(ours), about, keys })).toMatchObject({
      status: "fail",
    });
  });

  test("fails a token without a signature, or signed with another algorithm", async () => {
    const secret = new TextEncoder().encode(String(ours.publicJwk.n));
    const tokens = [
      new UnsecuredJWT({ sub: "00u1" }).encode(),
      await new SignJWT({ sub: "00u1" })
        .setProtectedHeader({ alg: "HS256", kid: "k1" })
        .sign(secret),
    ];
    for (const token of tokens) {
      expect(await verifySignature({ token, about, keys: [ours.publicJwk] })).toMatchObject({
        status: "fail",
        detail: expect.stringContaining("Only RS256"),
      });
    }
  });

  test("skips an encrypted token, because the signature is encrypted, too", async () => {
    expect(await verifySignature({ token: encrypted, about, keys: [] })).toMatchObject({
      status: "skipped",
      detail: expect.stringContaining("encrypted"),
    });
  });

  test.each(["", "opaque", "a.b.c", "a.b.c.d"])(
    "fails a text that is not a JWT: %o",
    async (token) => {
      expect(await verifySignature({ token, about, keys: [ours.publicJwk] })).toMatchObject({
        status: "fail",
      });
    },
  );

  test("does not quote the token", async () => {
    const token = await sign(another, { kid: "k1" });
    const { detail } = await verifySignature({ token, about, keys: [ours.publicJwk] });
    for (const segment of token.split(".")) expect(detail).not.toContain(segment);
  });
});

describe("verifySignature in an insecure context", () => {
  test("skips the check, and gives the reason", async () => {
    vi.stubGlobal("crypto", { getRandomValues: () => undefined });
    const check = await verifySignature({ token: "a.b.c", about: "id_token", keys: [] });
    expect(check).toMatchObject({ status: "skipped", detail: expect.stringContaining("https") });
  });
});
