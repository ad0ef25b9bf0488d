import { fetchJson, type JsonAnswer, type Reach, type Unreachable } from "./fetch-json.ts";
import { isJsonObject, type JsonObject, readMember } from "./json.ts";

/** What an authorization server says of itself: OpenID Connect Discovery 1.0 §3. */
export type Metadata = {
  issuer: string;
  authorizationEndpoint: string;
  jwksUri: string;
  userinfoEndpoint: string | undefined;
  /** Empty where the server says nothing of them. */
  scopesSupported: readonly string[];
};

/** Why a document could not be had. */
export type FetchProblem =
  | Unreachable
  /** An answer, of whatever status, but not the document. `body` is `undefined` where it is no JSON object. */
  | { kind: "other_answer"; status: number; body: JsonObject | undefined };

export type MetadataAnswer =
  | { kind: "read"; metadata: Metadata }
  /** The document names another issuer than the one asked for: OpenID Connect Discovery 1.0 §4.3. */
  | { kind: "issuer_mismatch"; expected: string; received: string }
  | FetchProblem;

export type KeysAnswer = { kind: "read"; keys: readonly JsonObject[] } | FetchProblem;

/**
 * Reads an authorization server's metadata. Never throws; an abort by `signal` counts as unreachable.
 *
 * @see OpenID Connect Discovery 1.0 §4
 */
export async function fetchMetadata({
  issuer,
  ...reach
}: {
  /** Without a slash at its end. */
  issuer: string;
} & Reach): Promise<MetadataAnswer> {
  const answer = await fetchJson(`${issuer}/.well-known/openid-configuration`, reach);
  if (answer.kind === "unreachable") return answer;
  const metadata = answer.status === 200 && answer.body ? readMetadata(answer.body) : undefined;
  if (!metadata) return asOtherAnswer(answer);
  return metadata.issuer === issuer
    ? { kind: "read", metadata }
    : { kind: "issuer_mismatch", expected: issuer, received: metadata.issuer };
}

/**
 * Reads the keys that a server signs with. What in the list is no JSON object is left out; nothing else of a key
 * is looked at here. Never throws.
 *
 * @see RFC 7517 §5
 */
export async function fetchKeys({
  jwksUri,
  ...reach
}: { jwksUri: string } & Reach): Promise<KeysAnswer> {
  // Keys change without notice, and a token is always newer than what a cache holds.
  const answer = await fetchJson(jwksUri, reach, { cache: "no-cache" });
  if (answer.kind === "unreachable") return answer;
  const keys = answer.status === 200 && answer.body ? readMember(answer.body, "keys") : undefined;
  if (!Array.isArray(keys)) return asOtherAnswer(answer);
  return { kind: "read", keys: keys.filter(isJsonObject) };
}

function readMetadata(document: JsonObject): Metadata | undefined {
  const issuer = readString(document, "issuer");
  const authorizationEndpoint = readUrl(document, "authorization_endpoint");
  const jwksUri = readUrl(document, "jwks_uri");
  if (issuer === undefined || authorizationEndpoint === undefined || jwksUri === undefined) {
    return undefined;
  }
  return {
    issuer,
    authorizationEndpoint,
    jwksUri,
    userinfoEndpoint: readUrl(document, "userinfo_endpoint"),
    scopesSupported: readStrings(document, "scopes_supported"),
  };
}

function asOtherAnswer({ status, body }: JsonAnswer): FetchProblem {
  return { kind: "other_answer", status, body };
}

function readString(object: JsonObject, name: string): string | undefined {
  const value = readMember(object, name);
  return typeof value === "string" ? value : undefined;
}

/** Endpoints are fetched and shown as links, so nothing but the web's own schemes is let in. */
function readUrl(object: JsonObject, name: string): string | undefined {
  const value = readString(object, name);
  if (value === undefined || !URL.canParse(value)) return undefined;
  return /^https?:$/.test(new URL(value).protocol) ? value : undefined;
}

function readStrings(object: JsonObject, name: string): readonly string[] {
  const value = readMember(object, name);
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
