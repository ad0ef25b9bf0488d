import type { Parameters } from "../authorize/parameters.ts";
import type { Application } from "../model/application.ts";
import type { ServerRequest } from "../server-request.ts";
import { readRefreshToken, renewRefreshToken } from "./refresh-tokens.ts";
import { isFamilyRevoked } from "./revocations.ts";
import { answerWithTokens, type GrantOutcome, reconsider } from "./token-answer.ts";
import { type TokenRefusal, tokenRefusals } from "./token-refusal.ts";

/**
 * Gives new tokens for a refresh token, with its scopes or fewer. The ID token repeats no nonce: nobody has sent one.
 *
 * @see RFC 6749 §6; OpenID Connect Core 1.0 §12.2
 */
export async function refresh(
  request: ServerRequest,
  application: Application,
  form: Parameters,
): Promise<GrantOutcome> {
  const { org, serverId } = request;
  const token = form.get("refresh_token");
  if (token === undefined) return refuse(tokenRefusals.missingParameter("refresh_token"));
  const record = await readRefreshToken(org, token);
  if (!record || (await isFamilyRevoked(org, record.grant.familyId)))
    return refuse(tokenRefusals.invalidRefreshToken);
  const { grant } = record;
  if (grant.clientId !== application.credentials.oauthClient.client_id)
    return refuse(tokenRefusals.anotherClient);
  if (grant.serverId !== serverId) return refuse(tokenRefusals.anotherServer);

  const scopes = form.get("scope")?.split(" ").filter(Boolean) ?? grant.scopes;
  const denied = scopes.filter((scope) => !grant.scopes.includes(scope));
  if (denied.length > 0) return refuse(tokenRefusals.scopesNotGranted(denied));

  const again = reconsider(
    request,
    application,
    { userId: grant.userId, scopes },
    "refresh_token",
    tokenRefusals.invalidRefreshToken,
  );
  if (again.kind === "refused") return again;
  const { grantee } = again;
  const { lifetimes } = grantee.permission;
  const next = await renewRefreshToken(org, token, record, lifetimes, application);
  return answerWithTokens(request, grantee, { ...grant, scopes, nonce: undefined }, next);
}

function refuse(refusal: TokenRefusal): GrantOutcome {
  return { kind: "refused", refusal };
}
