import type { Application } from "../../model/application.ts";
import type { AuthorizationServer } from "../../model/authorization-server.ts";
import type { User } from "../../model/user.ts";
import { ClaimEvaluationError } from "../claims/claim-evaluation-error.ts";
import type { TokenFlow } from "../claims/claims-context.ts";
import type { TokenLifetimes } from "../lifetimes.ts";
import type { Permission } from "../permission/permission.ts";
import { type Refused, refusals, refuse } from "../permission/refusal.ts";
import type { Ports } from "../ports.ts";
import { buildAccessTokenClaims, orgAccessTokenType, type TokenSubject } from "./access-token.ts";
import { buildIdTokenClaims } from "./id-token.ts";
import { signToken } from "./sign-token.ts";

export type IssueOutcome = { readonly kind: "issued"; readonly tokens: IssuedTokens } | Refused;

export type IssuedTokens = {
  readonly code?: string | undefined;
  readonly idToken: string | undefined;
  readonly accessToken: { readonly token: string; readonly expiresInSeconds: number } | undefined;
  readonly scopes: readonly string[];
};

export type IssuingPorts = Pick<Ports, "clock" | "lifetimes" | "loadSigningKeys">;

type Issue = {
  readonly server: AuthorizationServer;
  readonly orgId: string;
  readonly application: Application;
  readonly user: User;
  readonly permission: Extract<Permission, { kind: "permitted" }>;
  readonly flow: TokenFlow;
  readonly authTime: number;
  readonly amr: readonly string[];
  readonly acr: string | undefined;
  readonly scopes: readonly string[];
  readonly nonce: string | undefined;
  readonly hasAccessToken: boolean;
  readonly idToken: "fat" | "thin" | undefined;
  readonly code?: string | undefined;
};

/** If a claim can't be evaluated, issues no token at all. */
export async function issueTokens(ports: IssuingPorts, issue: Issue): Promise<IssueOutcome> {
  const { server, orgId, application, user, permission, flow, scopes, authTime, amr, acr } = issue;
  const { appUser, groups, lifetimes } = permission;
  const subject: TokenSubject = {
    server,
    clientId: application.credentials.oauthClient.client_id,
    orgId,
    scopes,
    context: { user, appUser, application, groups, scopes: new Set(scopes), flow, amr },
    authTime,
    amr,
    acr,
    issuedAt: Math.floor(ports.clock() / 1000),
  };
  try {
    return { kind: "issued", tokens: await sign(ports, issue, subject, lifetimes) };
  } catch (cause) {
    if (!(cause instanceof ClaimEvaluationError)) throw cause;
    return refuse(refusals.claimNotEvaluated(cause.problem));
  }
}

async function sign(
  ports: IssuingPorts,
  { hasAccessToken, idToken: kind, nonce, code, scopes }: Issue,
  subject: TokenSubject,
  lifetimes: TokenLifetimes,
): Promise<IssuedTokens> {
  const { accessTokenSeconds = lifetimes.accessToken, idTokenSeconds } = ports.lifetimes();
  const [key] = await ports.loadSigningKeys();
  const type = subject.server.kind === "org" ? orgAccessTokenType : undefined;
  const token = hasAccessToken
    ? await signToken(buildAccessTokenClaims(subject, accessTokenSeconds), key, type)
    : undefined;
  const idToken = kind
    ? await signToken(
        buildIdTokenClaims(subject, {
          isThin: kind === "thin",
          nonce,
          accessToken: token,
          code,
          lifetimeSeconds: idTokenSeconds,
        }),
        key,
      )
    : undefined;
  return {
    code,
    idToken,
    accessToken: token === undefined ? undefined : { token, expiresInSeconds: accessTokenSeconds },
    scopes,
  };
}
