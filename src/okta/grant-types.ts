import { findRedirectTokens, type ResponseType, usesCode } from "../oidc/authorization-request.ts";

/** As the Admin Console names them. */
export const grantTypeNames = {
  authorization_code: "Authorization Code",
  implicit: "Implicit (hybrid)",
} as const;

/** A hybrid flow uses two. */
export function listGrantTypes(
  responseType: ResponseType,
): readonly (keyof typeof grantTypeNames)[] {
  const { idToken, accessToken } = findRedirectTokens(responseType);
  return [
    ...(usesCode(responseType) ? ["authorization_code" as const] : []),
    ...(idToken || accessToken ? ["implicit" as const] : []),
  ];
}
