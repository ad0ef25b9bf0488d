import { decodePercent, removeQuotes } from "./undo-wrapping.ts";

export type LooksLike =
  | "empty"
  | "too_long"
  | "saml"
  | "private_key"
  | "metadata"
  | "url"
  | "api_token"
  | "basic_credentials"
  | "opaque"
  | "other";

export function guessKind(text: string): LooksLike {
  const plain = removeQuotes(decodePercent(text.slice(0, 10_000)));
  // Base64 of `<?xml` or `<saml`, or the XML itself: SAML 2.0 Bindings §3.5.
  if (/SAMLResponse|<\/?saml/.test(text) || /^PHNhbW|^PD94bWw/.test(plain)) return "saml";
  if (/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(text)) return "private_key";
  if (/"(?:jwks_uri|authorization_endpoint)"/.test(plain)) return "metadata";
  if (/^https?:\/\/\S+$/.test(plain)) return "url";
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(plain)) return "other";
  if (/\bSSWS\s+\S/.test(plain)) return "api_token";
  if (/\bbasic\s+[\w+/=-]{8,}/i.test(plain)) return "basic_credentials";
  return /(?:^|\bbearer\s+|(?:token|code)["']?\s*[:=]\s*["']?)[\w.~+/=-]{16,}$/i.test(plain)
    ? "opaque"
    : "other";
}
