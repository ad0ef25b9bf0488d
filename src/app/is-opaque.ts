import { findMember, type JsonValue } from "../oidc/json.ts";
import type { DecodedJwt } from "../oidc/jwt.ts";
import { mayBeFromOkta } from "../okta/may-be-from-okta.ts";
import type { Run } from "./run.ts";

/**
 * Whether an access token is from the org server. Apps must not read such a token.
 *
 * Without a request, this depends on the token's type, or on an issuer that may be Okta's: only the org server's
 * issuer has no path.
 *
 * @see Okta: Authorization servers
 */
export function isOpaque({ request }: Pick<Run, "request">, decoded: DecodedJwt): boolean {
  if (request) return request.server.kind === "org";
  if (decoded.kind === "undecodable") return false;
  const { typ } = decoded.header;
  const { claims } = decoded;
  return (
    typ === "application/okta-internal-at+jwt" ||
    (hasNoPath(findMember(claims, "iss")) && mayBeFromOkta(claims))
  );
}

function hasNoPath(issuer: JsonValue | undefined): boolean {
  if (typeof issuer !== "string") return false;
  const url = URL.parse(issuer);
  return url?.pathname === "/" && url.hostname !== "";
}
