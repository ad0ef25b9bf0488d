import type { Check, TokenName } from "./check.ts";
import { findMember, type JsonObject } from "./json.ts";
import { quoteValue } from "./quote-value.ts";

/** The only algorithm that is accepted. The client decides, never the token's header (RFC 8725 §3.1). */
export const acceptedAlgorithm = "RS256";

/**
 * Checks the algorithm in a token's header, and that it requires no extension. Does not verify the signature.
 *
 * @see OpenID Connect Core 1.0 §3.1.3.7 (7); RFC 7515 §4.1.11 (`crit`)
 */
export function checkHeader(about: TokenName, header: JsonObject): readonly Check[] {
  const algorithm = checkAlgorithm(about, findMember(header, "alg"));
  if (!Object.hasOwn(header, "crit")) return [algorithm];
  const extensions = quoteValue(findMember(header, "crit"));
  return [
    algorithm,
    {
      id: `${about}.crit`,
      about,
      name: "Critical extensions",
      status: "fail",
      detail: `The header requires extensions that this page does not support: ${extensions}.`,
    },
  ];
}

function checkAlgorithm(about: TokenName, algorithm: ReturnType<typeof findMember>): Check {
  const check = { id: `${about}.alg`, about, name: "Algorithm" };
  if (algorithm === acceptedAlgorithm) {
    return { ...check, status: "pass", detail: `alg is ${acceptedAlgorithm}, as expected.` };
  }
  const detail =
    algorithm === undefined
      ? `The header has no alg. It should be ${acceptedAlgorithm}.`
      : `alg should be ${acceptedAlgorithm}, but is ${quoteValue(algorithm)}.`;
  return { ...check, status: "fail", detail };
}
