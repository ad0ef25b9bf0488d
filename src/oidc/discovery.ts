import type { JsonObject } from "./json.ts";

/** What an authorization server says of itself: OpenID Connect Discovery 1.0 §3. */
export type Metadata = {
  issuer: string;
  authorizationEndpoint: string;
  jwksUri: string;
  userinfoEndpoint: string | undefined;
  tokenEndpoint: string | undefined;
  scopesSupported: readonly string[];
  responseTypesSupported: readonly string[];
  claimsSupported: readonly string[];
};

/** Why a document could not be had. */
export type FetchProblem =
  /** No answer that a page may read: no such host, no network, no CORS headers, or too slow. */
  | { kind: "unreachable"; because: "failed" | "timed_out" }
  | { kind: "not_found" }
  /** An answer, but not the document: often a page of HTML with status 200. */
  | { kind: "not_metadata"; contentType: string | undefined }
  | {
      kind: "refused";
      status: number;
      errorCode: string | undefined;
      errorSummary: string | undefined;
    };

export type MetadataAnswer =
  | { kind: "read"; metadata: Metadata }
  /** The document names another issuer than the one asked for. */
  | { kind: "issuer_mismatch"; expected: string; received: string }
  | FetchProblem;

export type KeysAnswer = { kind: "read"; keys: readonly JsonObject[] } | FetchProblem;

type Reach = { fetch: typeof fetch; signal?: AbortSignal; timeoutMs?: number };

export async function fetchMetadata(_: { issuer: string } & Reach): Promise<MetadataAnswer> {
  return { kind: "unreachable", because: "failed" };
}

export async function fetchKeys(_: { jwksUri: string } & Reach): Promise<KeysAnswer> {
  return { kind: "unreachable", because: "failed" };
}
