import * as v from "valibot";
import type { PolicyRule } from "../../../model/custom-server.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import { wholeNumber } from "../../../model/whole-number.ts";
import { defaultRuleLifetimes, longestRuleMinutes } from "../../../rules/lifetimes.ts";
import { splitWords } from "../../../split-words.ts";
import { invalid, refuseCauses } from "../api-error.ts";
import { createCollection, nameEvents } from "../collection.ts";
import { nameSchema, statusSchema, withNullsAsMissing } from "../common-schemas.ts";
import { link, linkToLifecycle } from "../link.ts";
import { partIn } from "../part.ts";
import { checkReferences, listIds, type Reference } from "../references.ts";
import { policies, policyPath } from "./policies.ts";
import { byPriority } from "./priority.ts";
import { authorizationServers } from "./servers.ts";

/** A rule can allow these grants and extension grants with a URN. The org supports only the first four. */
const grantTypes = splitWords(`
  authorization_code implicit client_credentials refresh_token
  password interaction_code device_code saml2
`);

const grantType = v.pipe(
  v.string(),
  v.check(
    (it) => grantTypes.includes(it) || it.startsWith("urn:"),
    `Must be one of ${grantTypes.join(", ")}, or the URN of an extension grant`,
  ),
);

const people = v.object({
  include: v.optional(v.array(v.string()), []),
  exclude: v.optional(v.array(v.string()), []),
});

const grantsWithUser = ["authorization_code", "implicit", "password"];

const minutes = (least: number, most: number) =>
  wholeNumber(least, most, `Must be a whole number of minutes from ${least} to ${most}`);

/** @see okta/terraform-provider-okta: okta_auth_server_policy_rule, recorded responses (`"scopes": {}`) */
const bodySchema = withNullsAsMissing(
  v.object({
    type: v.optional(v.literal("RESOURCE_ACCESS")),
    name: nameSchema,
    status: v.exactOptional(statusSchema),
    priority: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    conditions: v.object({
      people: v.optional(
        v.object({ users: v.optional(people, {}), groups: v.optional(people, {}) }),
        {},
      ),
      grantTypes: v.object({ include: v.pipe(v.array(grantType), v.nonEmpty()) }),
      scopes: v.object({ include: v.optional(v.array(v.string()), []) }),
    }),
    actions: v.optional(
      v.object({
        token: v.object({
          accessTokenLifetimeMinutes: v.optional(
            minutes(5, 1440),
            defaultRuleLifetimes.accessTokenLifetimeMinutes,
          ),
          refreshTokenLifetimeMinutes: v.optional(
            minutes(0, longestRuleMinutes),
            defaultRuleLifetimes.refreshTokenLifetimeMinutes,
          ),
          refreshTokenWindowMinutes: v.optional(minutes(5, longestRuleMinutes)),
          inlineHook: v.optional(v.never("The demo org doesn't support inline hooks")),
        }),
      }),
      { token: {} },
    ),
  }),
);

export const rules = createCollection<PolicyRule, typeof bodySchema>({
  path: `${policyPath}/rules/:ruleId`,
  type: "AuthorizationServerPolicyRule",
  target: [({ name }) => name, "PolicyRule"],
  idPrefix: "0pr",
  events: {
    ...nameEvents("policy.rule", "policy rule"),
    create: ["policy.rule.add", "Add policy rule"],
  },
  items: partIn(policies, "rules"),
  body: bodySchema,
  object: "rule",
  build: ({ type: _type, ...body }, { before, stamps }) => {
    const { priority = Number.POSITIVE_INFINITY, status = "ACTIVE" } = before ?? {};
    const actions = { token: toLifetimes(body.actions.token) };
    return { priority, status, ...stamps, ...body, actions };
  },
  /** Scopes are checked in `check`, not here, because a rule keeps deleted scopes. */
  references: ({ conditions: { people } }, latest) =>
    (["include", "exclude"] as const).flatMap((list): Reference[] => [
      ["user", `conditions.people.users.${list}`, people.users[list] ?? [], listIds(latest.users)],
      [
        "group",
        `conditions.people.groups.${list}`,
        people.groups[list] ?? [],
        ["EVERYONE", ...listIds(latest.groups)],
      ],
    ]),
  listProblems: listInvalidLifetimes,
  check: ({ conditions }, latest, request) => {
    const scopes = authorizationServers.find(latest, request).scopes.map(({ name }) => name);
    checkReferences([
      ["scope", "conditions.scopes.include", conditions.scopes.include, ["*", ...scopes]],
    ]);
    checkPeople(conditions);
  },
  order: byPriority,
  lifecycle: {},
  render: renderRule,
});

