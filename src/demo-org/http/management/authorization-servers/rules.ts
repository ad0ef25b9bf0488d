import * as v from "valibot";
import type { Configuration } from "../../../model/configuration.ts";
import type { PolicyRule } from "../../../model/custom-server.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import { defaultRuleLifetimes, longestRuleMinutes } from "../../../rules/lifetimes.ts";
import { describeNamed } from "../../log/path-targets.ts";
import { invalid, refuseCauses } from "../api-error.ts";
import { buildRoutes, type Collection } from "../collection.ts";
import { nameSchema } from "../common-schemas.ts";
import { listIdProblems } from "../import-problems.ts";
import { link, linkToLifecycle } from "../link.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { parseBody } from "../parse-body.ts";
import {
  checkReferences,
  listUnknownReferences,
  type Reference,
  refersToGroupsOrEveryone,
  refersToScopes,
  refersToUsers,
} from "../references.ts";
import { findPolicy, policyPath, withPolicy } from "./policies.ts";
import { byPriority } from "./priority.ts";
import { findServer, listProblemsOfServers, serversPath } from "./servers.ts";

/** URNs of extension grants are also allowed. The org supports the first four. */
const grantTypes = [
  "authorization_code",
  "implicit",
  "client_credentials",
  "refresh_token",
  "password",
  "interaction_code",
  "device_code",
  "saml2",
];

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
const nobody = { include: [], exclude: [] };

const grantsWithUser = ["authorization_code", "implicit", "password"];

const minutes = (least: number, most: number) => {
  const message = `Must be a whole number of minutes from ${least} to ${most}`;
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
};

/** @see okta/terraform-provider-okta: okta_auth_server_policy_rule, recorded responses (`"scopes": {}`) */
const bodySchema = v.object({
  type: v.optional(v.literal("RESOURCE_ACCESS")),
  name: nameSchema,
  status: v.optional(v.picklist(["ACTIVE", "INACTIVE"])),
  priority: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1))),
  conditions: v.object({
    people: v.optional(
      v.object({ users: v.optional(people, nobody), groups: v.optional(people, nobody) }),
      { users: nobody, groups: nobody },
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
        inlineHook: v.optional(v.null("Must be null: the demo org doesn't support inline hooks")),
      }),
    }),
    { token: {} },
  ),
});

const collection: Collection<PolicyRule, v.InferOutput<typeof bodySchema>> = {
  path: `${policyPath}/rules/:ruleId`,
  type: "AuthorizationServerPolicyRule",
  idPrefix: "0pr",
  events: {
    create: ["policy.rule.add", "Add policy rule"],
    replace: ["policy.rule.update", "Update policy rule"],
    delete: ["policy.rule.delete", "Delete policy rule"],
    activate: ["policy.rule.activate", "Activate policy rule"],
    deactivate: ["policy.rule.deactivate", "Deactivate policy rule"],
  },
  itemsOf: (configuration, request) => findPolicy(configuration, request).rules,
  withItems: (configuration, rules, request) => withPolicy(configuration, request, { rules }),
  render: renderRule,
  parseBody: (c) => parseBody(c, bodySchema, "rule"),
  build: ({ name, conditions, actions, ...body }, { before, id, now, latest, request }) => {
    const scopes = conditions.scopes.include.filter((it) => it !== "*");
    const field = { field: "conditions.scopes.include", values: scopes };
    checkReferences([
      ...listReferencesToPeople(conditions, latest),
      refersToScopes(field, findServer(latest, request)),
    ]);
    checkPeople(conditions);
    return {
      ...(before ?? { created: now }),
      id,
      name,
      priority: body.priority ?? before?.priority ?? Number.POSITIVE_INFINITY,
      status: body.status ?? before?.status ?? "ACTIVE",
      lastUpdated: now,
      conditions,
      actions: { token: toLifetimes(actions.token) },
    };
  },
  order: byPriority,
  setStatus: (before, status) => ({ ...before, status }),
};

export const rules: Resource = {
  routes: buildRoutes(collection),
  target: describeNamed("rules", "PolicyRule", ({ customServers }) =>
    customServers.flatMap((server) => server.policies.flatMap((policy) => policy.rules)),
  ),
  listProblems: listProblemsOfServers((server, place, configuration) =>
    server.policies.flatMap((policy, index) => {
      const ofRules = `${place}.policies.${index}.rules`;
      return [
        ...listIdProblems(ofRules, policy.rules),
        ...policy.rules.flatMap(({ conditions, actions }, position) => [
          ...listUnknownReferences(
            `${ofRules}.${position}`,
            listReferencesToPeople(conditions, configuration),
          ),
          ...listInvalidLifetimes(actions.token, `${ofRules}.${position}.actions.token`),
        ]),
      ];
    }),
  ),
};

/** Without scopes: a rule keeps deleted ones. */
function listReferencesToPeople(
  { people: { users, groups } }: PolicyRule["conditions"],
  configuration: Configuration,
): readonly Reference[] {
  const field = "conditions.people";
  return [
    refersToUsers({ field: `${field}.users.include`, values: users.include }, configuration),
    refersToUsers({ field: `${field}.users.exclude`, values: users.exclude ?? [] }, configuration),
    refersToGroupsOrEveryone(
      { field: `${field}.groups.include`, values: groups.include },
      configuration,
    ),
    refersToGroupsOrEveryone(
      { field: `${field}.groups.exclude`, values: groups.exclude ?? [] },
      configuration,
    ),
  ];
}

/** Okta's message has doubled quotation marks. @see okta/okta-developer-docs#1622 on GitHub */
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

/** Shorter lifetimes than the API's are valid, for tests of expiry. */
function listInvalidLifetimes(
  token: PolicyRule["actions"]["token"],
  place: string,
): readonly string[] {
  return Object.entries(token).flatMap(([name, minutes]) => {
    const least = name === "refreshTokenLifetimeMinutes" ? 0 : 1;
    const isRight =
      minutes === undefined ||
      (Number.isInteger(minutes) && minutes >= least && minutes <= longestRuleMinutes);
    return isRight
      ? []
      : [`${place}.${name}: Must be a whole number from ${least} to ${longestRuleMinutes}`];
  });
}

function renderRule({ org, param }: ManagementRequest, rule: PolicyRule) {
  const { id, name, priority, status, conditions, actions } = rule;
  const { created = defaultCreatedAt, lastUpdated = created } = rule;
  const { users, groups } = conditions.people;
  const policy = `${serversPath}/${param("serverId")}/policies/${param("policyId")}`;
  const self = `${org.baseUrl}${policy}/rules/${id}`;
  return {
    id,
    type: "RESOURCE_ACCESS",
    status,
    name,
    priority,
    system: false,
    conditions: {
      people: {
        users: { include: users.include, exclude: users.exclude ?? [] },
        groups: { include: groups.include, exclude: groups.exclude ?? [] },
      },
      grantTypes: conditions.grantTypes,
      scopes: conditions.scopes,
    },
    actions: {
      token: { ...defaultRuleLifetimes, ...actions.token, inlineHook: null },
    },
    created,
    lastUpdated,
    _links: { self: link(self, "GET", "PUT", "DELETE"), ...linkToLifecycle(self, status) },
  };
}
