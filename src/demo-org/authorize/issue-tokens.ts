import { ClaimEvaluationError, describeClaimProblem } from "../claims/claim-evaluation-error.ts";
import type { AuthorizationServer } from "../model/authorization-server.ts";
import type { Configuration } from "../model/configuration.ts";
import { findAppUser, listGroups } from "../model/directory.ts";
import type { User } from "../model/user.ts";
import type { Org } from "../org.ts";
import type { Session } from "../sign-in/sessions.ts";
import { buildAccessTokenClaims, orgAccessTokenType } from "../tokens/access-token.ts";
import { buildIdTokenClaims } from "../tokens/id-token.ts";
import { signToken } from "../tokens/sign-token.ts";
import type { TokenSubject } from "../tokens/token-subject.ts";
import { findMatchingRule, type PolicyQuestion } from "./access-policy.ts";
import type { AuthorizationRequest } from "./authorization-request.ts";
import { type Refusal, refusals } from "./refusal.ts";
import type { IssuedTokens } from "./reply-parameters.ts";

export type IssueOutcome =
  | { readonly kind: "issued"; readonly tokens: IssuedTokens }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** What tokens are made for: a request, and who has signed in for it. */
export type Issue = {
  readonly request: AuthorizationRequest;
  readonly server: AuthorizationServer;
  readonly configuration: Configuration;
  readonly user: User;
  readonly session: Session;
};

/** Fixed for the org server. @see Okta: OpenID Connect & OAuth 2.0 API, "Token lifetime" */
const orgAccessTokenLifetimeSeconds = 3600;

/**
 * Makes the tokens that a request asks for, or says why the signed-in person does not get them: not assigned to the
 * app, no access policy that allows it, or a claim that cannot be evaluated.
 */
export async function issueTokens(org: Org, issue: Issue): Promise<IssueOutcome> {
  const { request, server, configuration, user, session } = issue;
  const { application, scopes } = request;
  const appUser = findAppUser(configuration, application, user);
  if (!appUser) return refuse(refusals.userNotAssigned);

  const groups = listGroups(configuration, user.id);
  const clientId = application.credentials.oauthClient.client_id;
  const lifetimeSeconds = decideLifetime(server, {
    clientId,
    userId: user.id,
    groupIds: groups.map(({ id }) => id),
    grantType: "implicit",
    scopes,
  });
  if (lifetimeSeconds === undefined) return refuse(refusals.noMatchingPolicy);

  const context = { user, appUser, application, groups, scopes: new Set(scopes) };
  const subject: TokenSubject = {
    server,
    clientId,
    orgId: configuration.orgId,
    scopes,
    context,
    authTime: session.authTime,
    amr: session.amr,
    issuedAt: Math.floor(org.clock() / 1000),
  };
  try {
    return { kind: "issued", tokens: await sign(org, request, subject, lifetimeSeconds) };
  } catch (cause) {
    if (!(cause instanceof ClaimEvaluationError)) throw cause;
    return refuse({ error: "server_error", description: describeClaimProblem(cause.problem) });
  }
}

async function sign(
  org: Org,
  { responseTypes, nonce, scopes }: AuthorizationRequest,
  subject: TokenSubject,
  lifetimeSeconds: number,
): Promise<IssuedTokens> {
  const [key] = await org.readSigningKeys();
  const type = subject.server.kind === "org" ? orgAccessTokenType : undefined;
  const accessToken = responseTypes.has("token")
    ? await signToken(buildAccessTokenClaims(subject, lifetimeSeconds), key, type)
    : undefined;
  const idToken = responseTypes.has("id_token")
    ? await signToken(await buildIdTokenClaims(subject, nonce, accessToken), key)
    : undefined;
  return {
    idToken,
    accessToken:
      accessToken === undefined
        ? undefined
        : { token: accessToken, expiresInSeconds: lifetimeSeconds },
    scopes,
  };
}

/** How long the access token lives; undefined where no access policy allows it at all. The org server has none. */
function decideLifetime(server: AuthorizationServer, question: PolicyQuestion): number | undefined {
  if (server.kind === "org") return orgAccessTokenLifetimeSeconds;
  const rule = findMatchingRule(server.policies, question);
  return rule && rule.actions.token.accessTokenLifetimeMinutes * 60;
}

function refuse(refusal: Refusal): IssueOutcome {
  return { kind: "refused", refusal };
}
