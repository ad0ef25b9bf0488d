import type { JsonValue } from "../../../oidc/json.ts";
import { findGroupsClaims } from "../../../okta/groups-claims.ts";

/** The groups of one claim; `undefined` where it is not a groups claim. */
export function readGroups(name: string, value: JsonValue): readonly string[] | undefined {
  return findGroupsClaims({ [name]: value })[0]?.groups;
}
