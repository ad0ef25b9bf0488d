import type { Undeclared } from "./shape-checker.ts";

/** Recorded traffic of real orgs: okta/terraform-provider-okta, `test/fixtures/vcr/idaas`. */
const recorded = "recorded";
const seeded = "a custom attribute of the seed";

/** Response members that the SDK doesn't declare. */
export const undeclared: Undeclared = {
  "UserLinks.delete": recorded,
  "HrefObject.method": recorded,
  "UserSchema.description": recorded,
  "LinksSelf.type": recorded,
  "HrefObjectSelfLink.rel": recorded,
  "HrefObjectSelfLink.method": recorded,
  "GroupLinks.owners": recorded,
  "ApplicationLinks.uploadLogo": recorded,
  "ApplicationLinks.policies": recorded,
  "ApplicationLinks.clientCredentials": recorded,
  "OpenIdConnectApplicationSettings.app": recorded,
  "OpenIdConnectApplicationSettings.manualProvisioning": recorded,
  "AuthorizationServer.default": recorded,
  "AuthServerLinks.keys": recorded,
  "OAuth2Scope.apiResourceId": recorded,
  "OAuth2Claim.apiResourceId": recorded,
  "AuthServerLinks.activate": "for an inactive server, as deactivate for an active one",
  "AuthorizationServerPolicyRuleUserCondition.exclude": recorded,
  "AuthorizationServerPolicyRuleGroupCondition.exclude":
    "Okta's Terraform provider, okta_auth_server_policy_rule (group_blacklist)",
  "Group.source": "Okta: Groups API, the sample of an imported group",
  "GroupEmbeddedStats.hasAdminPrivilege":
    "Okta: Groups API, the sample of expand=stats; the SDK misspells it",
  "GroupEmbeddedStats._links": "Okta: Groups API, the sample of expand=stats",
  "GroupRule._embedded": 'Okta: Group Rules API, "List all group rules" (expand)',
  "UserProfile.picture": seeded,
  "UserProfile.website": seeded,
  "UserProfile.gender": seeded,
  "UserProfile.birthdate": seeded,
  "UserProfile.badges": "a custom attribute that the test adds",
  "UserProfile.level": "a custom attribute that the test adds",
};

/** The shape of a route's response. */
type Shape = {
  /** Type that the SDK declares. */
  readonly type: string;
  /** Members that every recorded response has. */
  readonly required: readonly string[];
};

const listOf = ({ type, required }: Shape): Shape => ({
  type: `Array<${type}>`,
  required: required.map((path) => `*.${path}`),
});

const user: Shape = {
  type: "User",
  required: [
    ...["id", "status", "created", "activated", "statusChanged", "lastLogin", "lastUpdated"],
    ...["passwordChanged", "type.id", "credentials.provider.type", "credentials.provider.name"],
    ...["login", "email", "firstName", "lastName", "mobilePhone", "secondEmail"].map(
      (name) => `profile.${name}`,
    ),
    ...["self", "schema", "type"].map((name) => `_links.${name}.href`),
  ],
};

const group: Shape = {
  type: "Group",
  required: [
    ...["id", "created", "lastUpdated", "lastMembershipUpdated", "objectClass", "type"],
    ...["profile.name", "profile.description"],
    ...["_links.logo.*.name", "_links.logo.*.href", "_links.logo.*.type"],
    ...["_links.owners.href", "_links.users.href", "_links.apps.href"],
  ],
};

const groupRule: Shape = {
  type: "GroupRule",
  required: [
    ...["type", "id", "status", "name", "created", "lastUpdated"],
    ...["conditions.expression.type", "conditions.expression.value"],
    "actions.assignUserToGroups.groupIds",
  ],
};

