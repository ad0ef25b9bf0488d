import * as v from "valibot";
import type { Configuration } from "../../../model/configuration.ts";
import type { GroupRule } from "../../../model/group-rule.ts";
import { findMistake } from "../../../rules/claims/expression/evaluate-expression.ts";
import { groupRuleLanguage } from "../../../rules/groups/group-rule-language.ts";
import { describeNamed } from "../../log/path-targets.ts";
import { forbidden, refuseCauses } from "../api-error.ts";
import { buildRoutes, type Collection } from "../collection.ts";
import { listIdProblems } from "../import-problems.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { sendList } from "../paging.ts";
import { parseBody } from "../parse-body.ts";
import {
  checkReferences,
  listUnknownReferences,
  refersToGroups,
  refersToUsers,
} from "../references.ts";
import { findOktaGroup } from "./groups.ts";

const path = "/api/v1/groups/rules";

/** @see Okta: Group Rules API (name of 1 to 50 characters) */
const nameSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(50));
const excludeSchema = v.nullish(v.object({ exclude: v.optional(v.array(v.string()), []) }), {
  exclude: [],
});
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
type Body = v.InferOutput<typeof bodySchema>;

const collection: Collection<GroupRule, Body> = {
  path: `${path}/:ruleId`,
  type: "GroupRule",
  idPrefix: "0pr",
  // Okta's catalogue has no event for creating, changing and deleting a rule.
  // Unverified: that the other calls log these events, and their messages.
  events: {
    activate: ["group.user_membership.rule.trigger", "Group rule triggered"],
    deactivate: ["group.user_membership.rule.deactivated", "Group rule deactivated"],
  },
  itemsOf: ({ groupRules }) => groupRules,
  withItems: (configuration, groupRules) => ({ ...configuration, groupRules }),
  render: renderRule,
  listing: sendRules,
  createdStatus: 200,
  parseBody: (c) => parseBody(c, bodySchema, "groupRule"),
  build: buildRule,
  afterDelete: withoutManaged,
  deletedStatus: 202,
  setStatus,
};

/** @see Okta: Group Rules API */
export const groupRules: Resource = {
  routes: buildRoutes(collection),
  target: describeNamed("groupRules", "GroupRule", (it) => it.groupRules),
  listProblems: (configuration) => [
    ...listIdProblems("groupRules", configuration.groupRules),
    ...configuration.groupRules.flatMap((rule, index) => [
      ...listUnknownReferences(`groupRules.${index}`, [
        ...(rule.status === "INVALID" ? [] : [refersToTargets(rule, configuration)]),
        refersToUsers({ field: "managedUserIds", values: rule.managedUserIds }, configuration),
      ]),
      ...listMistakes(rule).map((mistake) => `groupRules.${index}.${mistake}`),
    ]),
  ],
};

function buildRule(
  { name, conditions, actions }: Body,
  { before, id, now, latest }: Parameters<(typeof collection)["build"]>[1],
): GroupRule {
  // @see Okta: Group Rules API, "Replace a group rule": only inactive rules, and not their groups.
  if (before && before.status !== "INACTIVE")
    throw forbidden("Deactivate the rule before you change it.");
  const { users, groups } = { ...noPeople, ...conditions.people };
  checkReferences([
    refersToUsers({ field: "conditions.people.users.exclude", values: users.exclude }, latest),
    refersToGroups({ field: "conditions.people.groups.exclude", values: groups.exclude }, latest),
    refersToTargets({ actions }, latest),
  ]);
  for (const groupId of actions.assignUserToGroups.groupIds) findOktaGroup(latest, groupId);
  const { status = "INACTIVE", created = now, managedUserIds = [] } = before ?? {};
  const rule = {
    id,
    name,
    status,
    created,
    lastUpdated: now,
    conditions: { people: { users, groups }, expression: conditions.expression },
    actions: before?.actions ?? actions,
    managedUserIds,
  };
  const causes = listMistakes(rule);
  refuseCauses("groupRule", causes);
  return rule;
}

const noPeople = { users: { exclude: [] }, groups: { exclude: [] } };

function listMistakes({ conditions }: Pick<GroupRule, "conditions">): readonly string[] {
  const mistake = findMistake(conditions.expression.value, groupRuleLanguage);
  return mistake ? [`conditions.expression.value: ${mistake.message}`] : [];
}

function refersToTargets({ actions }: Pick<GroupRule, "actions">, configuration: Configuration) {
  const { groupIds } = actions.assignUserToGroups;
  const field = "actions.assignUserToGroups.groupIds";
  return refersToGroups({ field, values: groupIds }, configuration);
}

function setStatus(before: GroupRule, status: "ACTIVE" | "INACTIVE", now: string): GroupRule {
  if (before.status === "INVALID" && status === "ACTIVE")
    throw forbidden("A group of this rule was deleted.");
  return { ...before, status, lastUpdated: now };
}

/** @see Okta: Group Rules API, "List all group rules" (`search`, `limit`, `expand`) */
function sendRules(request: ManagementRequest): Promise<Response> {
  const { c, configuration } = request;
  const wanted = c.req.query("search")?.toLowerCase() ?? "";
  const found = configuration.groupRules.filter(({ name }) => name.toLowerCase().includes(wanted));
  return sendList(request, found, (rule) => renderRule(request, rule), 50);
}

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
  { c, configuration }: ManagementRequest,
  { id, name, status, created, lastUpdated, conditions, actions }: GroupRule,
) {
  const rule = { type: "group_rule", id, status, name, created, lastUpdated, conditions, actions };
  if (c.req.query("expand") !== "groupIdToGroupNameMap") return rule;
  const names = configuration.groups
    .filter((group) => actions.assignUserToGroups.groupIds.includes(group.id))
    .map((group) => [group.id, group.profile.name]);
  return { ...rule, _embedded: { groupIdToGroupNameMap: Object.fromEntries(names) } };
}
