import { completeGroup, type Group } from "../../model/group.ts";
import type { Budget } from "./budget.ts";
import type { Span } from "./syntax-tree.ts";
import { readData, type Value } from "./values.ts";

/** What an expression may ask of a group. */
export const groupMembers: readonly string[] = [
  "id",
  "name",
  "description",
  "status",
  "type",
  "objectClass",
  "created",
  "lastUpdated",
  "lastMembershipUpdated",
  "source",
  "profile",
];

/**
 * A group as expressions see it: `name` and `description` stand beside the profile too, as Okta's classic pages write
 * them, and in it, as its Identity Engine pages do.
 *
 * That the status of a group that somebody is in is ACTIVE is unverified; chosen because the API knows no status.
 *
 * @see Okta: Customize tokens returned from Okta with a static allowlist (`group.*`);
 *   Okta Expression Language in Identity Engine, "Collection projections"
 */
export function describeGroup(group: Group, budget: Budget, span: Span): Value {
  const { name, description } = group.profile;
  const members: Readonly<Record<string, unknown>> = {
    ...completeGroup(group),
    name,
    description,
    status: "ACTIVE",
  };
  const fields = groupMembers.map(
    (member) => [member, readData(members[member], budget, span)] as const,
  );
  return { fields: new Map(fields), isOpen: false };
}
