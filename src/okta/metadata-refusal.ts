import { findMember, type JsonObject } from "../oidc/json.ts";

/** Why a response has no metadata. */
export type MetadataRefusal =
  /** An Okta org returned an error: it has no such server. */
  | { kind: "no_such_server" }
  /** The org has no custom servers: API Access Management is not part of its subscription. */
  | { kind: "no_api_access_management" }
  /** Not an Okta org's response: often an HTML page with status 200 or 404. */
  | { kind: "not_okta" }
  | { kind: "refused"; status: number; errorSummary: string | undefined };

/**
 * Explains a response that is not an authorization server's metadata.
 *
 * @see Okta API, error object: `errorCode`, `errorSummary`; Okta Support: 401 permissions error when configuring a custom
 *   authorization server
 */
export function explainMetadataRefusal({
  status,
  body = {},
}: {
  status: number;
  /** `undefined` if the body is not a JSON object. */
  body: JsonObject | undefined;
}): MetadataRefusal {
  const isOktaError = typeof findMember(body, "errorCode") === "string";
  if (status === 401 && findMember(body, "errorCode") === "E0000015") {
    return { kind: "no_api_access_management" };
  }
  if (status === 404 && isOktaError) return { kind: "no_such_server" };
  if (status === 200 || status === 404) return { kind: "not_okta" };
  const summary = findMember(body, "errorSummary");
  const errorSummary = typeof summary === "string" ? summary : undefined;
  return { kind: "refused", status, errorSummary };
}
