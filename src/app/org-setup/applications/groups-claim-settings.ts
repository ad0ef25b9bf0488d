import * as v from "valibot";
import type { FilterType } from "../../../okta/filter-types.ts";
import type { ApiCall } from "../api/api-call.ts";
import { filterTypeSchema } from "../api/okta-objects.ts";

/** Form values of an app's groups claim. An empty name means no claim. */
export type GroupsClaimSettings = {
  readonly kind: "filter" | "expression";
  readonly name: string;
  readonly filterType: FilterType;
  readonly filter: string;
  readonly expression: string;
};

/** The console's private object; no public API has it. @see Terraform provider for Okta: sdk/app_oauth_group_claim.go */
export const groupsClaimSchema = v.looseObject({
  valueType: v.optional(v.nullable(v.string()), null),
  name: v.optional(v.nullable(v.string()), null),
  groupFilterType: v.optional(v.nullable(filterTypeSchema), null),
  value: v.optional(v.nullable(v.string()), null),
});

export type RecordedGroupsClaim = v.InferOutput<typeof groupsClaimSchema>;

export function buildGroupsClaimPath(applicationId: string): string {
  return `/api/v1/internal/apps/${encodeURIComponent(applicationId)}/settings/oauth/idToken`;
}

export function toGroupsClaimSettings(recorded: RecordedGroupsClaim): GroupsClaimSettings {
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

/** Without a name, it sends an empty claim: the API removes it only if all its members are empty. */
export function replaceGroupsClaim(applicationId: string, settings: GroupsClaimSettings): ApiCall {
  const path = buildGroupsClaimPath(applicationId);
  return {
    method: "POST",
    path,
    body: settings.name.trim() === "" ? noClaim : buildBody(settings),
  };
}

const noClaim = { name: "", valueType: "", value: "" };

function buildBody({ kind, name, filterType, filter, expression }: GroupsClaimSettings) {
  return kind === "filter"
    ? { name, valueType: "GROUPS", groupFilterType: filterType, value: filter }
    : { name, valueType: "EXPRESSION", value: expression };
}
