import type { Check } from "../oidc/check.ts";
import type { JsonObject } from "../oidc/json.ts";
import { checkUserInfoSubject, fetchUserInfo, type UserInfoAnswer } from "../oidc/userinfo.ts";
import { userInfoEndpointOf } from "../okta/authorization-server.ts";
import { issuedTokens, tokenClaimsOf } from "./issued-tokens.ts";
import type { Run } from "./run.ts";

/** `other_user`: the claims must not be used. The check says why. */
export type UserInfoResult =
  | UserInfoAnswer
  | { kind: "other_user"; check: Check; claims: JsonObject };

/**
 * Calls UserInfo with a run's access token, and compares the users. Call `decideUserInfoCall` first. Never throws.
 *
 * @returns `undefined` without a request or an access token.
 * @see OpenID Connect Core 1.0 §5.3.2
 */
export async function callUserInfo(
  run: Run,
  fetch: typeof globalThis.fetch,
): Promise<UserInfoResult | undefined> {
  const { request } = run;
  const accessToken = issuedTokens(run).accessToken?.raw;
  if (!request || accessToken === undefined) return undefined;
  const endpoint = userInfoEndpointOf(request.orgUrl, request.server);
  const answer = await fetchUserInfo({ endpoint, accessToken, fetch });
  if (answer.kind !== "claims") return answer;
  const { claims } = answer;
  const check = checkUserInfoSubject({ ...tokenClaimsOf(run), userInfoClaims: claims });
  return check.status === "fail" ? { kind: "other_user", check, claims } : answer;
}
