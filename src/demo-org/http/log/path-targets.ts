import type { Configuration } from "../../model/configuration.ts";
import type { Party } from "../state/log-event.ts";
import { describeParty, describeUser } from "./parties.ts";

/** Target types by path segment. Unverified for the objects of a server. */
const types: Readonly<Record<string, string>> = {
  users: "User",
  groups: "UserGroup",
  apps: "AppInstance",
  authorizationServers: "AuthorizationServer",
  scopes: "Scope",
  claims: "Claim",
  policies: "Policy",
  rules: "PolicyRule",
  trustedOrigins: "TrustedOrigin",
};

/**
 * Lists the objects in a path, the last one first: `/groups/00g1/users/00u1` has the user, then the group.
 *
 * @param path Relative to `/api/v1`.
 * @param created The ID of the object that the call has created.
 * @param configurations Searched in order for names, because a deleted object is only in the older one.
 */
export function listPathTargets(
  path: string,
  created: string | undefined,
  configurations: readonly Configuration[],
): readonly Party[] {
  const parts = path.split("/").slice(1).map(decodeURIComponent);
  const ids = created === undefined ? parts : [...parts, created];
  return ids
    .flatMap((collection, index) => {
      const type = types[collection];
      const id = ids[index + 1];
      const isThing = index % 2 === 0 && type !== undefined && id !== undefined;
      return isThing ? [describeTarget(type, id, configurations)] : [];
    })
    .reverse();
}

function describeTarget(type: string, id: string, configurations: readonly Configuration[]): Party {
  for (const configuration of configurations) {
    const user = configuration.users.find((it) => it.id === id || it.profile.login === id);
    if (type === "User" && user) return describeUser(user);
    const name = listNames(configuration).get(id);
    if (name !== undefined)
      return describeParty(type, id, { alternateId: name, displayName: name });
  }
  return describeParty(type, id, { alternateId: null, displayName: null });
}

function listNames(configuration: Configuration): ReadonlyMap<string, string> {
  const { groups, applications, customServers, trustedOrigins } = configuration;
  const named = (things: readonly { readonly id: string; readonly name: string }[]) =>
    things.map(({ id, name }) => [id, name] as const);
  return new Map([
    ...groups.map(({ id, profile }) => [id, profile.name] as const),
    ...applications.map(({ id, label }) => [id, label] as const),
    ...named(trustedOrigins),
    ...customServers.flatMap((server) => [
      [server.id, server.name] as const,
      ...named(server.scopes),
      ...named(server.claims),
      ...server.policies.flatMap((policy) => [
        [policy.id, policy.name] as const,
        ...named(policy.rules),
      ]),
    ]),
  ]);
}
