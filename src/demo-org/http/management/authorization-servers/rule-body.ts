import * as v from "valibot";
import type { Configuration } from "../../../model/configuration.ts";
import type { CustomServer, PolicyRule } from "../../../model/custom-server.ts";
import { ApiError } from "../api-error.ts";
import { nameSchema } from "../name.ts";
import { checkGroupsExist, checkScopesExist, checkUsersExist } from "./check-references.ts";

/** Grant types without extension grants, which are URNs. The org supports the first four; the others never match. */
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

/** Grant types with a user. A rule for them must include users or groups. */
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

const fiveYears = 2_628_000;
const sevenDays = 10_080;

/**
 * The schema of a rule. Whether it needs people depends on its grant types: see `checkRule`. A rule without scopes can
 * be created, and allows none.
 *
 * @see Okta: Authorization Servers API, the AuthorizationServerPolicyRule object; Okta's Terraform provider,
 *   okta_auth_server_policy_rule (lifetimes), and its recorded answers (`"scopes": {}`)
 */
export const ruleBodySchema = v.object({
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
        accessTokenLifetimeMinutes: v.optional(minutes(5, 1440), 60),
        refreshTokenLifetimeMinutes: v.optional(minutes(0, fiveYears), 0),
        refreshTokenWindowMinutes: v.optional(minutes(5, fiveYears)),
        inlineHook: v.optional(v.null("Must be null: the demo org doesn't support inline hooks")),
      }),
    }),
    { token: {} },
  ),
});

/** A rule without its priority. */
type RuleFields = Pick<PolicyRule, "name" | "conditions" | "actions">;

/**
 * Checks what the schema can't.
 *
 * @throws {ApiError} It refers to unknown objects, includes no people although its grant types need them, or its
 *   lifetimes contradict each other.
 */
export function checkRule(
  { name, conditions, actions }: v.InferOutput<typeof ruleBodySchema>,
  server: CustomServer,
  latest: Configuration,
): RuleFields {
  const { users, groups } = conditions.people;
  checkUsersExist(latest, users.include, "conditions.people.users.include");
  checkUsersExist(latest, users.exclude, "conditions.people.users.exclude");
  checkGroupsExist(latest, groups.include, "conditions.people.groups.include");
  checkGroupsExist(latest, groups.exclude, "conditions.people.groups.exclude");
  const scopes = conditions.scopes.include.filter((it) => it !== "*");
  checkScopesExist(server, scopes, "conditions.scopes.include");
  checkPeople(conditions);
  return { name, conditions, actions: { token: toLifetimes(actions.token) } };
}

/**
 * Okta's message, including its doubled quotation marks.
 *
 * @see okta/okta-developer-docs#1622 on GitHub
 */
function checkPeople({ people, grantTypes }: RuleFields["conditions"]): void {
  const hasPeople = people.users.include.length + people.groups.include.length > 0;
  if (hasPeople || !grantsWithUser.some((it) => grantTypes.include.includes(it))) return;
  throw new ApiError({
    code: "invalid",
    object: "conditions.people",
    causes: [
      `At least one of ''conditions.people.users.include'' or ''conditions.people.groups.include'' must contain a valid user or group when ''conditions.grantTypes'' contains one or more of [${grantsWithUser.join(", ")}].`,
    ],
  });
}

type TokenFields = v.InferOutput<typeof ruleBodySchema>["actions"]["token"];

/** A refresh token must live at least as long as an access token, and its idle time can't exceed its lifetime. */
function toLifetimes({
  accessTokenLifetimeMinutes,
  refreshTokenLifetimeMinutes,
  refreshTokenWindowMinutes,
}: TokenFields): PolicyRule["actions"]["token"] {
  const longest = refreshTokenLifetimeMinutes || fiveYears;
  const window = refreshTokenWindowMinutes ?? Math.min(sevenDays, longest);
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
  if (causes.length > 0) throw new ApiError({ code: "invalid", object: "actions.token", causes });
  return {
    accessTokenLifetimeMinutes,
    refreshTokenLifetimeMinutes,
    refreshTokenWindowMinutes: window,
  };
}
