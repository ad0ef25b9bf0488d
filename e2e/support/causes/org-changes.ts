import { nodeOrg } from "../targets.ts";

export type JsonObject = { readonly [name: string]: unknown };

/** A call to the demo org's Management API or to its test controls. */
export type OrgChange = {
  readonly method: "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly body?: JsonObject;
  /** For `PUT` without a body: the members that change in the object at the path. */
  readonly merge?: JsonObject;
};

/** IDs and passwords of the demo org as first started. */
export const demo = {
  app: `/api/v1/apps/${nodeOrg.clientId}`,
  server: "/api/v1/authorizationServers/default",
  policy: "/api/v1/authorizationServers/default/policies/00popenToEveryone0h7",
  rule: "/api/v1/authorizationServers/default/policies/00popenToEveryone0h7/rules/0primplicitFlowDe0h7",
  accessTokenClaim: "/api/v1/authorizationServers/default/claims/oclgroupsClaimDem0h7",
  itUser: "00uixa271s6x7qt8I0h7",
  itGroup: "00goeudyucv6CcaeV0h7",
} as const;

type FilterType = "STARTS_WITH" | "EQUALS" | "CONTAINS" | "REGEX";

/** The filter of the app's groups claim, for the org server. */
export function setAppFilter(type: FilterType, value: string, name = "groups"): OrgChange {
  return setAppClaim({ name, valueType: "GROUPS", groupFilterType: type, value });
}

/** The expression of the app's groups claim, for the org server. */
export function setAppExpression(value: string, name = "groups"): OrgChange {
  return setAppClaim({ name, valueType: "EXPRESSION", value });
}

export const removeAppClaim = setAppClaim({ name: "", valueType: "", value: "" });

function setAppClaim(body: JsonObject): OrgChange {
  const path = `/api/v1/internal/apps/${nodeOrg.clientId}/settings/oauth/idToken`;
  return { method: "POST", path, body };
}

/** Adds a claim of the server default: by default an ID token claim of all groups, always included. */
export function addClaim(change: JsonObject = {}): OrgChange {
  return {
    method: "POST",
    path: `${demo.server}/claims`,
    body: {
      name: "groups",
      status: "ACTIVE",
      claimType: "IDENTITY",
      valueType: "GROUPS",
      group_filter_type: "REGEX",
      value: ".*",
      conditions: { scopes: [] },
      alwaysIncludeInToken: true,
      ...change,
    },
  };
}

/** The server default has no other groups claim than this one, for access tokens. */
export const removeAccessTokenClaim: OrgChange = { method: "DELETE", path: demo.accessTokenClaim };

export function merge(path: string, change: JsonObject): OrgChange {
  return { method: "PUT", path, merge: change };
}

export function deactivate(path: string): OrgChange {
  return { method: "POST", path: `${path}/lifecycle/deactivate` };
}
