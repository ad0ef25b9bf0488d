import { appGroups } from "./apps/app-groups.ts";
import { appUsers } from "./apps/app-users.ts";
import { apps } from "./apps/apps.ts";
import { federatedClaims } from "./apps/federated-claims.ts";
import { groupsClaim } from "./apps/groups-claim.ts";
import { claims } from "./authorization-servers/claims.ts";
import { policies } from "./authorization-servers/policies.ts";
import { rules } from "./authorization-servers/rules.ts";
import { scopes } from "./authorization-servers/scopes.ts";
import { authorizationServers } from "./authorization-servers/servers.ts";
import { groupRules } from "./groups/group-rules.ts";
import { groups } from "./groups/groups.ts";
import { memberships } from "./groups/memberships.ts";
import { logs } from "./logs/logs.ts";
import type { Resource } from "./management-request.ts";
import { trustedOrigins } from "./trusted-origins/trusted-origins.ts";
import { userSchema } from "./user-schema/user-schema.ts";
import { users } from "./users/users.ts";

export const resources: readonly Resource[] = [
  users,
  userSchema,
  // Before groups, because `rules` is not a group's ID.
  groupRules,
  groups,
  memberships,
  logs,
  apps,
  appUsers,
  appGroups,
  groupsClaim,
  federatedClaims,
  trustedOrigins,
  authorizationServers,
  scopes,
  claims,
  policies,
  rules,
];