const app: Shape = {
  type: "Application",
  required: [
    ...["id", "orn", "name", "label", "status", "lastUpdated", "created", "features", "signOnMode"],
    ...["selfService", "errorRedirectUrl", "loginRedirectUrl"].map((it) => `accessibility.${it}`),
    ...["autoLaunch", "autoSubmitToolbar", "hide.iOS", "hide.web", "appLinks"].map(
      (it) => `visibility.${it}`,
    ),
    ...["userNameTemplate.template", "userNameTemplate.type", "signing.kid"].map(
      (it) => `credentials.${it}`,
    ),
    ...["autoKeyRotation", "client_id", "token_endpoint_auth_method", "pkce_required"].map(
      (it) => `credentials.oauthClient.${it}`,
    ),
    ...["app", "manualProvisioning", "implicitAssignment", "emOptInStatus"].map(
      (it) => `settings.${it}`,
    ),
    ...["notes.admin", "notes.enduser"].map((it) => `settings.${it}`),
    ...["network.connection", "message", "helpUrl"].map((it) => `settings.notifications.vpn.${it}`),
    ...[
      ...["client_uri", "logo_uri", "redirect_uris", "response_types", "grant_types"],
      ...["application_type", "consent_method", "issuer_mode", "idp_initiated_login.mode"],
      ...["idp_initiated_login.default_scope", "wildcard_redirect", "dpop_bound_access_tokens"],
      "participate_slo",
    ].map((it) => `settings.oauthClient.${it}`),
    ...["uploadLogo", "appLinks", "policies", "groups", "logo", "clientCredentials", "users"].map(
      (it) => `_links.${it}`,
    ),
  ],
};

const appUser: Shape = {
  type: "AppUser",
  required: [
    ...["id", "externalId", "created", "lastUpdated", "scope", "status", "statusChanged"],
    ...["passwordChanged", "syncState", "credentials.userName", "profile"],
    ...["_links.app.href", "_links.user.href"],
  ],
};

const appGroup: Shape = {
  type: "ApplicationGroupAssignment",
  required: [
    ...["id", "lastUpdated", "priority", "profile"],
    ...["_links.app.href", "_links.self.href", "_links.group.href"],
  ],
};

const secret: Shape = {
  type: "OAuth2ClientSecret",
  required: ["id", "created", "lastUpdated", "status", "client_secret"],
};

const federatedClaim: Shape = {
  type: "FederatedClaim",
  required: ["id", "name", "expression", "created", "lastUpdated"],
};

const server: Shape = {
  type: "AuthorizationServer",
  required: [
    ...["id", "name", "description", "audiences", "issuer", "issuerMode", "status"],
    ...["created", "lastUpdated", "default"],
    ...["kid", "rotationMode", "lastRotated", "nextRotation"].map(
      (it) => `credentials.signing.${it}`,
    ),
    ...["rotateKey", "keys", "claims", "policies", "self", "scopes"].map(
      (it) => `_links.${it}.hints.allow`,
    ),
    ...["_links.metadata.*.name", "_links.metadata.*.href", "_links.metadata.*.hints.allow"],
  ],
};

const key: Shape = {
  type: "AuthorizationServerJsonWebKey",
  required: ["kty", "status", "alg", "kid", "use", "e", "n", "_links.self.hints.allow"],
};

const scope: Shape = {
  type: "OAuth2Scope",
  required: [
    ...["id", "name", "system", "metadataPublish", "consent", "optional", "apiResourceId"],
    ...["default", "_links.self.hints.allow"],
  ],
};

const claim: Shape = {
  type: "OAuth2Claim",
  required: [
    ...["id", "name", "status", "claimType", "valueType", "conditions.scopes", "system"],
    ...["alwaysIncludeInToken", "apiResourceId", "_links.self.hints.allow"],
  ],
};

const policy: Shape = {
  type: "AuthorizationServerPolicy",
  required: [
    ...["id", "type", "status", "name", "description", "priority", "system", "created"],
    ...["lastUpdated", "conditions.clients.include"],
    ...["_links.self.hints.allow", "_links.rules.hints.allow"],
  ],
};

const rule: Shape = {
  type: "AuthorizationServerPolicyRule",
  required: [
    ...["id", "type", "status", "name", "priority", "system", "created", "lastUpdated"],
    ...["people", "grantTypes.include", "scopes.include"].map((it) => `conditions.${it}`),
    ...[
      "accessTokenLifetimeMinutes",
      "refreshTokenLifetimeMinutes",
      "refreshTokenWindowMinutes",
    ].map((it) => `actions.token.${it}`),
    "_links.self.hints.allow",
  ],
};

const origin: Shape = {
  type: "TrustedOrigin",
  required: [
    ...["id", "name", "origin", "scopes.*.type", "status", "created", "createdBy"],
    ...["lastUpdated", "lastUpdatedBy", "_links.self.hints.allow"],
  ],
};

