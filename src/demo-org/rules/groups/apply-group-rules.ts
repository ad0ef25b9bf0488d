import type { Configuration } from "../../model/configuration.ts";
import type { Group } from "../../model/group.ts";
import type { GroupRule } from "../../model/group-rule.ts";
import type { User } from "../../model/user.ts";
import { tryExpression } from "../claims/expression/evaluate-expression.ts";
import { groupRuleLanguage } from "./group-rule-language.ts";

type Memberships = Map<string, readonly string[]>;

/**
 * Updates the members of rules' groups after a change. A rule excludes a user whom an admin removes from its group.
 * Members of an inactive rule stay, and so do inactive users. Unverified: that an expression that fails doesn't match.
 *
 * @returns `after` with changed rules and memberships.
 * @see Okta help: Create group rules; Okta: Group Rules API
 * @see Okta support: Deactivated Users not Removed From Okta Groups
 */
export function applyGroupRules(before: Configuration, after: Configuration): Configuration {
  if (after.groupRules.length === 0) return after;
  const userIds = new Set(after.users.map(({ id }) => id));
  const groupIds = new Set(after.groups.map(({ id }) => id));
  const memberships: Memberships = new Map(
    after.memberships.map(({ userId, groupIds: ids }) => [userId, ids]),
  );
  let rules = after.groupRules.map((rule) =>
    excludeRemoved(before, memberships, {
      ...rule,
      status: rule.actions.assignUserToGroups.groupIds.every((id) => groupIds.has(id))
        ? rule.status
        : "INVALID",
      managedUserIds: rule.managedUserIds.filter((id) => userIds.has(id)),
    }),
  );
  // A rule can depend on another rule's group, so all rules are applied until nothing changes.
  for (let round = 0; round <= rules.length; round++) {
    const applied = applyOnce(after, rules, memberships);
    rules = applied.rules;
    if (!applied.hasChanged) break;
  }
  return {
    ...after,
    groupRules: rules,
    memberships: after.users.flatMap(({ id }) => {
      const ids = memberships.get(id);
      return ids ? [{ userId: id, groupIds: [...ids] }] : [];
    }),
  };
}

function excludeRemoved(
  before: Configuration,
  memberships: Memberships,
  rule: GroupRule,
): GroupRule {
  const known = before.groupRules.find(({ id }) => id === rule.id);
  if (rule.status !== "ACTIVE" || known?.status !== "ACTIVE") return rule;
  const { groupIds } = rule.actions.assignUserToGroups;
  const old = new Map(before.memberships.map(({ userId, groupIds: ids }) => [userId, ids]));
  const removed = rule.managedUserIds.filter((userId) =>
    groupIds.some((id) => old.get(userId)?.includes(id) && !memberships.get(userId)?.includes(id)),
  );
  if (removed.length === 0) return rule;
  const { people, expression } = rule.conditions;
  const exclude = [...new Set([...people.users.exclude, ...removed])];
  return {
    ...rule,
    conditions: { expression, people: { ...people, users: { exclude } } },
    managedUserIds: rule.managedUserIds.filter((id) => !removed.includes(id)),
  };
}

function applyOnce(
  configuration: Configuration,
  rules: readonly GroupRule[],
  memberships: Memberships,
): { readonly rules: GroupRule[]; readonly hasChanged: boolean } {
  const users = configuration.users.filter(canBeEvaluated);
  const groups = new Map(configuration.groups.map((group) => [group.id, group]));
  const matching = new Map(
    rules.map((rule) => {
      const found = users.filter((user) => {
        const own = (memberships.get(user.id) ?? []).flatMap((id) => groups.get(id) ?? []);
        return isMatch(rule, user, own);
      });
      return [rule.id, new Set(found.map(({ id }) => id))];
    }),
  );
  const evaluated = new Set(users.map(({ id }) => id));
  const next = rules.map((rule) => {
    const matched = matching.get(rule.id);
    if (rule.status !== "ACTIVE" || !matched) return rule;
    const notEvaluated = rule.managedUserIds.filter((id) => !evaluated.has(id));
    return { ...rule, managedUserIds: [...new Set([...notEvaluated, ...matched])] };
  });

  let hasChanged = false;
  for (const { id: userId } of users) {
    const old = memberships.get(userId) ?? [];
    const targets = listManagedGroups(next, userId);
    const removed = listManagedGroups(rules, userId).filter((id) => !targets.includes(id));
    const added = targets.filter((id) => !old.includes(id));
    if (added.length === 0 && !removed.some((id) => old.includes(id))) continue;
    hasChanged = true;
    memberships.set(userId, [...old.filter((id) => !removed.includes(id)), ...added]);
  }
  return { rules: next, hasChanged };
}

function listManagedGroups(rules: readonly GroupRule[], userId: string): readonly string[] {
  const managing = rules.filter((rule) => rule.managedUserIds.includes(userId));
  return [...new Set(managing.flatMap(({ actions }) => actions.assignUserToGroups.groupIds))];
}

/** Unverified: that suspended users are evaluated. They keep their groups and profile. */
function canBeEvaluated({ status }: User): boolean {
  return status === "ACTIVE" || status === "SUSPENDED";
}

function isMatch({ status, conditions }: GroupRule, user: User, groups: readonly Group[]): boolean {
  if (status !== "ACTIVE") return false;
  const { people, expression } = conditions;
  if (people.users.exclude.includes(user.id)) return false;
  if (groups.some(({ id }) => people.groups.exclude.includes(id))) return false;
  const context = { user, groups, scopes: new Set<string>(), amr: [] };
  const outcome = tryExpression(expression.value, { ...context, flow: "code" }, groupRuleLanguage);
  return outcome.kind === "value" && outcome.value === true;
}
