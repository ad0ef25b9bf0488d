import { completeGroup, type Group } from "../../../model/group.ts";
import { splitWords } from "../../../split-words.ts";
import type { Budget } from "./limits.ts";
import type { Span } from "./syntax-tree.ts";
import { toValue, type Value } from "./values.ts";

export const groupMembers: readonly string[] = splitWords(`
  id name description status type objectClass created lastUpdated lastMembershipUpdated source
  profile
`);

/**
 * `name` is a member of the group, as on Okta's classic pages, and of the group's profile, as on its Identity Engine
 * pages. Unverified: the status.
 * @see Okta: Customize tokens returned from Okta with a static allowlist (`group.*`); Okta Expression Language in
 * Identity Engine, "Collection projections"
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
    (member) => [member, toValue(members[member], budget, span)] as const,
  );
  return { fields: new Map(fields), isOpen: false };
}
