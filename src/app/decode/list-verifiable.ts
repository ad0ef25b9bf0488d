import type { TokenName } from "../../oidc/check.ts";
import { decodeJwt } from "../../oidc/jwt.ts";
import { issuedTokens } from "../issued-tokens.ts";
import { isOpaque } from "../result/slots/is-opaque.ts";
import type { Run } from "../run.ts";

/** The tokens with a signature that an app may check: not the org server's own access tokens. */
export function listVerifiable(run: Run): readonly { about: TokenName; token: string }[] {
  const { idToken, accessToken } = issuedTokens(run);
  const isSigned = (raw: string) => decodeJwt(raw).kind === "decoded" && !raw.endsWith(".");
  return [
    ...(idToken && isSigned(idToken.raw)
      ? [{ about: "id_token" as const, token: idToken.raw }]
      : []),
    ...(accessToken && isSigned(accessToken.raw) && !isOpaque(run, accessToken.decoded)
      ? [{ about: "access_token" as const, token: accessToken.raw }]
      : []),
  ];
}
