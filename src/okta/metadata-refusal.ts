import { type JsonObject, readMember } from "../oidc/json.ts";

/** What an answer that holds no metadata says, if an Okta org gave it. */
export type MetadataRefusal =
  /** The org answers, in Okta's own error shape, that it knows no such server. */
  | { kind: "no_such_server" }
  /** Not an Okta org's answer: often a page of HTML, with status 200 or 404. */
  | { kind: "not_okta" }
  | { kind: "refused"; status: number; errorSummary: string | undefined };

/**
 * Reads an answer that came in place of an authorization server's metadata.
 *
 * @see Okta API, error object: `errorCode`, `errorSummary`
 */
export function readMetadataRefusal({
  status,
  body = {},
}: {
  status: number;
  /** `undefined` where the body is no JSON object. */
  body: JsonObject | undefined;
}): MetadataRefusal {
  const isOktaError = typeof readMember(body, "errorCode") === "string";
  if (status === 404 && isOktaError) return { kind: "no_such_server" };
  if (status === 200 || status === 404) return { kind: "not_okta" };
  const summary = readMember(body, "errorSummary");
  const errorSummary = typeof summary === "string" ? summary : undefined;
  return { kind: "refused", status, errorSummary };
}
