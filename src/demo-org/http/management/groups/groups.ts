import * as v from "valibot";
import { memoizeByObject } from "../../../memoize.ts";
import type { Configuration } from "../../../model/configuration.ts";
import { completeGroup, type Group } from "../../../model/group.ts";
import type { Org } from "../../state/org.ts";
import { forbidden } from "../api-error.ts";
import { changeAssigned } from "../apps/assigned-people.ts";
import { withoutInRules } from "../authorization-servers/map-policies.ts";
import { createCollection, nameEvents } from "../collection.ts";
import {
  nameSchema,
  plainObjectSchema,
  profileAttributeSchema,
  withoutNulls,
} from "../common-schemas.ts";
import { listIssues } from "../import-problems.ts";
import type { ManagementRequest } from "../management-request.ts";
import { parseFields } from "../parse-body.ts";
import { findById, partIn, wholeOrg } from "../part.ts";

const path = "/api/v1/groups";

const bodySchema = v.object({ profile: plainObjectSchema });
const profileSchema = v.objectWithRest(
  {
    name: nameSchema,
    description: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(1024))), null),
  },
  profileAttributeSchema,
);

export const groups = createCollection<Group, typeof bodySchema>({
  path: `${path}/:groupId`,
  type: "UserGroup",
  target: [({ profile }) => profile.name],
  idPrefix: "00g",
  events: {
    ...nameEvents("group.lifecycle", "Okta group"),
    replace: ["group.profile.update", "Update Okta group profile"],
  },
  items: partIn(wholeOrg, "groups"),
  listing: {
    pageSize: 10_000,
    q: { match: "start", of: ({ profile }) => [profile.name] },
    filterOn: () => ({}),
  },
  createdStatus: 200,
  body: bodySchema,
  object: "profile",
  build: (body, { before, stamps }) => {
    if (before) checkIsOktaGroup(before);
    const { name, description, ...rest } = parseFields(body.profile, profileSchema, "profile");
    return {
      type: "OKTA_GROUP",
      objectClass: ["okta:user_group"],
      lastMembershipUpdated: stamps.created,
      ...before,
      ...stamps,
      profile: { name, description, ...withoutNulls(rest) },
    };
  },
  unique: [
    ["profile.name", ({ type, profile }) => (type === "APP_GROUP" ? undefined : profile.name)],
  ],
  listProblems: ({ profile }) => listIssues("profile", profile, profileSchema),
  checkDelete: checkIsOktaGroup,
  afterDelete: withoutReferences,
  render: renderWithStats,
  renderSaved: (group, { org }) => renderGroup(org, group),
});

export function findOktaGroup(configuration: Configuration, id: string): Group {
  const group = findById(configuration.groups, id, "UserGroup");
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
  const others = changeAssigned(configuration, "groups", (assigned) =>
    assigned.filter(({ id }) => id !== groupId),
  );
  return {
    ...withoutInRules(others, "groups", groupId),
    memberships: configuration.memberships.map(({ userId, groupIds }) => ({
      userId,
      groupIds: groupIds.filter((id) => id !== groupId),
    })),
  };
}

/** Unverified for imported groups, which have their source's icon at Okta. */
const logos = "https://op3static2.oktacdn.com/assets/img/logos/groups/odyssey";
const logo = [
  ["medium", "30ce6d4085dff29412984e4c191bc874"],
  ["large", "c3cb8cda8ae0add1b4fe928f5844dbe3"],
].map(([name, hash]) => ({ name, href: `${logos}/okta-${name}.${hash}.png`, type: "image/png" }));

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
function renderWithStats(group: Group, { c, configuration, org }: ManagementRequest) {
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
