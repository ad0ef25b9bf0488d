import { parseOktaDomain } from "../../okta/okta-domain.ts";
import { decodePercent, removeQuotes } from "./undo-wrapping.ts";

/** What the page says about a text without tokens, by what the text looks like. */
export const unknownTexts = {
  empty: "",
  too_long: "This is longer than 30 million characters. Paste only the part with the token.",
  saml: "This looks like SAML. Its groups come from the app’s attribute statements. This page reads OpenID Connect.",
  private_key:
    "This contains a private key. Never paste one anywhere, and replace it if it was shared. Public keys verify tokens.",
  metadata:
    "This is an authorization server’s metadata. It contains no token. To use that server, enter its issuer on Explore, under “My Okta org”.",
  okta_address:
    "This is an address at Okta without a token, response or request. To use that org, enter the address on Explore, under “My Okta org”.",
  client_id:
    "This looks like an app’s client ID. It has no claims. To send requests as that app, enter it on Explore, under “My Okta org”.",
  inactive_token:
    "This is the result of an introspection: the token is not active. It expired, was revoked, or was issued by another server.",
  okta_object:
    "This looks like an object of Okta’s Management API, such as a user, an app or a claim. It contains no token.",
  url: "This URL contains no token, response or request.",
  api_token:
    "This contains what looks like an Okta API token (SSWS). It has no claims. It gives access to your org, so revoke it if it was shared.",
  client_secret:
    "This contains what looks like an app’s client secret. It is not a token. Replace it if it was shared.",
  opaque:
    "This looks like an opaque token or a code. It has no claims: only the server that issued it can look it up. If it is a piece of a longer token, paste the whole token.",
  other:
    "This page found no token, response or request in this text. Copy the address bar right after the redirect, or the response from the network tab.",
};

export type LooksLike = keyof typeof unknownTexts;

/** A longer text is a file, and searching it takes too long. */
const maxSecretLength = 200_000;
/** A JSON Web Key with `d` or `k`: RFC 7518 §6. Other members may be between these and `kty`. */
const privateJwk = /"kty"\s*:\s*"oct"|"kty"\s*:[^{}]{0,3000}"d"\s*:|"d"\s*:[^{}]{0,3000}"kty"\s*:/;

/** Finds a credential for an org or an app, also in a text with tokens. */
export function findSecret(
  text: string,
): "private_key" | "api_token" | "client_secret" | undefined {
  const start = text.slice(0, maxSecretLength);
  if (/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(start) || privateJwk.test(start)) {
    return "private_key";
  }
  if (/\bSSWS\s+[\w-]{10,}/.test(start)) return "api_token";
  return /\bbasic\s+(?=\S*\d)[\w+/]{8,}={0,2}(?![\w.-])|\bclient_?secret["']?\s*[:=]\s*["']?[\w-]{8,}/i.test(
    start,
  )
    ? "client_secret"
    : undefined;
}

/** IDs of a user, group, app, authorization server, claim, scope, policy or rule, as in Okta's API reference. */
const oktaObject = /"id"\s*:\s*"(?:00u|00g|0oa|aus|ocl|scp|00p|0pr)\w{17}"/;

function isOktaAddress(text: string): boolean {
  if (/\s/.test(text)) return false;
  const reading = parseOktaDomain(text);
  return reading.kind === "org" && reading.hostKind === "okta";
}

/** Guesses what a text is in which no token, response or request was found. */
export function guessKind(text: string): LooksLike {
  const plain = removeQuotes(decodePercent(text.slice(0, 10_000)));
  // Base64 of `<?xml` or `<saml`, or the XML itself: SAML 2.0 Bindings §3.4, §3.5.
  if (
    /SAMLRe(?:quest|sponse)|<\/?saml|oasis:names:tc:SAML/.test(text) ||
    /^PHNhbW|^PD94bWw/.test(plain)
  )
    return "saml";
  const secret = findSecret(text);
  if (secret) return secret;
  if (/"(?:jwks_uri|authorization_endpoint)"/.test(plain)) return "metadata";
  // RFC 7662 §2.2.
  if (/^\{\s*"active"\s*:\s*false\b/.test(plain)) return "inactive_token";
  if (oktaObject.test(plain)) return "okta_object";
  if (/^0oa\w{17}$/.test(plain)) return "client_id";
  const named = plain.matchAll(/(?:token|code)["']?\s*[:=]\s*["']?([\w.~+/=-]{16,})/gi);
  if (Array.from(named, ([, value = ""]) => value).some(isRandom)) return "opaque";
  if (isOktaAddress(plain)) return "okta_address";
  if (/^https?:\/\/\S+$/.test(plain)) return "url";
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(plain)) return "other";
  const [, word = ""] = /(?:^|\bbearer\s+)([\w.~+/=-]{16,})$/i.exec(plain) ?? [];
  return isRandom(word) ? "opaque" : "other";
}

/** Random text of 16 characters has many different letters and digits. Words, paths, dates and dots don't. */
function isRandom(text: string): boolean {
  const differing = new Set(text.replace(/[\W_]/g, ""));
  return differing.size >= 8 && /\d/.test(text) && /[a-z]/i.test(text);
}
