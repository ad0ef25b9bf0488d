import { exportJWK, importSPKI, importX509 } from "jose";
import { findMember, isJsonObject, type JsonObject, parseJson } from "./json.ts";

type PastedKeys =
  | { kind: "keys"; keys: readonly JsonObject[] }
  | { kind: "problem"; problem: string };

const maxKeys = 100;

const refuse = (problem: string): PastedKeys => ({ kind: "problem", problem });

/**
 * Parses pasted public keys: a JWKS, one JWK or a PEM.
 *
 * @param keyIds The `kid` of each token. A PEM has no `kid`, so the key is listed under each of these.
 * @see RFC 7517 §4, §5; RFC 7468 §5, §13
 */
export async function parseKeys(
  text: string,
  keyIds: readonly (string | undefined)[],
): Promise<PastedKeys> {
  const trimmed = text.trim();
  if (/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(trimmed)) {
    return refuse(
      "This is a private key. Paste the public key instead, and keep the private one secret.",
    );
  }
  if (trimmed.startsWith("-----BEGIN")) return parsePem(trimmed, keyIds);
  const json = parseJson(trimmed);
  const list = isJsonObject(json) ? (findMember(json, "keys") ?? [json]) : json;
  if (!Array.isArray(list)) {
    return refuse("Paste a JWKS (JSON with keys), one JSON Web Key, or a public key in PEM.");
  }
  const keys = list.filter(isJsonObject).slice(0, maxKeys);
  const isSecret = keys.some((key) => Object.hasOwn(key, "d") || findMember(key, "kty") === "oct");
  if (isSecret) {
    return refuse("This contains a private or secret key. Paste the public keys instead.");
  }
  return keys.some((key) => findMember(key, "kty") === "RSA")
    ? { kind: "keys", keys }
    : refuse("It contains no RSA key. Okta signs with RS256.");
}

async function parsePem(
  text: string,
  keyIds: readonly (string | undefined)[],
): Promise<PastedKeys> {
  const pem = restoreLines(text);
  try {
    const options = { extractable: true };
    const key = pem.startsWith("-----BEGIN CERTIFICATE")
      ? await importX509(pem, "RS256", options)
      : await importSPKI(pem, "RS256", options);
    const { kty = "", n = "", e = "" } = await exportJWK(key);
    return {
      kind: "keys",
      keys: keyIds.map((kid) => ({ kty, n, e, ...(kid !== undefined && { kid }) })),
    };
  } catch {
    return refuse("This PEM is not an RSA public key or certificate.");
  }
}

/** Restores the line breaks of a PEM. A copy from a form or a log has spaces or `\n` in their place. */
function restoreLines(text: string): string {
  const [, begin, body = "", end] =
    /^(-----BEGIN [A-Z ]+-----)(.*?)(-----END [A-Z ]+-----)/s.exec(text) ?? [];
  return begin === undefined ? text : [begin, body.replace(/\\n|\s/g, ""), end].join("\n");
}
