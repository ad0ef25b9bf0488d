import type { ErrorExplanation } from "./error-explanation.ts";
import { plainErrors, unknownError } from "./plain-errors.ts";
import { requestErrors } from "./request-errors.ts";
import { signInErrors } from "./sign-in-errors.ts";
import { tokenErrors } from "./token-errors.ts";

const errors = [...requestErrors, ...signInErrors, ...tokenErrors, ...plainErrors];

/** An unknown description is explained by its code alone. @see Okta's error catalogue for OAuth 2.0; RFC 6749 §4.1.2.1, §4.2.2.1, §5.2; OpenID Connect Core 1.0 §3.1.2.6 */
export function explainError(error: string, description = ""): ErrorExplanation {
  const found = errors.find((it) => it.codes.includes(error) && it.description.test(description));
  return found?.explanation ?? unknownError;
}
