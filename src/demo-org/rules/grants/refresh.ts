import type { Application } from "../../model/application.ts";
import type { Parameters } from "../parameters.ts";
import { refuse } from "../permission/refusal.ts";
import type { Grant, TokenRequest } from "./grant.ts";
import { isReplaced, loadRefreshToken, renewRefreshToken } from "./refresh-tokens.ts";
import { isRevoked, revoke } from "./revocations.ts";
import { tokenRefusals } from "./token-refusal.ts";
import { buildTokenResponse, type GrantOutcome, recheckGrant } from "./token-response.ts";

/** @see RFC 6749 §6; OpenID Connect Core 1.0 §12.2; Okta: Refresh access tokens, "Refresh token reuse detection" */
export async function refresh(
  request: TokenRequest,
  application: Application,
  form: Parameters,
): Promise<GrantOutcome> {
  const { org, serverId } = request;
  const token = form.get("refresh_token");
  if (token === undefined) return refuse(tokenRefusals.missingParameter("refresh_token"));
  const record = await loadRefreshToken(org, token);
  if (!record || (await isRevoked(org, record.grant.familyId)))
    return refuse(tokenRefusals.invalid_refresh_token);
  const { grant } = record;
  if (grant.clientId !== application.credentials.oauthClient.client_id)
    return refuse(tokenRefusals.mismatched_client);
  if (grant.serverId !== serverId) return refuse(tokenRefusals.mismatched_authorization_server);
  const refuseReuse = () => revokeReused(request, grant);
  if (isReplaced(record, org)) return refuseReuse();

  const requested = [...new Set(form.get("scope")?.split(" "))].filter((scope) => scope !== "");
  const scopes = requested.length > 0 ? requested : grant.scopes;
  const denied = scopes.filter((scope) => !grant.scopes.includes(scope));
  if (denied.length > 0) return refuse(tokenRefusals.scopesNotGranted(denied));

  const renewed = { ...grant, scopes, nonce: undefined };
  const again = recheckGrant(request, application, renewed, "refresh_token");
  if (again.kind === "refused") return again;
  const { grantee } = again;
  const { lifetimes } = grantee.permission;
  const next = await renewRefreshToken(org, token, lifetimes, application);
  if (next === undefined) return refuseReuse();
  return buildTokenResponse(request, grantee, renewed, next);
}

async function revokeReused(
  { org, configuration }: TokenRequest,
  { familyId, userId }: Grant,
): Promise<GrantOutcome> {
  await revoke(org, familyId);
  const user = configuration.users.find(({ id }) => id === userId);
  return {
    kind: "refused",
    refusal: tokenRefusals.invalid_refresh_token,
    detectedReuse: { user },
  };
}