/** The doubled quotation marks in the message are Okta's. @see okta/okta-developer-docs#1622 on GitHub */
function checkPeople({ people, grantTypes }: PolicyRule["conditions"]): void {
  const hasPeople = people.users.include.length + people.groups.include.length > 0;
  if (hasPeople || !grantsWithUser.some((it) => grantTypes.include.includes(it))) return;
  throw invalid("conditions.people", [
    `At least one of ''conditions.people.users.include'' or ''conditions.people.groups.include'' must contain a valid user or group when ''conditions.grantTypes'' contains one or more of [${grantsWithUser.join(", ")}].`,
  ]);
}

type TokenFields = v.InferOutput<typeof bodySchema>["actions"]["token"];

function toLifetimes({
  accessTokenLifetimeMinutes,
  refreshTokenLifetimeMinutes,
  refreshTokenWindowMinutes,
}: TokenFields): PolicyRule["actions"]["token"] {
  const longest = refreshTokenLifetimeMinutes || longestRuleMinutes;
  const window =
    refreshTokenWindowMinutes ?? Math.min(defaultRuleLifetimes.refreshTokenWindowMinutes, longest);
  const causes = [
    ...(longest < accessTokenLifetimeMinutes
      ? ["refreshTokenLifetimeMinutes: Must not be less than accessTokenLifetimeMinutes"]
      : []),
    ...(window < accessTokenLifetimeMinutes || window > longest
      ? [
          "refreshTokenWindowMinutes: Must be between accessTokenLifetimeMinutes and refreshTokenLifetimeMinutes",
        ]
      : []),
  ];
  refuseCauses("actions.token", causes);
  return {
    accessTokenLifetimeMinutes,
    refreshTokenLifetimeMinutes,
    refreshTokenWindowMinutes: window,
  };
}

/** Imported orgs can have shorter lifetimes than the API accepts, for tests of expiry. */
function listInvalidLifetimes({ actions }: PolicyRule): readonly string[] {
  return Object.entries(actions.token).flatMap(([name, minutes]) => {
    const least = name === "refreshTokenLifetimeMinutes" ? 0 : 1;
    const isRight =
      minutes === undefined ||
      (Number.isInteger(minutes) && minutes >= least && minutes <= longestRuleMinutes);
    return isRight
      ? []
      : [`actions.token.${name}: Must be a whole number from ${least} to ${longestRuleMinutes}`];
  });
}

function renderRule(rule: PolicyRule, { self }: { readonly self: string }) {
  const { created = defaultCreatedAt, lastUpdated = created, conditions, actions } = rule;
  const { users, groups } = conditions.people;
  return {
    ...rule,
    type: "RESOURCE_ACCESS",
    system: false,
    conditions: {
      ...conditions,
      people: { users: { exclude: [], ...users }, groups: { exclude: [], ...groups } },
    },
    actions: { token: { ...defaultRuleLifetimes, ...actions.token, inlineHook: null } },
    created,
    lastUpdated,
    _links: { self: link(self, "GET", "PUT", "DELETE"), ...linkToLifecycle(self, rule.status) },
  };
}
