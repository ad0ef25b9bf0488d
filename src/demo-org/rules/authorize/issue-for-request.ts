import type { User } from "../../model/user.ts";
import { createRandomId } from "../../random-id.ts";
import { decidePermission, type PermissionQuestion } from "../permission/permission.ts";
import { refusals, refuse } from "../permission/refusal.ts";
import { type IssueOutcome, type IssuingPorts, issueTokens } from "../tokens/issue-tokens.ts";
import { type AuthorizationRequest, listGrantTypes } from "./authorization-request.ts";

type SignedIn = {
  readonly authRequest: AuthorizationRequest;
  readonly user: User;
  readonly session: { readonly authTime: number; readonly amr: readonly string[] };
};

type ServerContext = Pick<PermissionQuestion, "server" | "configuration"> & {
  readonly org: IssuingPorts;
};

/** An ID token that is issued with an access token is thin. @see OpenID Connect Core 1.0 §5.4 */
export async function issueForRequest(
  { org, configuration, server }: ServerContext,
  { authRequest, user, session }: SignedIn,
): Promise<IssueOutcome> {
  const { application, responseTypes, scopes, nonce, assurance } = authRequest;
  if (assurance && assurance.factors === undefined) return refuse(refusals.unmetRequirements);
  const grantTypes = listGrantTypes(responseTypes);
  const question = { server, configuration, application, user, grantTypes, scopes };
  const permission = decidePermission(question);
  if (permission.kind === "refused") return permission;

  const hasAccessToken = responseTypes.has("token");
  return issueTokens(org, {
    ...question,
    permission,
    flow: "implicit",
    authTime: session.authTime,
    amr: session.amr,
    acr: assurance?.acr,
    nonce,
    hasAccessToken,
    idToken: responseTypes.has("id_token") ? (hasAccessToken ? "thin" : "fat") : undefined,
    code: responseTypes.has("code") ? createRandomId() : undefined,
  });
}
