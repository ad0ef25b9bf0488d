import type { Application } from "../../model/application.ts";
import { findActiveUser } from "../../model/directory.ts";
import type { User } from "../../model/user.ts";
import { decidePermission, type Permission } from "../permission/permission.ts";
import { type Refused, refuse } from "../permission/refusal.ts";
import { type IssueOutcome, issueTokens } from "../tokens/issue-tokens.ts";
import { decodeTokenId } from "../tokens/verify-token.ts";
import type { Grant, IssuingServer } from "./grant.ts";
import { joinFamily } from "./revocations.ts";
import { type TokenRefusal, tokenRefusals } from "./token-refusal.ts";

/** @see RFC 6749 §5.1; OpenID Connect Core 1.0 §3.1.3.3 */
type TokenResponse = {
  readonly token_type: "Bearer";
  readonly expires_in: number;
  readonly access_token: string;
  readonly scope: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
};

export type GrantOutcome =
  | {
      readonly kind: "issued";
      readonly response: TokenResponse;
      readonly user: User | undefined;
    }
  | {
      readonly kind: "refused";
      readonly refusal: TokenRefusal;
      /** Set if a rotated refresh token was used again. The token's user may have been deleted. */
      readonly detectedReuse?: { readonly user: User | undefined };
    };

type Grantee = {
  readonly application: Application;
  readonly user: User;
  readonly permission: Extract<Permission, { kind: "permitted" }>;
};

const inactive = {
  authorization_code: tokenRefusals.invalid_authorization_code,
  refresh_token: tokenRefusals.invalid_refresh_token,
};

/** Checks a grant again, because the user may have been deactivated, or policies may have changed. */
export function recheckGrant(
  { configuration, server }: IssuingServer,
  application: Application,
  { userId, scopes }: Pick<Grant, "userId" | "scopes">,
  grantType: keyof typeof inactive,
): { readonly kind: "permitted"; readonly grantee: Grantee } | Refused<TokenRefusal> {
  const user = findActiveUser(configuration, userId);
  if (!user) return refuse(inactive[grantType]);
  const question = { server, configuration, application, user, scopes };
  const permission = decidePermission({ ...question, grantTypes: [grantType] });
  if (permission.kind === "refused") return refuse({ status: 400, ...permission.refusal });
  return { kind: "permitted", grantee: { application, user, permission } };
}

/**
 * In the code flow, the org server's ID token is fat, and a custom server's ID token is thin. Unverified for refresh
 * tokens and the hybrid flow.
 * @see Okta: Customize tokens returned from Okta with a Groups claim (the flows that carry groups)
 */
export function issueForGrant(
  { org, configuration, server }: IssuingServer,
  grantee: Grantee,
  grant: Pick<Grant, "authTime" | "amr" | "acr" | "scopes" | "nonce">,
): Promise<IssueOutcome> {
  const isFat = server.kind === "org" && configuration.codeFlowIdToken === "fat";
  return issueTokens(org, {
    ...grant,
    ...grantee,
    server,
    configuration,
    flow: "code",
    hasAccessToken: true,
    idToken: grant.scopes.includes("openid") ? (isFat ? "fat" : "thin") : undefined,
  });
}

export async function buildTokenResponse(
  request: IssuingServer,
  grantee: Grantee,
  grant: Grant,
  refreshToken: string | undefined,
): Promise<GrantOutcome> {
  const outcome = await issueForGrant(request, grantee, grant);
  if (outcome.kind === "refused") return refuse({ status: 400, ...outcome.refusal });

  const { accessToken, idToken, scopes } = outcome.tokens;
  if (!accessToken) throw new Error("No access token was issued");
  for (const token of idToken === undefined ? [accessToken.token] : [accessToken.token, idToken])
    await joinFamily(request.org, decodeTokenId(token), grant.familyId);
  return {
    kind: "issued",
    user: grantee.user,
    response: {
      token_type: "Bearer",
      expires_in: accessToken.expiresInSeconds,
      access_token: accessToken.token,
      scope: scopes.join(" "),
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
      ...(idToken !== undefined && { id_token: idToken }),
    },
  };
}
