import * as v from "valibot";
import type { Configuration } from "../../../model/configuration.ts";
import type { GroupRule } from "../../../model/group-rule.ts";
import { findMistake } from "../../../rules/claims/expression/evaluate-expression.ts";
import { groupRuleLanguage } from "../../../rules/groups/group-rule-language.ts";
import { forbidden } from "../api-error.ts";
import { createCollection } from "../collection.ts";
import type { ManagementRequest } from "../management-request.ts";
import { partIn, wholeOrg } from "../part.ts";
import { checkReferences, listIds } from "../references.ts";
import { findOktaGroup } from "./groups.ts";

/** @see Okta: Group Rules API (name of 1 to 50 characters) */
const nameSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(50));
const excludeSchema = v.nullish(v.object({ exclude: v.optional(v.array(v.string()), []) }), {});
const bodySchema = v.object({
  name: nameSchema,
  conditions: v.object({
    people: v.nullish(v.object({ users: excludeSchema, groups: excludeSchema }), {}),
    expression: v.object({
      type: v.optional(v.literal("urn:okta:expression:1.0"), "urn:okta:expression:1.0"),
      value: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1024)),
    }),
  }),
  actions: v.object({
    assignUserToGroups: v.object({ groupIds: v.pipe(v.array(v.string()), v.nonEmpty()) }),
  }),
});
/** @see Okta: Group Rules API */
export const groupRules = createCollection<GroupRule, typeof bodySchema>({
  path: "/api/v1/groups/rules/:groupRuleId",
  type: "GroupRule",
  target: [({ name }) => name],
  idPrefix: "0pr",
  // Okta's catalogue has no event for creating, changing and deleting a rule.
  // Unverified: that the other calls log these events, and their messages.
  events: {
    activate: ["group.user_membership.rule.trigger", "Group rule triggered"],
    deactivate: ["group.user_membership.rule.deactivated", "Group rule deactivated"],
  },
  items: partIn(wholeOrg, "groupRules"),
  /** @see Okta: Group Rules API, "List all group rules" (`search`, `limit`, `expand`) */
  listing: { pageSize: 50, q: { parameter: "search", match: "part", of: ({ name }) => [name] } },
  createdStatus: 200,
  body: bodySchema,
  object: "groupRule",
  build: ({ name, conditions, actions }, { before, stamps }) => {
    // @see Okta: Group Rules API, "Replace a group rule": only inactive rules, and not their groups.
    if (before && before.status !== "INACTIVE")
      throw forbidden("Deactivate the rule before you change it.");
    return {
      status: "INACTIVE",
      managedUserIds: [],
      actions,
      ...before,
      ...stamps,
      name,
      conditions,
    };
  },
  references: ({ status, actions, managedUserIds }, { groups, users }) => {
    const targets = status === "INVALID" ? [] : actions.assignUserToGroups.groupIds;
    return [
      ["group", "actions.assignUserToGroups.groupIds", targets, listIds(groups)],
      ["user", "managedUserIds", managedUserIds, listIds(users)],
    ];
  },
  listProblems: ({ conditions }) => {
    const mistake = findMistake(conditions.expression.value, groupRuleLanguage);
    return mistake ? [`conditions.expression.value: ${mistake.message}`] : [];
  },
  check: ({ conditions: { people }, actions }, latest) => {
    const { users, groups } = people;
    checkReferences([
      ["user", "conditions.people.users.exclude", users.exclude, listIds(latest.users)],
      ["group", "conditions.people.groups.exclude", groups.exclude, listIds(latest.groups)],
    ]);
    for (const groupId of actions.assignUserToGroups.groupIds) findOktaGroup(latest, groupId);
  },
  afterDelete: withoutManaged,
  deletedStatus: 202,
  lifecycle: {
    check: (before, status) => {
      if (before.status === "INVALID" && status === "ACTIVE")
        throw forbidden("A group of this rule was deleted.");
    },
  },
  render: renderRule,
});

/** With `removeUsers=true`, members leave the rule's groups unless another rule added them. */
function withoutManaged(
  configuration: Configuration,
  rule: GroupRule,
  { c }: ManagementRequest,
): Configuration {
  if (c.req.query("removeUsers") !== "true") return configuration;
  const managed = new Set(rule.managedUserIds);
  const { groupIds: targets } = rule.actions.assignUserToGroups;
  const isKept = (userId: string, groupId: string) =>
    configuration.groupRules.some(
      (it) =>
        it.managedUserIds.includes(userId) &&
        it.actions.assignUserToGroups.groupIds.includes(groupId),
    );
  return {
    ...configuration,
    memberships: configuration.memberships.map(({ userId, groupIds }) => ({
      userId,
      groupIds: managed.has(userId)
        ? groupIds.filter((id) => !targets.includes(id) || isKept(userId, id))
        : groupIds,
    })),
  };
}

function renderRule(
  { managedUserIds: _managed, ...shown }: GroupRule,
  { c, configuration }: ManagementRequest,
) {
  const rule = { type: "group_rule", ...shown };
  if (c.req.query("expand") !== "groupIdToGroupNameMap") return rule;
  const names = configuration.groups
    .filter((group) => shown.actions.assignUserToGroups.groupIds.includes(group.id))
    .map((group) => [group.id, group.profile.name]);
  return { ...rule, _embedded: { groupIdToGroupNameMap: Object.fromEntries(names) } };
}
