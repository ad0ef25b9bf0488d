import type { ErrorExplanation } from "./error-explanation.ts";
import { plainErrors, unknownError } from "./plain-errors.ts";
import { requestErrors } from "./request-errors.ts";
import { signInErrors } from "./sign-in-errors.ts";

const knownErrors = [...requestErrors, ...signInErrors];

/**
 * Says what an error response means, and what to do about it.
 *
 * Okta has one `error` for many causes, and only the description tells them apart. It is a text for developers
 * and may change, so what is not recognised is explained by its `error` alone.
 *
 * @param description `error_description`, which may be missing.
 * @see Okta's error catalogue for OAuth 2.0; RFC 6749 §4.2.2.1; OpenID Connect Core 1.0 §3.1.2.6
 */
export function explainError(error: string, description: string | undefined): ErrorExplanation {
  const known =
    description === undefined
      ? undefined
      : knownErrors.find((it) => it.error.includes(error) && it.description.test(description));
  return known?.explanation ?? plainErrors.get(error) ?? unknownError;
}
