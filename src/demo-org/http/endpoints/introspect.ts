import * as v from "valibot";
import type { Configuration } from "../../model/configuration.ts";
import { findActiveUser, findApplication } from "../../model/directory.ts";
import { isReplaced, loadRefreshToken } from "../../rules/grants/refresh-tokens.ts";
import { isRevoked, isTokenRevoked } from "../../rules/grants/revocations.ts";
import { tokenRefusals } from "../../rules/grants/token-refusal.ts";
import { verifyPayload } from "../../rules/tokens/verify-token.ts";
import type { ServerRequest } from "../state/server-request.ts";
import { forClients } from "./client-endpoint.ts";

const common = {
  iss: v.string(),
  aud: v.string(),
  iat: v.number(),
  exp: v.number(),
  jti: v.string(),
};
const accessTokenSchema = v.object({
  ...common,
  /** Any value, because admins can edit and deactivate this claim. */
  sub: v.exactOptional(v.unknown()),
  cid: v.string(),
  uid: v.exactOptional(v.string()),
  scp: v.array(v.string()),
});
const idTokenSchema = v.object({
  ...common,
  sub: v.string(),
  preferred_username: v.exactOptional(v.string()),
});

const inactive = { active: false };

/** Unverified: that a token is inactive if its user or app was deactivated. @see RFC 7662 §2 */
export const handleIntrospect = forClients(undefined, async (request, { form, refuse }) => {
  const token = form.get("token");
  if (token === undefined) return refuse(tokenRefusals.request_missing_token);
  return request.c.json(
    (await describeRefreshToken(request, token)) ??
      (await describeSignedToken(request, token)) ??
      inactive,
  );
});

async function describeSignedToken(request: ServerRequest, token: string) {
  const { org, configuration } = request;
  const payload = await verifyPayload(token, await org.loadSigningKeys());

  const accessToken = v.safeParse(accessTokenSchema, payload);
  if (accessToken.success) {
    const { cid: clientId, uid: userId, scp, ...claims } = accessToken.output;
    if (!(await isActive(request, { ...claims, clientId, userId }))) return undefined;
    const user = userId === undefined ? undefined : findActiveUser(configuration, userId);
    return {
      active: true,
      token_type: "Bearer",
      scope: scp.join(" "),
      client_id: clientId,
      username: user?.profile.login,
      ...claims,
      uid: userId,
    };
  }

  const idToken = v.safeParse(idTokenSchema, payload);
  if (!idToken.success) return undefined;
  const { preferred_username, ...claims } = idToken.output;
  const { aud: clientId, sub: userId } = claims;
  if (!(await isActive(request, { ...claims, clientId, userId }))) return undefined;
  const username = preferred_username ?? findActiveUser(configuration, userId)?.profile.login;
  return { active: true, client_id: clientId, username, ...claims };
}

type Holders = { readonly clientId: string; readonly userId: string | undefined };
type SignedToken = { readonly iss: string; readonly exp: number; readonly jti: string };

async function isActive(
  { org, server, configuration }: ServerRequest,
  { iss, exp, jti, ...holders }: SignedToken & Holders,
): Promise<boolean> {
  if (iss !== server.issuer || exp <= org.clock() / 1000) return false;
  return areActive(configuration, holders) && !(await isTokenRevoked(org, jti));
}

function areActive(configuration: Configuration, { clientId, userId }: Holders): boolean {
  const isUserActive = userId === undefined || findActiveUser(configuration, userId) !== undefined;
  return isUserActive && findApplication(configuration, clientId) !== undefined;
}

async function describeRefreshToken(
  { org, server, serverId, configuration }: ServerRequest,
  token: string,
) {
  const record = await loadRefreshToken(org, token);
  if (!record || record.grant.serverId !== serverId || isReplaced(record, org)) return undefined;
  const { grant, replacedUntil, idleAt } = record;
  const endsAt = replacedUntil ?? idleAt;
  const user = findActiveUser(configuration, grant.userId);
  if (!user || !areActive(configuration, grant)) return undefined;
  if (await isRevoked(org, grant.familyId)) return undefined;
  return {
    active: true,
    token_type: "Bearer",
    scope: grant.scopes.join(" "),
    client_id: grant.clientId,
    username: user.profile.login,
    exp: endsAt === undefined ? undefined : Math.floor(endsAt / 1000),
    sub: user.profile.login,
    iss: server.issuer,
    aud: server.audience,
    uid: user.id,
  };
}
