import { fetchKeys, fetchMetadata, type MetadataResult } from "./discovery.ts";
import type { FetchOptions } from "./fetch-json.ts";
import type { JsonObject } from "./json.ts";

type IssuerKeys =
  | { kind: "loaded"; keys: readonly JsonObject[] }
  | { kind: "no_metadata"; problem: Exclude<MetadataResult, { kind: "loaded" }> }
  /** The keys are not on the issuer's origin, so they were not loaded. */
  | { kind: "foreign_origin"; origin: string }
  | { kind: "no_keys" };

type IssuerKeysRequest = FetchOptions & {
  /** Without a trailing slash. */
  issuer: string;
  /** Whether the user agreed to load keys from another origin than the issuer's. */
  allowsForeignKeys: boolean;
};

/** Fetches an issuer's metadata, then its keys. Never throws. @see OpenID Connect Discovery 1.0 §4; RFC 7517 §5 */
export async function fetchIssuerKeys(request: IssuerKeysRequest): Promise<IssuerKeys> {
  const { issuer, allowsForeignKeys, ...options } = request;
  const answer = await fetchMetadata({ issuer, ...options });
  if (answer.kind !== "loaded") return { kind: "no_metadata", problem: answer };
  const { jwksUri } = answer.metadata;
  const { origin } = new URL(jwksUri);
  if (origin !== new URL(issuer).origin && !allowsForeignKeys) {
    return { kind: "foreign_origin", origin };
  }
  const keys = await fetchKeys({ jwksUri, ...options });
  return keys.kind === "loaded" ? keys : { kind: "no_keys" };
}
