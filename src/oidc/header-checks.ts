import type { Check, TokenName } from "./check.ts";
import { quoteValue } from "./evidence.ts";
import { type JsonObject, readMember } from "./json.ts";

/** The one algorithm that is accepted: what may sign is for the client to say, never for the token (RFC 8725 §3.1). */
export const acceptedAlgorithm = "RS256";

/**
 * Checks what a token's header says of its signature. The signature itself is not looked at.
 *
 * @see OpenID Connect Core 1.0 §3.1.3.7 (7); RFC 7515 §4.1.11 (`crit`)
 */
export function checkHeader(about: TokenName, header: JsonObject): readonly Check[] {
  const algorithm = readMember(header, "alg");
  const checks: Check[] = [
    {
      id: `${about}.alg`,
      about,
      name: "Algorithm",
      status: algorithm === acceptedAlgorithm ? "pass" : "fail",
      detail:
        algorithm === acceptedAlgorithm
          ? `It says that it is signed with ${acceptedAlgorithm}, as Okta signs.`
          : `It should be signed with ${acceptedAlgorithm}, and says ${quoteValue(algorithm)}.`,
    },
  ];
  if (Object.hasOwn(header, "crit")) {
    checks.push({
      id: `${about}.crit`,
      about,
      name: "Critical extensions",
      status: "fail",
      detail: `Its header demands extensions that this page does not know: ${quoteValue(readMember(header, "crit"))}.`,
    });
  }
  return checks;
}
