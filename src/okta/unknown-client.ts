import { type FetchOptions, fetchJson } from "../oidc/fetch-json.ts";
import { findString } from "../oidc/find-string.ts";
import { parseClientId } from "./client-id.ts";

type ClientQuestion = FetchOptions & { issuer: string; clientId: string };

/**
 * Whether the server's metadata endpoint says that the client is unknown. Sends no request for a malformed client ID.
 * Never throws.
 *
 * Unverified: whether a browser may read that response. Returns `false` for any other response or an error.
 *
 * @see Okta OpenID Connect & OAuth 2.0 API, metadata: `client_id`
 */
export async function isUnknownClient(question: ClientQuestion): Promise<boolean> {
  const { issuer, clientId, ...options } = question;
  if (parseClientId(clientId).kind !== "ok") return false;
  const query = new URLSearchParams({ client_id: clientId });
  const url = `${issuer}/.well-known/openid-configuration?${query}`;
  const response = await fetchJson(url, options);
  if (response.kind === "unreachable" || response.status !== 400 || !response.body) return false;
  return findString(response.body.claims, "errorCode") === "invalid_client";
}
