import { isJsonObject, type JsonObject, readMember } from "../../oidc/json.ts";
import { demoApiToken, fetchFromDemoOrg } from "../demo-org-api.ts";
import type { SentRequest } from "../pending-requests.ts";

/**
 * The claims that the demo org would put in an ID token requested alone: what a thin ID token left out.
 *
 * @param userId The `sub` of the thin ID token.
 * @returns `undefined` where the org would refuse that request.
 */
export async function fetchFatClaims(
  { orgUrl, server, clientId, scopes }: SentRequest,
  userId: string,
): Promise<JsonObject | undefined> {
  const preview = await fetchFromDemoOrg(`${orgUrl}/demo/v1/token-preview`, {
    method: "POST",
    headers: { Authorization: `SSWS ${demoApiToken}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      serverId: server.kind === "org" ? null : server.id,
      clientId,
      grantType: "implicit",
      responseType: "id_token",
      userId,
      scopes,
    }),
  });
  const idToken = isJsonObject(preview) ? readMember(preview, "idToken") : undefined;
  const payload = isJsonObject(idToken) ? readMember(idToken, "payload") : undefined;
  return isJsonObject(payload) ? payload : undefined;
}
