import type { Configuration } from "../../model/configuration.ts";
import type { Group } from "../../model/group.ts";
import type { Org } from "../../org.ts";

/** The day on which what an org starts with was made, for groups that do not say. */
const firstDay = "2019-11-01T08:00:00.000Z";

/** A group as the API shows it. @see Okta: Groups API, the Group object */
export function renderGroup({ baseUrl }: Pick<Org, "baseUrl">, group: Group) {
  const { id, type, profile, objectClass = ["okta:user_group"], source } = group;
  const { created = firstDay, lastUpdated = created, lastMembershipUpdated = created } = group;
  const self = `${baseUrl}/api/v1/groups/${id}`;
  return {
    id,
    created,
    lastUpdated,
    lastMembershipUpdated,
    objectClass,
    type,
    profile,
    ...(source && { source }),
    _links: { users: { href: `${self}/users` }, apps: { href: `${self}/apps` } },
  };
}

/**
 * A group with what `expand=stats` adds: how many people are in it, and how many apps are assigned to it.
 *
 * @see Okta: Groups API, "List all groups", `expand`
 */
export function renderGroupWithStats(
  org: Pick<Org, "baseUrl">,
  { memberships, applications }: Configuration,
  group: Group,
) {
  const { id } = group;
  const stats = {
    usersCount: memberships.filter(({ groupIds }) => groupIds.includes(id)).length,
    appsCount: applications.filter(({ assignments }) =>
      assignments.groups.some((it) => it.id === id),
    ).length,
    groupPushMappingsCount: 0,
    hasAdminPrivilege: false,
    _links: {
      users: { href: `${org.baseUrl}/api/v1/groups/${id}/users` },
      apps: { href: `${org.baseUrl}/api/v1/groups/${id}/apps` },
    },
  };
  return { ...renderGroup(org, group), _embedded: { stats } };
}
