import * as v from "valibot";
import type { ApiCall } from "../api/api-call.ts";
import type { FilterType } from "../api/filter-types.ts";
import { filterTypeSchema } from "../api/okta-objects.ts";

/** The groups claim of an app's Sign On tab, as its form has it. An empty name is no claim. */
export type GroupsClaimSettings = {
  readonly kind: "filter" | "expression";
  readonly name: string;
  readonly filterType: FilterType;
  readonly filter: string;
  readonly expression: string;
};

/**
 * The console's own settings object, as Okta's Terraform provider has recorded it: there is no public API for it.
 *
 * @see Terraform provider for Okta: sdk/app_oauth_group_claim.go
 */
export const groupsClaimSchema = v.looseObject({
  valueType: v.optional(v.nullable(v.string()), null),
  name: v.optional(v.nullable(v.string()), null),
  groupFilterType: v.optional(v.nullable(filterTypeSchema), null),
  value: v.optional(v.nullable(v.string()), null),
});

export type RecordedGroupsClaim = v.InferOutput<typeof groupsClaimSchema>;

/** The path of an app's groups claim. */
export function buildGroupsClaimPath(applicationId: string): string {
  return `/api/v1/internal/apps/${encodeURIComponent(applicationId)}/settings/oauth/idToken`;
}

/** The groups claim that an app has, as the form begins. */
export function readGroupsClaim(recorded: RecordedGroupsClaim): GroupsClaimSettings {
  const value = recorded.value ?? "";
  const isExpression = recorded.valueType === "EXPRESSION";
  return {
    kind: isExpression ? "expression" : "filter",
    name: recorded.name ?? "",
    filterType: recorded.groupFilterType ?? "REGEX",
    filter: isExpression ? "" : value,
    expression: isExpression ? value : "",
  };
}

/** The claim as the form has it, in the place of the one that the app has. */
export function replaceGroupsClaim(
  applicationId: string,
  { kind, name, filterType, filter, expression }: GroupsClaimSettings,
): ApiCall {
  const claim =
    kind === "filter"
      ? { valueType: "GROUPS", groupFilterType: filterType, value: filter }
      : { valueType: "EXPRESSION", value: expression };
  return { method: "POST", path: buildGroupsClaimPath(applicationId), body: { name, ...claim } };
}
