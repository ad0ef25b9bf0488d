import type { ErrorExplanation } from "./error-explanation.ts";
import { plainErrors, unknownError } from "./plain-errors.ts";
import { requestErrors } from "./request-errors.ts";
import { signInErrors } from "./sign-in-errors.ts";
import { tokenErrors } from "./token-errors.ts";

const describedErrors = [...requestErrors, ...signInErrors, ...tokenErrors];

/** An unknown description is explained by its code alone. @see Okta's error catalogue for OAuth 2.0; RFC 6749 §4.1.2.1, §4.2.2.1, §5.2; OpenID Connect Core 1.0 §3.1.2.6 */
export function explainError(error: string, description: string | undefined): ErrorExplanation {
  const described = describedErrors.find(
    (it) =>
      description !== undefined && it.codes.includes(error) && it.description.test(description),
  );
  return described?.explanation ?? plainErrors.get(error) ?? unknownError;
}
