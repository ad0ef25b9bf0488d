import type { AssignedGroup } from "../../../model/application.ts";

/**
 * Assigns a group to an app and sorts the groups by priority. A sent priority is kept.
 *
 * Unverified: a group that already has the priority moves behind, as the Admin Console's drag and drop does.
 *
 * @param priority undefined: the group keeps its priority, and a new one comes last.
 * @see okta/terraform-provider-okta: recorded `PUT /api/v1/apps/{appId}/groups/{groupId}`
 */
export function assignByPriority(
  groups: readonly AssignedGroup[],
  group: AssignedGroup,
  priority: number | undefined,
): AssignedGroup[] {
  const numbered = groups.map((it, index) => ({ ...it, priority: it.priority ?? index }));
  const others = numbered.filter(({ id }) => id !== group.id);
  const own = numbered.find(({ id }) => id === group.id)?.priority;
  const chosen = priority ?? own ?? (others.at(-1)?.priority ?? -1) + 1;
  const before = others.filter((it) => it.priority < chosen);
  const behind = others.filter((it) => it.priority >= chosen);
  let previous = chosen;
  const moved = behind.map((it) => {
    previous = Math.max(it.priority, previous + 1);
    return { ...it, priority: previous };
  });
  return [...before, { ...group, priority: chosen }, ...moved];
}
