import type { Context } from "hono";
import * as v from "valibot";
import { memoizeByObject } from "../../../memoize.ts";
import type { Configuration } from "../../../model/configuration.ts";
import { completeGroup, type Group } from "../../../model/group.ts";
import { describeNamed } from "../../log/path-targets.ts";
import type { Org } from "../../state/org.ts";
import { forbidden, taken } from "../api-error.ts";
import { withoutInRules } from "../authorization-servers/rule-people.ts";
import { buildRoutes, type Collection, findById } from "../collection.ts";
import {
  nameSchema,
  plainObjectSchema,
  profileAttributeSchema,
  withoutNulls,
} from "../common-schemas.ts";
import { listIdProblems, listIssues, listRepeated } from "../import-problems.ts";
import type { ManagementRequest, Resource } from "../management-request.ts";
import { parseBody, parseFields } from "../parse-body.ts";

const path = "/api/v1/groups";

const bodySchema = v.object({ profile: plainObjectSchema });
const profileSchema = v.objectWithRest(
  {
    name: nameSchema,
    description: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(1024))), null),
  },
  profileAttributeSchema,
);

const collection: Collection<Group, Group["profile"]> = {
  path: `${path}/:groupId`,
  type: "UserGroup",
  idPrefix: "00g",
  events: {
    create: ["group.lifecycle.create", "Create Okta group"],
    replace: ["group.profile.update", "Update Okta group profile"],
    delete: ["group.lifecycle.delete", "Delete Okta group"],
  },
  itemsOf: ({ groups }) => groups,
  withItems: (configuration, groups) => ({ ...configuration, groups }),
  render: renderWithStats,
  renderSaved: ({ org }, group) => renderGroup(org, group),
  listing: {
    pageSize: 10_000,
    q: { match: "start", of: ({ profile }) => [profile.name] },
    hasFilter: true,
  },
  createdStatus: 200,
  parseBody: parseProfile,
  build: (profile, { before, id, now, others }) => {
    if (before) checkIsOktaGroup(before);
    if (others.some((it) => it.type !== "APP_GROUP" && it.profile.name === profile.name))
      throw taken("profile", ["name"]);
    if (before) return { ...before, profile, lastUpdated: now };
    return {
      id,
      type: "OKTA_GROUP",
      objectClass: ["okta:user_group"],
      created: now,
      lastUpdated: now,
      lastMembershipUpdated: now,
      profile,
    };
  },
  checkDelete: checkIsOktaGroup,
  afterDelete: withoutReferences,
};

/** @see Okta: Groups API */
export const groups: Resource = {
  routes: buildRoutes(collection),
  target: describeNamed("groups", "UserGroup", (configuration) =>
    configuration.groups.map(({ id, profile }) => ({ id, name: profile.name })),
  ),
  listProblems: (configuration) => [
    ...listIdProblems("groups", configuration.groups),
    ...configuration.groups.flatMap(({ profile }, index) =>
      listIssues(`groups.${index}.profile`, profile, profileSchema),
    ),
    ...listRepeated("groups", "profile.name", configuration.groups, ({ type, profile }) =>
      type === "APP_GROUP" ? undefined : profile.name,
    ),
  ],
};

async function parseProfile(c: Context): Promise<Group["profile"]> {
  const body = await parseBody(c, bodySchema, "profile");
  const { name, description, ...rest } = parseFields(body.profile, profileSchema, "profile");
  return { name, description, ...withoutNulls(rest) };
}

export function findGroup({ groups }: Configuration, id: string): Group {
  return findById(groups, id, collection.type);
}

export function findOktaGroup(configuration: Configuration, id: string): Group {
  const group = findGroup(configuration, id);
  checkIsOktaGroup(group);
  return group;
}

const whyFixed: Readonly<Record<Exclude<Group["type"], "OKTA_GROUP">, string>> = {
  BUILT_IN: "Everyone can't be changed: the org manages it.",
  APP_GROUP: "This group was imported. Change it at its source.",
};

/** @see Okta: Groups API, "Group type" */
function checkIsOktaGroup({ type }: Group): void {
  if (type !== "OKTA_GROUP") throw forbidden(whyFixed[type]);
}

function withoutReferences(configuration: Configuration, { id: groupId }: Group): Configuration {
  const isAnother = (id: string) => id !== groupId;
  return {
    ...configuration,
    memberships: configuration.memberships.map(({ userId, groupIds }) => ({
      userId,
      groupIds: groupIds.filter(isAnother),
    })),
    applications: configuration.applications.map((application) => ({
      ...application,
      assignments: {
        ...application.assignments,
        groups: application.assignments.groups.filter(({ id }) => isAnother(id)),
      },
    })),
    customServers: configuration.customServers.map((it) => withoutInRules(it, "groups", groupId)),
  };
}

/** Unverified for imported groups, which have their source's icon at Okta. */
const logos = "https://op3static2.oktacdn.com/assets/img/logos/groups/odyssey";
const logo = [
  {
    name: "medium",
    href: `${logos}/okta-medium.30ce6d4085dff29412984e4c191bc874.png`,
    type: "image/png",
  },
  {
    name: "large",
    href: `${logos}/okta-large.c3cb8cda8ae0add1b4fe928f5844dbe3.png`,
    type: "image/png",
  },
];

export function renderGroup({ baseUrl }: Pick<Org, "baseUrl">, group: Group) {
  const { id, type, profile, objectClass, source, ...dates } = completeGroup(group);
  const self = `${baseUrl}${path}/${id}`;
  return {
    id,
    ...dates,
    objectClass,
    type,
    profile,
    ...(source && { source }),
    _links: {
      logo,
      owners: { href: `${self}/owners` },
      users: { href: `${self}/users` },
      apps: { href: `${self}/apps` },
      ...(source && { source: { href: `${baseUrl}/api/v1/apps/${source.id}` } }),
    },
  };
}

/** @see Okta: Groups API, "List all groups", `expand` */
function renderWithStats({ c, configuration, org }: ManagementRequest, group: Group) {
  const shown = renderGroup(org, group);
  if (c.req.query("expand") !== "stats") return shown;
  const { users, apps } = countGroupUse(configuration);
  const stats = {
    usersCount: users.get(group.id) ?? 0,
    appsCount: apps.get(group.id) ?? 0,
    groupPushMappingsCount: 0,
    hasAdminPrivilege: false,
    _links: { users: shown._links.users, apps: shown._links.apps },
  };
  return { ...shown, _embedded: { stats } };
}

const countGroupUse = memoizeByObject(({ memberships, applications }: Configuration) => ({
  users: countById(memberships.flatMap(({ groupIds }) => groupIds)),
  apps: countById(
    applications.flatMap(({ assignments }) => assignments.groups.map(({ id }) => id)),
  ),
}));

function countById(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
