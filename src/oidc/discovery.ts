import { type FetchOptions, fetchJson, type JsonResponse, type Unreachable } from "./fetch-json.ts";
import { findString } from "./find-string.ts";
import { findMember, isJsonObject, type JsonObject } from "./json.ts";

/** An authorization server's metadata: OpenID Connect Discovery 1.0 §3. */
export type Metadata = {
  issuer: string;
  authorizationEndpoint: string;
  jwksUri: string;
  tokenEndpoint: string | undefined;
  userinfoEndpoint: string | undefined;
  scopesSupported: readonly string[];
  /** Origins of the keys, token and UserInfo endpoints that differ from the issuer's. Show these to the user before use. */
  foreignOrigins: readonly string[];
};

type FetchProblem =
  | Unreachable
  /** A response that is not the expected document, with any status. `body` is `undefined` if it is not a JSON object. */
  | { kind: "other_response"; status: number; body: JsonObject | undefined };

export type MetadataResult =
  | { kind: "loaded"; metadata: Metadata }
  /** The document's `issuer` is not the requested issuer: OpenID Connect Discovery 1.0 §4.3. */
  | { kind: "issuer_mismatch"; expected: string; received: string }
  | FetchProblem;

type KeysResult = { kind: "loaded"; keys: readonly JsonObject[] } | FetchProblem;

type MetadataRequest = FetchOptions & { issuer: string /** Without a trailing slash. */ };

/** Never throws. An abort by `signal` counts as unreachable. @see OpenID Connect Discovery 1.0 §4 */
export async function fetchMetadata(request: MetadataRequest): Promise<MetadataResult> {
  const { issuer, ...options } = request;
  const response = await fetchJson(`${issuer}/.well-known/openid-configuration`, options);
  if (response.kind === "unreachable") return response;
  const { status, body } = response;
  const metadata = status === 200 && body ? parseMetadata(body.claims) : undefined;
  if (!metadata) return asOtherAnswer(response);
  return metadata.issuer === issuer
    ? { kind: "loaded", metadata: { ...metadata, foreignOrigins: findForeignOrigins(metadata) } }
    : { kind: "issuer_mismatch", expected: issuer, received: metadata.issuer };
}

/** Okta publishes two or three keys. A very long list would only slow the page down. */
const maxKeys = 100;

/** Fetches an issuer's keys. Does not check the members of each key. Never throws. @see RFC 7517 §5 */
export async function fetchKeys(request: FetchOptions & { jwksUri: string }): Promise<KeysResult> {
  const { jwksUri, ...options } = request;
  // Keys change without notice, so a cached response may lack the key of a new token.
  const response = await fetchJson(jwksUri, options, { cache: "no-cache" });
  if (response.kind === "unreachable") return response;
  const { status, body } = response;
  const keys = status === 200 && body ? findMember(body.claims, "keys") : undefined;
  if (!Array.isArray(keys)) return asOtherAnswer(response);
  return { kind: "loaded", keys: keys.filter(isJsonObject).slice(0, maxKeys) };
}

function parseMetadata(document: JsonObject): Omit<Metadata, "foreignOrigins"> | undefined {
  const issuer = findString(document, "issuer");
  const authorizationEndpoint = parseUrl(document, "authorization_endpoint");
  const jwksUri = parseUrl(document, "jwks_uri");
  if (issuer === undefined || authorizationEndpoint === undefined || jwksUri === undefined) {
    return undefined;
  }
  return {
    issuer,
    authorizationEndpoint,
    jwksUri,
    tokenEndpoint: parseUrl(document, "token_endpoint"),
    userinfoEndpoint: parseUrl(document, "userinfo_endpoint"),
    scopesSupported: findStrings(document, "scopes_supported"),
  };
}

function findForeignOrigins(metadata: Omit<Metadata, "foreignOrigins">): readonly string[] {
  const { issuer, jwksUri, tokenEndpoint, userinfoEndpoint } = metadata;
  const origins = [jwksUri, tokenEndpoint, userinfoEndpoint].flatMap((url) =>
    url === undefined ? [] : [new URL(url).origin],
  );
  return [...new Set(origins)].filter((origin) => origin !== new URL(issuer).origin);
}

function asOtherAnswer({ status, body }: JsonResponse): FetchProblem {
  return { kind: "other_response", status, body: body?.claims };
}

/**
 * Accepts only http(s), because endpoints are fetched and shown as links. Refuses URLs with a username or a password,
 * because `fetch` throws for these.
 */
function parseUrl(object: JsonObject, name: string): string | undefined {
  const value = findString(object, name);
  const url = value === undefined ? null : URL.parse(value);
  if (!url || url.username || url.password) return undefined;
  return /^https?:$/.test(url.protocol) ? value : undefined;
}

function findStrings(object: JsonObject, name: string): readonly string[] {
  const value = findMember(object, name);
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
