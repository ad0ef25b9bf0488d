import { type Check, defineCheck, type TokenName } from "./check.ts";
import { findMember, type JsonObject } from "./json.ts";
import { quoteValue } from "./quote-value.ts";

/** The only accepted algorithm. The client chooses it, never the token's header (RFC 8725 §3.1). */
export const acceptedAlgorithm = "RS256";

/** @see OpenID Connect Core 1.0 §3.1.3.7 (7); RFC 7515 §4.1.11 (`crit`) */
export function checkHeader(about: TokenName, header: JsonObject): readonly Check[] {
  const algorithm = checkAlgorithm(about, findMember(header, "alg"));
  if (!Object.hasOwn(header, "crit")) return [algorithm];
  const extensions = quoteValue(findMember(header, "crit"));
  const check = defineCheck(`${about}.crit`, about, "Critical extensions");
  return [
    algorithm,
    check.fail(`The header requires extensions that this page does not support: ${extensions}.`),
  ];
}

function checkAlgorithm(about: TokenName, algorithm: ReturnType<typeof findMember>): Check {
  const check = defineCheck(`${about}.alg`, about, "Algorithm");
  if (algorithm === acceptedAlgorithm) {
    return check.pass(`alg is ${acceptedAlgorithm}, as expected.`);
  }
  return check.fail(
    algorithm === undefined
      ? `The header has no alg. It should be ${acceptedAlgorithm}.`
      : `alg should be ${acceptedAlgorithm}, but is ${quoteValue(algorithm)}.`,
  );
}
