import type { TokenName } from "../../oidc/check.ts";
import { findString } from "../../oidc/find-string.ts";
import type { JsonObject } from "../../oidc/json.ts";
import { decodeJwt } from "../../oidc/jwt.ts";
import type { ReceivedToken } from "../../oidc/parsed-response.ts";
import { isOpaque } from "../is-opaque.ts";
import { issuedTokens } from "../issued-tokens.ts";
import type { Run } from "../run.ts";

/** Says why a signature proves nothing: it is missing, or made with a shared secret. @see RFC 7518 §3.1, §3.6 */
export function describeWeakSignature(
  header: JsonObject,
): { inShort: string; detail: string } | undefined {
  const algorithm = findString(header, "alg") ?? "";
  if (/^none$/i.test(algorithm)) {
    return {
      inShort: "it is unsigned",
      detail:
        "The token is unsigned (alg is none), so anyone could have written it. Okta never issues such a token.",
    };
  }
  if (!/^HS\d{3}$/.test(algorithm)) return undefined;
  return {
    inShort: "it is signed with a shared secret",
    detail: `The token is signed with a shared secret (${algorithm} is symmetric): anyone who can verify it can also create one. Okta signs with RS256.`,
  };
}

/** The tokens that a public key can verify. Apps don't verify the org server's own access tokens. */
export function listVerifiable(run: Run): readonly { about: TokenName; token: string }[] {
  return listReceived(run)
    .filter(({ about, token: { raw, decoded } }) => {
      return isSigned(raw) && (about === "id_token" || !isOpaque(run, decoded));
    })
    .map(({ about, token }) => ({ about, token: token.raw }));
}

export type Received = { about: TokenName; token: ReceivedToken<string> };

export function listReceived(run: Run): readonly Received[] {
  const { idToken, accessToken } = issuedTokens(run);
  return [
    ...(idToken ? [{ about: "id_token", token: idToken } as const] : []),
    ...(accessToken ? [{ about: "access_token", token: accessToken } as const] : []),
  ];
}

function isSigned(raw: string): boolean {
  const decoded = decodeJwt(raw);
  if (decoded.kind === "undecodable" || raw.endsWith(".")) return false;
  return describeWeakSignature(decoded.header) === undefined;
}
