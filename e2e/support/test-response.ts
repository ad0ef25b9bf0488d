import { generateKeyPairSync, sign } from "node:crypto";
import type { Page } from "playwright/test";

/*
 * Responses that no correct org sends. They are signed with Node's own cryptography, because token libraries refuse to
 * sign a token that lacks a claim or has a wrong one.
 */
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/**
 * Signs a token with RS256, whatever its header says.
 *
 * @param header Replaces or adds members of the usual header.
 */
export function signToken(claims: object, header: object = {}): string {
  const input = [{ kid: "test-key", alg: "RS256", ...header }, claims].map(encodePart).join(".");
  return `${input}.${sign("sha256", Buffer.from(input), privateKey).toString("base64url")}`;
}

/** Encodes a header or a payload as base64url. */
export function encodePart(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString("base64url");
}

/** Builds the claims of a valid ID token for a request. */
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

/** Opens the page as an org's redirect does: the response in the fragment, with the request's `state`. */
export async function openWithResponse(
  page: Page,
  request: URL,
  response: Readonly<Record<string, string>>,
): Promise<void> {
  const state = request.searchParams.get("state") ?? "";
  // The page may send its next request before it has loaded.
  await page.goto(`./#${new URLSearchParams({ ...response, state })}`, { waitUntil: "commit" });
}
