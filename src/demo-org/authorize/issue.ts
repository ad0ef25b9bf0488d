import { type EvaluatedClaims, type Evaluation, evaluateClaims } from "../claims/evaluate.ts";
import { standardNames } from "../claims/system-claims.ts";
import type { OrgContext } from "../context.ts";
import type { IssuingServer } from "../model/issuing-server.ts";
import type { Session } from "../sign-in/sessions.ts";
import { mintAccessToken, mintIdToken, type Occasion } from "../tokens/mint.ts";
import type { OAuthError, ValidRequest } from "./validate.ts";

export type Issued =
  | { readonly kind: "refused"; readonly refusal: OAuthError }
  | {
      readonly kind: "issued";
      readonly parameters: readonly (readonly [name: string, value: string | undefined])[];
    };

/**
 * Issues what a request asks for to the person who has signed in: assignment first, then policy, then claims
 * (this order, too, is unverified). Either everything is issued or nothing.
 */
export async function issue(
  context: OrgContext,
  server: IssuingServer,
  request: ValidRequest,
  session: Session,
): Promise<Issued> {
  const { application, wantsIdToken, wantsAccessToken } = request;
  const user = context.org.users.find(({ id }) => id === session.userId);
  if (!user || !application.assignedUserIds.includes(user.id)) {
    return refused("access_denied", "User is not assigned to the client application.");
  }
  const scopes = request.scopes.filter((scope) => scope !== "offline_access");
  const rule = server.rules.find(
    ({ clientIds, grantTypes, scopes: allowed }) =>
      (clientIds === "ALL_CLIENTS" || clientIds.includes(application.clientId)) &&
      grantTypes.includes("implicit") &&
      (allowed === "*" || scopes.every((scope) => allowed.includes(scope))),
  );
  if (!rule) {
    return refused(
      "access_denied",
      "Policy evaluation failed for this request, please check the policy configurations.",
    );
  }

  const subject = {
    user,
    groups: user.groupIds.flatMap(
      (id) => context.org.groups.find((group) => group.id === id) ?? [],
    ),
    clientId: application.clientId,
  };
  const evaluation = { claims: server.claimsFor(application), scopes, subject };
  const ofAccessToken = claimsOf(wantsAccessToken, {
    ...evaluation,
    claimType: "RESOURCE",
    isThin: false,
  });
  if (ofAccessToken.kind !== "claims") return refusedClaims(ofAccessToken);
  const ofIdToken = claimsOf(wantsIdToken, {
    ...evaluation,
    claimType: "IDENTITY",
    isThin: wantsAccessToken,
  });
  if (ofIdToken.kind !== "claims") return refusedClaims(ofIdToken);

  const [key] = await context.signingKeys();
  if (!key) throw new Error("The org has no key to sign with");
  const occasion: Occasion = {
    key,
    issuer: server.issuer,
    clientId: application.clientId,
    userId: user.id,
    issuedAt: context.nowSeconds(),
    authTime: session.authTime,
  };
  const lifetimeSeconds = rule.accessTokenLifetimeMinutes * 60;
  const accessToken = wantsAccessToken
    ? await mintAccessToken(occasion, {
        audience: server.audience,
        scopes,
        lifetimeSeconds,
        typ: server.accessTokenType,
        claims: ofAccessToken.claims,
      })
    : undefined;
  const idToken = wantsIdToken
    ? await mintIdToken(
        occasion,
        { orgId: context.org.id, nonce: request.nonce, claims: ofIdToken.claims, accessToken },
        standardNames,
      )
    : undefined;
  const withAccessToken = (value: string) => (accessToken === undefined ? undefined : value);
  return {
    kind: "issued",
    // Okta's order for both tokens is unverified; clients must not depend on it.
    parameters: [
      ["id_token", idToken],
      ["access_token", accessToken],
      ["token_type", withAccessToken("Bearer")],
      ["expires_in", withAccessToken(String(lifetimeSeconds))],
      ["scope", withAccessToken(scopes.join(" "))],
      ["state", request.state],
    ],
  };
}

function claimsOf(isWanted: boolean, evaluation: Evaluation): EvaluatedClaims {
  return isWanted ? evaluateClaims(evaluation) : { kind: "claims", claims: new Map() };
}

function refused(error: string, description: string): Issued {
  return { kind: "refused", refusal: { error, description } };
}

function refusedClaims(problem: Exclude<EvaluatedClaims, { kind: "claims" }>): Issued {
  if (problem.kind === "too_many_groups") {
    return refused(
      "server_error",
      "The groups claim matched too many groups and must be configured to match fewer groups.",
    );
  }
  const kind = problem.isSystem ? "system" : "user";
  return refused("server_error", `The '${problem.name}' ${kind} claim could not be evaluated.`);
}
