import { findRedirectTokens, type ResponseType, usesCode } from "../oidc/authorization-request.ts";

/** The names of grant types in the Admin Console. */
export const grantTypeNames = {
  authorization_code: "Authorization Code",
  implicit: "Implicit (hybrid)",
} as const;

/** Returns both grant types for a hybrid flow. */
export function listGrantTypes(
  responseType: ResponseType,
): readonly (keyof typeof grantTypeNames)[] {
  const { idToken, accessToken } = findRedirectTokens(responseType);
  return [
    ...(usesCode(responseType) ? ["authorization_code" as const] : []),
    ...(idToken || accessToken ? ["implicit" as const] : []),
  ];
}
