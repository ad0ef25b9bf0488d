import { generateKeyPairSync, type JsonWebKey, sign } from "node:crypto";
import type { Page } from "playwright/test";

/*
 * Answers that no honest org sends. They are made with Node's own cryptography, since libraries for tokens refuse to
 * sign one that is missing something or lies about itself.
 */
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const keyId = "the-checks-own-key";
const publishedKey: JsonWebKey = {
  ...publicKey.export({ format: "jwk" }),
  kid: keyId,
  alg: "RS256",
  use: "sig",
};

/** Signs with RS256, whatever the header says. A member of the header that is given replaces the usual one. */
export function signToken(claims: object, header: object = {}): string {
  const input = [{ kid: keyId, alg: "RS256", ...header }, claims].map(encodePart).join(".");
  return `${input}.${sign("sha256", Buffer.from(input), privateKey).toString("base64url")}`;
}

/** One of a token's parts. */
export function encodePart(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

/** The claims of an ID token that is just as the request wants it. */
export function buildIdTokenClaims(request: URL, issuer: string) {
  const now = Math.floor(Date.now() / 1000);
  return {
    sub: "00uixa271s6x7qt8I0h7",
    ver: 1,
    iss: issuer,
    aud: request.searchParams.get("client_id"),
    iat: now,
    exp: now + 3600,
    nonce: request.searchParams.get("nonce"),
    groups: ["Everyone", "IT"],
  };
}

/**
 * Has the page find the checks' own key where it looks for the org's. Call it before the page is opened.
 *
 * It stands in for the page's `fetch`: Playwright cannot route a request that a worker answers.
 */
export async function publishOwnKey(page: Page): Promise<void> {
  await page.addInitScript(
    (keys) => {
      const { fetch } = window;
      window.fetch = async (input, init) =>
        String(input).endsWith("/v1/keys") ? Response.json(keys) : fetch(input, init);
    },
    { keys: [publishedKey] },
  );
}

/** Opens the page as an org's redirect does, with an answer to the request in the fragment. */
export async function land(
  page: Page,
  request: URL,
  answer: Readonly<Record<string, string>>,
): Promise<void> {
  const state = request.searchParams.get("state") ?? "";
  // The page may go on to the next request before it has been loaded.
  await page.goto(`./#${new URLSearchParams({ ...answer, state })}`, { waitUntil: "commit" });
}
