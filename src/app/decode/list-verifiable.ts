import type { TokenName } from "../../oidc/check.ts";
import { decodeJwt } from "../../oidc/jwt.ts";
import { issuedTokens } from "../issued-tokens.ts";
import { isOpaque } from "../result/slots/is-opaque.ts";
import type { Run } from "../run.ts";
import { describeWeakSignature } from "./weak-signature.ts";

/** The tokens that a public key can verify. Apps don't verify the org server's own access tokens. */
export function listVerifiable(run: Run): readonly { about: TokenName; token: string }[] {
  const { idToken, accessToken } = issuedTokens(run);
  return [
    ...(idToken && isSigned(idToken.raw)
      ? [{ about: "id_token" as const, token: idToken.raw }]
      : []),
    ...(accessToken && isSigned(accessToken.raw) && !isOpaque(run, accessToken.decoded)
      ? [{ about: "access_token" as const, token: accessToken.raw }]
      : []),
  ];
}

function isSigned(raw: string): boolean {
  const decoded = decodeJwt(raw);
  if (decoded.kind === "undecodable" || raw.endsWith(".")) return false;
  return describeWeakSignature(decoded.header) === undefined;
}
