import { findMember, type JsonObject } from "../oidc/json.ts";
import { issuerOf } from "./authorization-server.ts";
import { parseOktaDomain } from "./okta-domain.ts";

/**
 * Tells whether a token can be Okta's: by its issuer, and on a custom domain also by its ID, which starts with `ID.` or
 * `AT.`
 *
 * Unverified: that every Okta token's `jti` starts so. Okta's samples do.
 */
export function mayBeFromOkta(claims: JsonObject): boolean {
  const issuer = findMember(claims, "iss");
  if (typeof issuer !== "string") return true;
  const domain = parseOktaDomain(issuer);
  if (domain.kind !== "org") return false;
  const { orgUrl, hostKind, authorizationServerId: id } = domain;
  const expected = issuerOf(orgUrl, id === undefined ? { kind: "org" } : { kind: "custom", id });
  if (issuer !== expected) return false;
  const tokenId = findMember(claims, "jti");
  return hostKind !== "custom" || (typeof tokenId === "string" && /^(?:ID|AT)\./.test(tokenId));
}
