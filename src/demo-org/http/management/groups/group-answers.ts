import type { Configuration } from "../../../model/configuration.ts";
import { completeGroup, type Group } from "../../../model/group.ts";
import type { Org } from "../../state/org.ts";

/** Okta's group icons. Unverified for imported groups, which have their source's icon at Okta. */
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

/**
 * A group as the API returns it.
 *
 * @see Okta: Groups API, the Group object; okta/terraform-provider-okta: recorded answers (links)
 */
export function renderGroup({ baseUrl }: Pick<Org, "baseUrl">, group: Group) {
  const { id, type, profile, objectClass, source, ...dates } = completeGroup(group);
  const self = `${baseUrl}/api/v1/groups/${id}`;
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

/**
 * Adds `expand=stats` to groups: the number of members and of apps.
 *
 * @see Okta: Groups API, "List all groups", `expand`
 */
export function createStatsRenderer(
  org: Pick<Org, "baseUrl">,
  { memberships, applications }: Configuration,
) {
  const users = countById(memberships.flatMap(({ groupIds }) => groupIds));
  const apps = countById(
    applications.flatMap(({ assignments }) => assignments.groups.map(({ id }) => id)),
  );
  return (group: Group) => {
    const shown = renderGroup(org, group);
    const stats = {
      usersCount: users.get(group.id) ?? 0,
      appsCount: apps.get(group.id) ?? 0,
      groupPushMappingsCount: 0,
      hasAdminPrivilege: false,
      _links: { users: shown._links.users, apps: shown._links.apps },
    };
    return { ...shown, _embedded: { stats } };
  };
}

function countById(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
