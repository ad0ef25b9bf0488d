import { findMember, type JsonObject } from "../../oidc/json.ts";

/** A signature that proves nothing to a reader. @see RFC 7518 §3.1, §3.6 */
export function describeWeakSignature(
  header: JsonObject,
): { inShort: string; detail: string } | undefined {
  const algorithm = findMember(header, "alg");
  if (typeof algorithm !== "string") return undefined;
  if (/^none$/i.test(algorithm)) {
    return {
      inShort: "it is unsigned",
      detail:
        "The token is unsigned (alg is none), so anyone can have written it. Okta never issues such a token.",
    };
  }
  if (!/^HS\d{3}$/.test(algorithm)) return undefined;
  return {
    inShort: "it is signed with a shared secret",
    detail: `The token is signed with a shared secret (${algorithm} is symmetric): whoever can verify it can also write it. Okta signs with RS256.`,
  };
}
