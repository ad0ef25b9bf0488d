import type { ApiCall } from "../api/api-call.ts";
import type { FilterType } from "../api/filter-types.ts";
import type { Claim } from "../api/okta-objects.ts";
import { takeWritable } from "../api/writable.ts";
import { buildServerPath } from "./server-calls.ts";

/** Path of a server's claims. The list isn't paged. */
export const buildClaimsPath = (serverId: string) => `${buildServerPath(serverId)}/claims`;

/** Form values of a claim. Input for the other value type is kept, in case the user changes back. */
export type ClaimDraft = {
  readonly name: string;
  readonly claimType: Claim["claimType"];
  readonly isAlways: boolean;
  readonly valueType: "EXPRESSION" | "GROUPS";
  readonly expression: string;
  readonly filterType: FilterType;
  readonly filterValue: string;
  readonly isDisabled: boolean;
  readonly includeIn: "any" | "chosen";
  readonly scopes: readonly string[];
};

/** The defaults of the Admin Console's form. */
export const newClaim: ClaimDraft = {
  name: "",
  claimType: "RESOURCE",
  isAlways: true,
  valueType: "EXPRESSION",
  expression: "",
  filterType: "STARTS_WITH",
  filterValue: "",
  isDisabled: false,
  includeIn: "any",
  scopes: [],
};

/** Form values of an existing claim. */
export function draftClaim(claim: Claim): ClaimDraft {
  const { name, claimType, alwaysIncludeInToken, value, group_filter_type, conditions } = claim;
  const isGroups = claim.valueType === "GROUPS";
  return {
    ...newClaim,
    name,
    claimType,
    isAlways: alwaysIncludeInToken,
    valueType: isGroups ? "GROUPS" : "EXPRESSION",
    ...(isGroups
      ? { filterType: group_filter_type ?? newClaim.filterType, filterValue: value ?? "" }
      : { expression: value ?? "" }),
    isDisabled: claim.status === "INACTIVE",
    includeIn: conditions.scopes.length > 0 ? "chosen" : "any",
    scopes: conditions.scopes,
  };
}

/** @see Okta: Authorization Servers API, "Create a custom token claim" */
export function addClaim(serverId: string, draft: ClaimDraft): ApiCall {
  return { method: "POST", path: buildClaimsPath(serverId), body: buildBody(draft) };
}

/** @see Okta: Authorization Servers API, "Replace a custom token claim" */
export function replaceClaim(serverId: string, claim: Claim, draft: ClaimDraft): ApiCall {
  return {
    method: "PUT",
    path: buildClaimPath(serverId, claim.id),
    body: { ...takeWritable(claim, "value", "group_filter_type"), ...buildBody(draft) },
  };
}

/** Changes the expression of a system claim, which only `sub` of access tokens has. */
export function replaceSystemExpression(serverId: string, claim: Claim, value: string): ApiCall {
  const path = buildClaimPath(serverId, claim.id);
  return { method: "PUT", path, body: { ...takeWritable(claim, "group_filter_type"), value } };
}

/** The only change that other system claims allow. */
export function setAlwaysIncluded(serverId: string, claim: Claim, isAlways: boolean): ApiCall {
  const fixed = takeWritable(claim, "value", "group_filter_type");
  return {
    method: "PUT",
    path: buildClaimPath(serverId, claim.id),
    body: { ...fixed, alwaysIncludeInToken: isAlways },
  };
}

/** @see Okta: Authorization Servers API, "Delete a custom token claim" */
export function deleteClaim(serverId: string, id: string): ApiCall {
  return { method: "DELETE", path: buildClaimPath(serverId, id) };
}

/** The Always flag is for ID tokens; for access token claims it is always true. */
function buildBody(draft: ClaimDraft) {
  const { name, claimType, isAlways, valueType, isDisabled, includeIn, scopes } = draft;
  return {
    name,
    status: isDisabled ? "INACTIVE" : "ACTIVE",
    claimType,
    valueType,
    ...(valueType === "GROUPS"
      ? { value: draft.filterValue, group_filter_type: draft.filterType }
      : { value: draft.expression }),
    conditions: { scopes: includeIn === "any" ? [] : scopes },
    alwaysIncludeInToken: claimType === "RESOURCE" || isAlways,
  };
}

/** Path of one claim. */
export function buildClaimPath(serverId: string, id: string): string {
  return `${buildClaimsPath(serverId)}/${encodeURIComponent(id)}`;
}
