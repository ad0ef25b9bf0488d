import type { FilterType } from "../../../okta/filter-types.ts";
import { takeWritable } from "../api/api-call.ts";
import type { Claim } from "../api/okta-objects.ts";

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

/** Of a system claim, only Always or the expression can be changed. @see Okta: Authorization Servers API, OAuth2Claim */
export function buildClaimBody(draft: ClaimDraft, before?: Claim): Record<string, unknown> {
  if (before?.valueType === "SYSTEM")
    return {
      ...takeWritable(before, "value", "group_filter_type"),
      alwaysIncludeInToken: draft.isAlways,
    };
  if (before?.system)
    return { ...takeWritable(before, "group_filter_type"), value: draft.expression };
  const { name, claimType, isAlways, valueType, isDisabled, includeIn, scopes } = draft;
  return {
    ...takeWritable(before, "value", "group_filter_type"),
    name,
    status: isDisabled ? "INACTIVE" : "ACTIVE",
    claimType,
    valueType,
    ...(valueType === "GROUPS"
      ? { value: draft.filterValue, group_filter_type: draft.filterType }
      : { value: draft.expression }),
    conditions: { scopes: includeIn === "any" ? [] : scopes },
    // The flag is for ID tokens; for access token claims it is always true.
    alwaysIncludeInToken: claimType === "RESOURCE" || isAlways,
  };
}
