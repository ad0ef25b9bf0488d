import { findMember, type JsonValue } from "../../../oidc/json.ts";
import type { DecodedJwt } from "../../../oidc/jwt.ts";
import type { Run } from "../../run.ts";

/**
 * Says whether an access token is the org server's own. Okta may change the content of these at any time, so apps
 * must not read them.
 *
 * Where the request is not known, the token says it: by its type, or by its issuer, which has no path only at the
 * org server.
 *
 * @see Okta: Authorization servers
 */
export function isOpaque({ request }: Pick<Run, "request">, decoded: DecodedJwt): boolean {
  if (request) return request.server.kind === "org";
  if (decoded.kind === "undecodable") return false;
  const { typ } = decoded.header;
  return typ === "application/okta-internal-at+jwt" || hasNoPath(findMember(decoded.claims, "iss"));
}

function hasNoPath(issuer: JsonValue | undefined): boolean {
  if (typeof issuer !== "string") return false;
  const url = URL.parse(issuer);
  return url?.pathname === "/" && url.hostname !== "";
}
