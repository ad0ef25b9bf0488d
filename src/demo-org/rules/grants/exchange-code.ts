import { base64url } from "jose";
import { hashText } from "../../hash-text.ts";
import type { Application } from "../../model/application.ts";
import type { Parameters } from "../parameters.ts";
import { refuse } from "../permission/refusal.ts";
import { type AuthorizationCode, loadCode, redeemCode } from "./authorization-codes.ts";
import type { TokenRequest } from "./grant.ts";
import { createRefreshToken } from "./refresh-tokens.ts";
import { revoke } from "./revocations.ts";
import { type TokenRefusal, tokenRefusals } from "./token-refusal.ts";
import { buildTokenResponse, type GrantOutcome, recheckGrant } from "./token-response.ts";

/** Reuse revokes the code's tokens. @see RFC 6749 §4.1.3; RFC 7636 §4.5 and §4.6; OpenID Connect Core 1.0 §3.1.3 */
export async function exchangeCode(
  request: TokenRequest,
  application: Application,
  form: Parameters,
): Promise<GrantOutcome> {
  const { org } = request;
  const code = form.get("code");
  if (code === undefined) return refuse(tokenRefusals.missingParameter("code"));
  const record = await loadCode(org, code);
  if (!record) return refuse(tokenRefusals.invalid_authorization_code);
  const { grant } = record;
  const fault = record.isUsed ? undefined : findFault(request, application, form, record);
  if (fault) return refuse(fault);
  if (!(await redeemCode(org, code))) {
    await revoke(org, grant.familyId);
    return refuse(tokenRefusals.invalid_authorization_code);
  }
  const again = recheckGrant(request, application, grant, "authorization_code");
  if (again.kind === "refused") return again;
  const { grantee } = again;
  const isOffline =
    grant.scopes.includes("offline_access") &&
    application.settings.oauthClient.grant_types.includes("refresh_token");
  const refreshToken = isOffline
    ? await createRefreshToken(org, grant, grantee.permission.lifetimes)
    : undefined;
  return buildTokenResponse(request, grantee, grant, refreshToken);
}

/** A request with an Origin is from a page. Pages can't keep a secret, so they need a verifier. */
function findFault(
  { origin, serverId }: TokenRequest,
  { credentials }: Application,
  form: Parameters,
  { grant, redirectUri, codeChallenge }: AuthorizationCode,
): TokenRefusal | undefined {
  if (grant.serverId !== serverId) return tokenRefusals.mismatched_authorization_server;
  if (grant.clientId !== credentials.oauthClient.client_id) return tokenRefusals.mismatched_client;
  if (form.get("redirect_uri") !== redirectUri) return tokenRefusals.mismatched_redirect_uri;

  const verifier = form.get("code_verifier");
  if (codeChallenge === undefined && origin !== undefined)
    return tokenRefusals.unsupported_auth_method_browser_request;
  if (codeChallenge === undefined)
    return verifier === undefined
      ? undefined
      : tokenRefusals.pkce_missing_challenge_verifier_present;
  if (verifier === undefined) return tokenRefusals.pkce_missing_verifier;
  const isRight = hashVerifier(verifier) === codeChallenge;
  return isRight ? undefined : tokenRefusals.pkce_verification_failed;
}

/** @see RFC 7636 §4.2 (S256) */
function hashVerifier(verifier: string): string {
  return base64url.encode(hashText(verifier));
}
