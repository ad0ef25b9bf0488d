import * as v from "valibot";
import { loadRefreshToken } from "../../rules/grants/refresh-tokens.ts";
import { revoke } from "../../rules/grants/revocations.ts";
import { tokenRefusals } from "../../rules/grants/token-refusal.ts";
import { verifyPayload } from "../../rules/tokens/verify-token.ts";
import { describeClientCall, logOAuthEvent } from "../log/oauth-events.ts";
import { forClients } from "./client-endpoint.ts";

const accessTokenSchema = v.object({ iss: v.string(), cid: v.string(), jti: v.string() });

/** Ignores unknown tokens. @see RFC 7009 §2; Okta: OpenID Connect & OAuth 2.0 API, "/revoke" */
export const handleRevoke = forClients("token.revoke", async (request, call) => {
  const { c, org, server, serverId } = request;
  const { application, form, refuse } = call;
  const token = form.get("token");
  if (token === undefined) return refuse(tokenRefusals.request_missing_token);
  const clientId = application.credentials.oauthClient.client_id;

  const grant = (await loadRefreshToken(org, token))?.grant;
  if (grant?.clientId === clientId && grant.serverId === serverId)
    await revoke(org, grant.familyId);

  const payload = await verifyPayload(token, await org.loadSigningKeys());
  const accessToken = v.safeParse(accessTokenSchema, payload);
  if (accessToken.success) {
    const { iss, cid, jti } = accessToken.output;
    if (iss === server.issuer && cid === clientId) await revoke(org, jti);
  }
  logOAuthEvent(request, describeClientCall(form, application), "token.revoke");
  return c.body(null, 200);
});
