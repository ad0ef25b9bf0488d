import { baseAttributes } from "../../model/base-attributes.ts";
import type { Configuration } from "../../model/configuration.ts";
import { tokenOwner } from "../../model/token-owner.ts";
import { groupProfileSchema } from "../management/groups/change-group.ts";
import { originSchema } from "../management/trusted-origins/trusted-origin-routes.ts";
import { listProfileProblems } from "../management/user-schema/check-profile.ts";
import { wholeProfileSchema } from "../management/users/user-body.ts";
import { checkApplication } from "./check-application.ts";
import { checkServer } from "./check-server.ts";
import { listEntries, listIssues, listNoIds, listRepeated, listUnknown } from "./list-mistakes.ts";

/**
 * Lists inconsistencies of a configuration with a valid shape, each with its position:
 * `configuration.memberships.3.userId: …`.
 */
export function listContradictions(configuration: Configuration): readonly string[] {
  const { users, groups, applications, customServers, trustedOrigins } = configuration;
  const named = Object.entries({ users, groups, applications, customServers, trustedOrigins });
  return [
    ...named.flatMap(([place, things]) => listNoIds(place, things)),
    ...checkDirectory(configuration),
    ...trustedOrigins.flatMap(({ origin }, index) =>
      listIssues(`trustedOrigins.${index}.origin`, origin, originSchema),
    ),
    ...listRepeated("users", "id", users, ({ id }) => id),
    ...listRepeated("users", "profile.login", users, ({ profile }) => profile.login.toLowerCase()),
    ...listRepeated("groups", "id", groups, ({ id }) => id),
    ...listRepeated("groups", "profile.name", groups, ({ type, profile }) =>
      type === "APP_GROUP" ? undefined : profile.name,
    ),
    ...listRepeated("applications", "id", applications, ({ id }) => id),
    ...listRepeated(
      "applications",
      "credentials.oauthClient.client_id",
      applications,
      ({ credentials }) => credentials.oauthClient.client_id,
    ),
    ...listRepeated("customServers", "id", customServers, ({ id }) => id),
    ...listRepeated("trustedOrigins", "id", trustedOrigins, ({ id }) => id),
    ...checkTimes(configuration),
    ...checkEveryone(configuration),
    ...checkMemberships(configuration),
    ...applications.flatMap((it, index) =>
      checkApplication(it, `applications.${index}`, configuration),
    ),
    ...customServers.flatMap((it, index) =>
      checkServer(it, `customServers.${index}`, configuration),
    ),
  ].map((cause) => `configuration.${cause}`);
}

/** Checks users and groups as the API does. Imported groups can have the same name. */
function checkDirectory({ userSchema, users, groups }: Configuration): readonly string[] {
  return [
    ...Object.keys(userSchema.custom)
      .filter((name) => Object.hasOwn(baseAttributes, name))
      .map((name) => `userSchema.custom.${name}: Every profile has this attribute`),
    ...users.flatMap(({ id }, index) =>
      id === tokenOwner.id ? [`users.${index}.id: Belongs to the owner of the API token`] : [],
    ),
    ...users.flatMap(({ profile }, index) => {
      const place = `users.${index}.profile`;
      const issues = listIssues(place, profile, wholeProfileSchema);
      return issues.length > 0
        ? issues
        : listProfileProblems(userSchema, profile).map((it) => `${place}.${it}`);
    }),
    ...groups.flatMap(({ profile }, index) =>
      listIssues(`groups.${index}.profile`, profile, groupProfileSchema),
    ),
  ];
}

/** There must be one group Everyone with all users. */
function checkEveryone({ groups, users, memberships }: Configuration): readonly string[] {
  const [everyone, ...others] = groups.filter(({ type }) => type === "BUILT_IN");
  if (!everyone || others.length > 0)
    return [
      `groups: Must have exactly one BUILT_IN group, but has ${everyone ? others.length + 1 : 0}`,
    ];
  const members = new Set(
    memberships.filter((it) => it.groupIds.includes(everyone.id)).map(({ userId }) => userId),
  );
  return users.flatMap(({ id }, index) =>
    members.has(id) ? [] : [`users.${index}: Must be a member of ${everyone.profile.name}`],
  );
}

function checkMemberships({ memberships, users, groups }: Configuration): readonly string[] {
  const userIds = users.map(({ id }) => id);
  const groupIds = groups.map(({ id }) => id);
  return [
    ...listRepeated("memberships", "userId", memberships, ({ userId }) => userId),
    ...listUnknown(
      memberships.map(({ userId }, index) => [`memberships.${index}.userId`, userId]),
      userIds,
      "user",
    ),
    ...memberships.flatMap((it, index) => [
      ...listUnknown(listEntries(`memberships.${index}.groupIds`, it.groupIds), groupIds, "group"),
      ...listRepeated(`memberships.${index}.groupIds`, "", it.groupIds, (id) => id),
    ]),
  ];
}

/** Tokens contain a user's `updated_at`, and a server's API response the date of its key. */
function checkTimes({ users, customServers }: Configuration): readonly string[] {
  return [
    ...users.map(({ lastUpdated }, index) => [`users.${index}.lastUpdated`, lastUpdated] as const),
    ...customServers.map(
      ({ created }, index) => [`customServers.${index}.created`, created] as const,
    ),
  ].flatMap(([place, time]) =>
    time === undefined || isTime(time) ? [] : [`${place}: Must be an ISO 8601 time`],
  );
}

/** Accepts only four-digit years, so that dates computed from them stay in JavaScript's range. */
function isTime(text: string): boolean {
  return /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text));
}
