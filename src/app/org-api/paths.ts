import { buildItemPath } from "./api-call.ts";

const users = "/api/v1/users";
const groups = "/api/v1/groups";
const applications = "/api/v1/apps";
const servers = "/api/v1/authorizationServers";

const user = (id: string) => buildItemPath(users, id);
const group = (id: string) => buildItemPath(groups, id);
const application = (id: string) => buildItemPath(applications, id);
const server = (id: string) => buildItemPath(servers, id);
const policies = (serverId: string) => `${server(serverId)}/policies`;

/** Paths of Okta's Management API. @see Okta: Users, Groups, Group Rules, Applications and Authorization Servers API */
export const paths = {
  users,
  groups,
  groupRules: `${groups}/rules`,
  applications,
  servers,
  user,
  group,
  application,
  server,
  userGroups: (id: string) => `${user(id)}/groups`,
  members: (id: string) => `${group(id)}/users`,
  /** The people that an app is assigned to, directly or through a group. */
  assignedUsers: (id: string) => `${application(id)}/users`,
  assignedGroups: (id: string) => `${application(id)}/groups`,
  /** The console's private call; no public API has it. @see Terraform provider for Okta: sdk/app_oauth_group_claim.go */
  groupsClaim: (id: string) =>
    `${buildItemPath("/api/v1/internal/apps", id)}/settings/oauth/idToken`,
  federatedClaims: (id: string) => `${application(id)}/federated-claims`,
  scopes: (serverId: string) => `${server(serverId)}/scopes`,
  /** The lists of claims, policies and rules aren't paged. */
  claims: (serverId: string) => `${server(serverId)}/claims`,
  policies,
  rules: (serverId: string, policyId: string) =>
    `${buildItemPath(policies(serverId), policyId)}/rules`,
};

/** Requests the largest page of a list. The other pages are loaded after it. */
export const buildListPath = (path: string) => `${path}?limit=200`;
