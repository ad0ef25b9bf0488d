import type { ErrorExplanation } from "./error-explanation.ts";
import { plainErrors, unknownError } from "./plain-errors.ts";
import { requestErrors } from "./request-errors.ts";
import { signInErrors } from "./sign-in-errors.ts";
import { tokenErrors } from "./token-errors.ts";

const knownErrors = [...requestErrors, ...signInErrors, ...tokenErrors];

/**
 * Explains an error response and how to fix it.
 *
 * Okta uses one `error` for many causes, and only the description tells them apart. Descriptions can change, so an
 * unknown one is explained by its `error` alone.
 *
 * @param description `error_description`, if there is one.
 * @see Okta's error catalogue for OAuth 2.0; RFC 6749 §4.1.2.1, §4.2.2.1, §5.2; OpenID Connect Core 1.0 §3.1.2.6
 */
export function explainError(error: string, description: string | undefined): ErrorExplanation {
  const known =
    description === undefined
      ? undefined
      : knownErrors.find((it) => it.error.includes(error) && it.description.test(description));
  return known?.explanation ?? plainErrors.get(error) ?? unknownError;
}
