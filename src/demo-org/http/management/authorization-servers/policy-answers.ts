import type { AccessPolicy, PolicyRule } from "../../../model/custom-server.ts";
import { defaultCreatedAt } from "../../../model/default-created-at.ts";
import { link, linkToLifecycle } from "../link.ts";
import type { ManagementRequest } from "../management-request.ts";
import { serversPath } from "./find-server.ts";

/** @see Okta: Authorization Servers API, the AuthorizationServerPolicy object */
export function renderPolicy({ org, param }: ManagementRequest, policy: AccessPolicy) {
  const { id, name, description, priority, status, conditions } = policy;
  const { created = defaultCreatedAt, lastUpdated = created } = policy;
  const self = `${org.baseUrl}${serversPath}/${param("serverId")}/policies/${id}`;
  return {
    id,
    type: "OAUTH_AUTHORIZATION_POLICY",
    status,
    name,
    ...(description !== undefined && { description }),
    priority,
    system: false,
    conditions,
    created,
    lastUpdated,
    _links: {
      self: link(self, "GET", "PUT", "DELETE"),
      rules: link(`${self}/rules`, "GET"),
      ...linkToLifecycle(self, status),
    },
  };
}

/** @see Okta: Authorization Servers API, the AuthorizationServerPolicyRule object */
export function renderRule({ org, param }: ManagementRequest, rule: PolicyRule) {
  const { id, name, priority, status, conditions, actions } = rule;
  const { created = defaultCreatedAt, lastUpdated = created } = rule;
  const { users, groups } = conditions.people;
  const { accessTokenLifetimeMinutes, ...refreshToken } = actions.token;
  const { refreshTokenLifetimeMinutes = 0, refreshTokenWindowMinutes = 10_080 } = refreshToken;
  const policy = `${serversPath}/${param("serverId")}/policies/${param("policyId")}`;
  const self = `${org.baseUrl}${policy}/rules/${id}`;
  return {
    id,
    type: "RESOURCE_ACCESS",
    status,
    name,
    priority,
    system: false,
    conditions: {
      people: {
        users: { include: users.include, exclude: users.exclude ?? [] },
        groups: { include: groups.include, exclude: groups.exclude ?? [] },
      },
      grantTypes: conditions.grantTypes,
      scopes: conditions.scopes,
    },
    actions: {
      token: {
        accessTokenLifetimeMinutes,
        refreshTokenLifetimeMinutes,
        refreshTokenWindowMinutes,
        inlineHook: null,
      },
    },
    created,
    lastUpdated,
    _links: { self: link(self, "GET", "PUT", "DELETE"), ...linkToLifecycle(self, status) },
  };
}
