import type { Application } from "../../model/application.ts";
import { isSystemScope } from "../../model/system-scopes.ts";
import { ClaimEvaluationError } from "../claims/claim-evaluation-error.ts";
import { findRuleLifetimes } from "../lifetimes.ts";
import type { Parameters } from "../parameters.ts";
import { findMatchingRule } from "../permission/access-policy.ts";
import { type Refusal, refusals, refuse } from "../permission/refusal.ts";
import { grantScopes } from "../permission/scopes.ts";
import { buildAccessTokenClaims } from "../tokens/access-token.ts";
import { signToken } from "../tokens/sign-token.ts";
import type { TokenRequest } from "./grant.ts";
import { tokenRefusals } from "./token-refusal.ts";
import type { GrantOutcome } from "./token-response.ts";

/** @see RFC 6749 §4.4; Okta: Customize tokens returned from Okta, "Include app-specific information" */
export async function grantToClient(
  { org, server }: TokenRequest,
  application: Application,
  form: Parameters,
): Promise<GrantOutcome> {
  if (server.kind === "org")
    return refuse(tokenRefusals.unsupported_grant_type_client_creds_org_as);
  const { client_id: clientId, token_endpoint_auth_method } = application.credentials.oauthClient;
  if (token_endpoint_auth_method === "none")
    return refuse(tokenRefusals.confidential_client_required);

  const granted = grantScopes(form.get("scope"), server, new Set(["token"]));
  const requested =
    granted.kind === "granted" ? granted.scopes : (form.get("scope") ?? "").split(" ");
  if (requested.some(isSystemScope)) return refuseAs(refusals.openid_not_allowed_client_creds);
  if (granted.kind === "refused") return refuseAs(granted.refusal);
  const { scopes } = granted;

  const rule = findMatchingRule(server.policies, {
    clientId,
    userId: undefined,
    groupIds: [],
    grantTypes: ["client_credentials"],
    scopes,
  });
  if (!rule) return refuseAs(refusals.no_matching_policy);

  const { accessTokenSeconds: lifetimeSeconds = findRuleLifetimes(rule).accessToken } =
    org.lifetimes();
  const flow = "implicit";
  const context = { application, groups: [], scopes: new Set(scopes), flow, amr: [] } as const;
  const subject = { server, context, issuedAt: Math.floor(org.clock() / 1000) };
  try {
    const [key] = await org.loadSigningKeys();
    const token = await signToken(buildAccessTokenClaims(subject, lifetimeSeconds), key);
    return {
      kind: "issued",
      user: undefined,
      response: {
        token_type: "Bearer",
        expires_in: lifetimeSeconds,
        access_token: token,
        scope: scopes.join(" "),
      },
    };
  } catch (cause) {
    if (!(cause instanceof ClaimEvaluationError)) throw cause;
    return refuseAs(refusals.claimNotEvaluated(cause.problem));
  }
}

function refuseAs(refusal: Refusal): GrantOutcome {
  return refuse({ status: 400, ...refusal });
}