const schema: Shape = {
  type: "UserSchema",
  required: [
    ...["id", "$schema", "name", "title", "description", "lastUpdated", "created", "type"],
    ...["custom", "base"].flatMap((it) =>
      ["id", "type", "properties", "required"].map((member) => `definitions.${it}.${member}`),
    ),
    ...["title", "type", "mutability", "scope", "permissions", "master.type"].map(
      (it) => `definitions.base.properties.login.${it}`,
    ),
    ...["properties.profile.allOf.*.$ref", "_links.self.href", "_links.type.href"],
  ],
};

const event: Shape = {
  type: "LogEvent",
  required: [
    ...["uuid", "published", "eventType", "version", "severity", "displayMessage", "actor.id"],
    ...["client.userAgent", "outcome.result", "target", "transaction.id"],
    ...["debugContext.debugData", "authenticationContext", "securityContext", "request.ipChain"],
  ],
};

const nothing: Shape = { type: "UserActivationToken", required: [] };

export const basePath = "/api/v1";
const appPath = `${basePath}/apps/:appId`;
const serverPath = `${basePath}/authorizationServers/:serverId`;
const policyPath = `${serverPath}/policies/:policyId`;
export const groupsClaimPath = `${basePath}/internal/apps/:appId/settings/oauth/idToken`;

/** The responses by route. Routes without a response body are left out. */
export const shapes: Readonly<Record<string, Shape>> = {
  [`GET ${basePath}/users`]: listOf(user),
  ...describeObject(`${basePath}/users/:userId`, user, ["GET", "PUT", "POST"]),
  [`POST ${basePath}/users`]: user,
  [`GET ${basePath}/users/:userId/groups`]: listOf(group),
  ...Object.fromEntries(
    ["activate", "deactivate", "suspend", "unsuspend"].map((step) => [
      `POST ${basePath}/users/:userId/lifecycle/${step}`,
      nothing,
    ]),
  ),
  ...describeObject(`${basePath}/meta/schemas/user/:schemaId`, schema, ["GET", "POST"]),
  ...describeCollection(`${basePath}/groups/rules`, "ruleId", groupRule),
  ...describeCollection(`${basePath}/groups`, "groupId", group),
  [`GET ${basePath}/groups/:groupId/users`]: listOf(user),
  [`GET ${basePath}/groups/:groupId/apps`]: listOf(app),
  ...describeCollection(`${basePath}/apps`, "appId", app),
  [`POST ${appPath}/lifecycle/activate`]: nothing,
  [`POST ${appPath}/lifecycle/deactivate`]: nothing,
  [`GET ${appPath}/credentials/secrets`]: listOf(secret),
  [`GET ${appPath}/users`]: listOf(appUser),
  [`POST ${appPath}/users`]: appUser,
  ...describeObject(`${appPath}/users/:userId`, appUser, ["GET", "POST"]),
  [`GET ${appPath}/groups`]: listOf(appGroup),
  ...describeObject(`${appPath}/groups/:groupId`, appGroup, ["GET", "PUT"]),
  ...describeCollection(`${appPath}/federated-claims`, "claimId", federatedClaim),
  ...describeCollection(`${basePath}/authorizationServers`, "serverId", server),
  [`GET ${serverPath}/credentials/keys`]: listOf(key),
  [`GET ${serverPath}/credentials/keys/:keyId`]: key,
  ...describeCollection(`${serverPath}/scopes`, "scopeId", scope),
  ...describeCollection(`${serverPath}/claims`, "claimId", claim),
  ...describeCollection(`${serverPath}/policies`, "policyId", policy),
  ...describeCollection(`${policyPath}/rules`, "ruleId", rule),
  ...describeCollection(`${basePath}/trustedOrigins`, "originId", origin),
  [`POST ${basePath}/trustedOrigins/:originId/lifecycle/activate`]: origin,
  [`POST ${basePath}/trustedOrigins/:originId/lifecycle/deactivate`]: origin,
  [`GET ${basePath}/logs`]: listOf(event),
};

function describeObject(
  path: string,
  shape: Shape,
  methods: readonly string[],
): Readonly<Record<string, Shape>> {
  return Object.fromEntries(methods.map((method) => [`${method} ${path}`, shape]));
}

function describeCollection(
  path: string,
  parameter: string,
  shape: Shape,
): Readonly<Record<string, Shape>> {
  return {
    [`GET ${path}`]: listOf(shape),
    [`POST ${path}`]: shape,
    ...describeObject(`${path}/:${parameter}`, shape, ["GET", "PUT"]),
  };
}
