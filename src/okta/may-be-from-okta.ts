import { findString } from "../oidc/find-string.ts";
import type { JsonObject } from "../oidc/json.ts";
import { issuerOf } from "./authorization-server.ts";
import { parseOktaDomain } from "./okta-domain.ts";

/** Whether a token can be Okta's. Unverified: that every Okta `jti` starts with `ID.` or `AT.`, as in Okta's samples. */
export function mayBeFromOkta(claims: JsonObject): boolean {
  const issuer = findString(claims, "iss");
  if (issuer === undefined) return true;
  const domain = parseOktaDomain(issuer);
  if (domain.kind !== "org") return false;
  const { orgUrl, hostKind, authorizationServerId: id } = domain;
  const expected = issuerOf(orgUrl, id === undefined ? { kind: "org" } : { kind: "custom", id });
  if (issuer !== expected) return false;
  return hostKind !== "custom" || /^(?:ID|AT)\./.test(findString(claims, "jti") ?? "");
}
