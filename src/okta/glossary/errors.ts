import { rfcSection } from "../sources.ts";
import type { ErrorExplanation } from "./error-explanation.ts";
import { internalError, plainErrors, unknownError } from "./plain-errors.ts";
import { requestErrors } from "./request-errors.ts";
import { signInErrors } from "./sign-in-errors.ts";
import { tokenErrors } from "./token-errors.ts";

const errors = [...requestErrors, ...signInErrors, ...tokenErrors, ...plainErrors];

/**
 * Explains an error by its code and description, or by its code alone if the description is unknown.
 *
 * @param status The HTTP status of the token endpoint or UserInfo. `undefined` for a redirect.
 * @see Okta's error catalogue for OAuth 2.0; RFC 6749 §4.1.2.1, §4.2.2.1, §5.2; OpenID Connect Core 1.0 §3.1.2.6
 */
export function explainError(error: string, description = "", status?: number): ErrorExplanation {
  const found = errors.find((it) => it.codes.includes(error) && it.description.test(description));
  if (found) {
    const { explanation } = found;
    const isOfRedirect = explanation.source?.url === redirectErrors.url;
    return isOfRedirect && status !== undefined
      ? { ...explanation, source: tokenErrorCodes }
      : explanation;
  }
  if (status === undefined) return unknownError;
  return status >= 500
    ? { ...internalError, whoActs: "you" }
    : { ...unknownError, source: tokenErrorCodes };
}

const redirectErrors = rfcSection(6749, "4.2.2.1");
const tokenErrorCodes = rfcSection(6749, "5.2");
