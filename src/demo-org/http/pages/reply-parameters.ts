import type { ReplyAddress } from "../../rules/authorize/authorization-request.ts";
import type { Refusal } from "../../rules/permission/refusal.ts";
import type { IssuedTokens } from "../../rules/tokens/issue-tokens.ts";

export type ReplyParameters = readonly (readonly [name: string, value: string])[];

/** Unverified: that `id_token` comes before `access_token`. @see OpenID Connect Core 1.0 §3.2.2.5 */
export function listSuccess(
  { code, idToken, accessToken, scopes }: IssuedTokens,
  { state }: ReplyAddress,
): ReplyParameters {
  return [
    ...optional("code", code),
    ...optional("id_token", idToken),
    ...optional("access_token", accessToken?.token),
    ...optional("token_type", accessToken && "Bearer"),
    ...optional("expires_in", accessToken && String(accessToken.expiresInSeconds)),
    ...optional("scope", accessToken && scopes.join(" ")),
    ...optional("state", state),
  ];
}

/** @see OpenID Connect Core 1.0 §3.2.2.6 */
export function listRefusal(
  { error, description }: Refusal,
  { state }: ReplyAddress,
): ReplyParameters {
  return [...optional("state", state), ["error", error], ["error_description", description]];
}

function optional(name: string, value: string | undefined): ReplyParameters {
  return value === undefined ? [] : [[name, value]];
}
