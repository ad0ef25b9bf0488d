import { createLocalJWKSet, errors, jwtVerify } from "jose";
import { evaluateClaims } from "../claims/evaluate.ts";
import type { OrgContext } from "../context.ts";
import type { IssuingServer } from "../model/issuing-server.ts";

/**
 * `/v1/userinfo`: everything that the access token's scopes allow, also what a thin ID token left out.
 *
 * @see OpenID Connect Core 1.0 §5.3; RFC 6750 §3 (the refusals)
 */
export async function userInfo(
  context: OrgContext,
  server: IssuingServer,
  request: Request,
): Promise<Response> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  const verified = token === undefined ? undefined : await verify(context, server, token);
  if (!verified) return refuse(server, 401, "invalid_token", "The access token is invalid");

  const { scopes, userId, clientId } = verified;
  if (!scopes.includes("openid")) {
    return refuse(
      server,
      403,
      "insufficient_scope",
      "The access token must provide access to at least one of these scopes - profile, email, address or phone",
    );
  }
  const user = context.org.users.find(({ id }) => id === userId);
  const application = context.org.applications.find((app) => app.clientId === clientId);
  if (!user || !application) {
    return refuse(server, 401, "invalid_token", "The access token is invalid");
  }
  const evaluated = evaluateClaims({
    claims: server.claimsFor(application),
    claimType: "IDENTITY",
    scopes,
    isThin: false,
    subject: {
      user,
      groups: user.groupIds.flatMap((id) => context.org.groups.find((it) => it.id === id) ?? []),
      clientId,
    },
  });
  // What UserInfo answers where a claim fails is unverified; that it fails is in Okta's release notes.
  if (evaluated.kind !== "claims") return refuse(server, 400, "server_error", evaluated.kind);
  return Response.json(
    { sub: user.id, ...Object.fromEntries(evaluated.claims) },
    { headers: { "Cache-Control": "no-store" } },
  );
}

async function verify(context: OrgContext, server: IssuingServer, token: string) {
  const keys = await context.signingKeys();
  const keySet = createLocalJWKSet({ keys: keys.map(({ publicJwk }) => publicJwk) });
  try {
    const { payload } = await jwtVerify(token, keySet, {
      issuer: server.issuer,
      audience: server.audience,
      algorithms: ["RS256"],
      currentDate: new Date(context.nowSeconds() * 1000),
    });
    const { scp, uid, cid } = payload;
    if (!Array.isArray(scp) || typeof uid !== "string" || typeof cid !== "string") return undefined;
    return { scopes: scp.map(String), userId: uid, clientId: cid };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** The order of the header's members follows a recorded DPoP answer; that a Bearer's is the same is unverified. */
function refuse(
  server: IssuingServer,
  status: number,
  error: string,
  description: string,
): Response {
  const challenge = [
    `authorization_uri="${server.endpointBase}/authorize"`,
    `realm="${server.issuer}"`,
    'scope="openid"',
    `error="${error}"`,
    `error_description="${description}"`,
    `resource="${new URL(server.endpointBase).pathname}/userinfo"`,
  ].join(", ");
  return Response.json(
    {},
    {
      status,
      headers: {
        "WWW-Authenticate": `Bearer ${challenge}`,
        "Cache-Control": "no-store",
        Expires: "0",
      },
    },
  );
}
