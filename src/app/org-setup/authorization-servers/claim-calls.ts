import type { ApiCall } from "../api/api-call.ts";
import type { FilterType } from "../api/filter-types.ts";
import type { Claim } from "../api/okta-objects.ts";
import { takeWritable } from "../api/writable.ts";
import { buildServerPath } from "./server-calls.ts";

/** Okta gives a server's claims in one part. */
export const buildClaimsPath = (serverId: string) => `${buildServerPath(serverId)}/claims`;

/** A claim as its form stands. What belongs to the value type not chosen is kept: whoever changes back finds it. */
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

/** As the Admin Console's form begins. */
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

/** The form for a claim that is there. */
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

/** Of a standard claim only this can be changed. */
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

/** An access token's claim is always in it: the flag is for ID tokens. */
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

/** The path of one claim. */
export function buildClaimPath(serverId: string, id: string): string {
  return `${buildClaimsPath(serverId)}/${encodeURIComponent(id)}`;
}
