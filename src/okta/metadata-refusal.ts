import { findString } from "../oidc/find-string.ts";
import type { JsonObject } from "../oidc/json.ts";

export type MetadataRefusal =
  | { kind: "no_such_server" }
  | { kind: "no_api_access_management" }
  /** The response is not from an Okta org. Often it is an HTML page with status 200 or 404. */
  | { kind: "not_okta" }
  | { kind: "refused"; status: number; errorSummary: string | undefined };

type Refused = { status: number; body: JsonObject | undefined };

/** Explains a response that is not an authorization server's metadata. @see Okta API, error object */
export function explainMetadataRefusal({ status, body = {} }: Refused): MetadataRefusal {
  const code = findString(body, "errorCode");
  if (status === 401 && code === "E0000015") return { kind: "no_api_access_management" };
  if (status === 404 && code !== undefined) return { kind: "no_such_server" };
  if (status === 200 || status === 404) return { kind: "not_okta" };
  return { kind: "refused", status, errorSummary: findString(body, "errorSummary") };
}
