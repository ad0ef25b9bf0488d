import { buildItemPath } from "./api-call.ts";

/** Paths of Okta's Management API. @see Okta: Users, Groups, Group Rules, Applications and Authorization Servers API */
export const usersPath = "/api/v1/users";
export const groupsPath = "/api/v1/groups";
export const groupRulesPath = `${groupsPath}/rules`;
export const applicationsPath = "/api/v1/apps";
export const serversPath = "/api/v1/authorizationServers";

/** The largest page of a list. The other pages are loaded after it. */
export const largestPage = "?limit=200";

export const buildListPath = (path: string) => path + largestPage;

export const buildUserPath = (id: string) => buildItemPath(usersPath, id);
export const buildGroupPath = (id: string) => buildItemPath(groupsPath, id);
export const buildApplicationPath = (id: string) => buildItemPath(applicationsPath, id);
export const buildServerPath = (id: string) => buildItemPath(serversPath, id);

export const buildUserGroupsPath = (id: string) => buildListPath(`${buildUserPath(id)}/groups`);
export const buildMembersPath = (id: string) => `${buildGroupPath(id)}/users`;

/** Path of the people that an app is assigned to, directly or through a group. */
export const buildAssignedUsersPath = (id: string) => `${buildApplicationPath(id)}/users`;
export const buildAssignedGroupsPath = (id: string) => `${buildApplicationPath(id)}/groups`;
/** The console's private call; no public API has it. @see Terraform provider for Okta: sdk/app_oauth_group_claim.go */
export const buildGroupsClaimPath = (applicationId: string) =>
  `${buildItemPath("/api/v1/internal/apps", applicationId)}/settings/oauth/idToken`;
export const buildFederatedClaimsPath = (id: string) =>
  `${buildApplicationPath(id)}/federated-claims`;

export const buildScopesPath = (serverId: string) => `${buildServerPath(serverId)}/scopes`;
/** The lists of claims, policies and rules aren't paged. */
export const buildClaimsPath = (serverId: string) => `${buildServerPath(serverId)}/claims`;
export const buildPoliciesPath = (serverId: string) => `${buildServerPath(serverId)}/policies`;
export const buildRulesPath = (serverId: string, policyId: string) =>
  `${buildItemPath(buildPoliciesPath(serverId), policyId)}/rules`;
