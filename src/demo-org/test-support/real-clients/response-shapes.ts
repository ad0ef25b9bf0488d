import { splitWords } from "../../split-words.ts";
import type { Undeclared } from "./shape-checker.ts";

const from = (source: string, names: string) =>
  Object.fromEntries(splitWords(names).map((name) => [name, source]));

/** Response members that the SDK doesn't declare. */
export const undeclared: Undeclared = {
  // Recorded traffic of real orgs: okta/terraform-provider-okta, `test/fixtures/vcr/idaas`.
  ...from(
    "recorded",
    `UserLinks.delete HrefObject.method UserSchema.description LinksSelf.type GroupLinks.owners
   HrefObjectSelfLink.rel HrefObjectSelfLink.method ApplicationLinks.uploadLogo
   ApplicationLinks.policies ApplicationLinks.clientCredentials AuthServerLinks.keys
   OpenIdConnectApplicationSettings.app OpenIdConnectApplicationSettings.manualProvisioning
   AuthorizationServer.default OAuth2Scope.apiResourceId OAuth2Claim.apiResourceId
   AuthorizationServerPolicyRuleUserCondition.exclude`,
  ),
  "AuthServerLinks.activate": "for an inactive server, as deactivate for an active one",
  "AuthorizationServerPolicyRuleGroupCondition.exclude":
    "Okta's Terraform provider, okta_auth_server_policy_rule (group_blacklist)",
  "Group.source": "Okta: Groups API, the sample of an imported group",
  "GroupEmbeddedStats.hasAdminPrivilege":
    "Okta: Groups API, the sample of expand=stats; the SDK misspells it",
  "GroupEmbeddedStats._links": "Okta: Groups API, the sample of expand=stats",
  "GroupRule._embedded": 'Okta: Group Rules API, "List all group rules" (expand)',
  ...from(
    "a custom attribute of the seed",
    "UserProfile.picture UserProfile.website UserProfile.gender UserProfile.birthdate",
  ),
  ...from("a custom attribute that the test adds", "UserProfile.badges UserProfile.level"),
};

export type Shape = {
  readonly type: string;
  /** Paths of members that every recorded response has. */
  readonly required: readonly string[];
};

/** @param required Paths, separated by spaces. `a.{b,c}` stands for `a.b` and `a.c`. */
function shape(type: string, required: string): Shape {
  return { type, required: splitWords(required).flatMap(expand) };
}

function expand(path: string): readonly string[] {
  const [, before, names, after] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  return names === undefined
    ? [path]
    : names.split(",").flatMap((name) => expand(`${before}${name}${after}`));
}

export const listOf = ({ type, required }: Shape): Shape => ({
  type: `Array<${type}>`,
  required: required.map((path) => `*.${path}`),
});

/** Keyed by resource. */
export const shapes = {
  user: shape(
    "User",
    `id status created activated statusChanged lastLogin lastUpdated passwordChanged type.id
   credentials.provider.{type,name} profile.{login,email,firstName,lastName,mobilePhone,secondEmail}
   _links.{self,schema,type}.href`,
  ),
  group: shape(
    "Group",
    `id created lastUpdated lastMembershipUpdated objectClass type profile.{name,description}
   _links.logo.*.{name,href,type} _links.{owners,users,apps}.href`,
  ),
  groupRule: shape(
    "GroupRule",
    `type id status name created lastUpdated conditions.expression.{type,value}
   actions.assignUserToGroups.groupIds`,
  ),
  app: shape(
    "Application",
    `id orn name label status lastUpdated created features signOnMode
   accessibility.{selfService,errorRedirectUrl,loginRedirectUrl}
   visibility.{autoLaunch,autoSubmitToolbar,hide.iOS,hide.web,appLinks}
   credentials.{userNameTemplate.template,userNameTemplate.type,signing.kid}
   credentials.oauthClient.{autoKeyRotation,client_id,token_endpoint_auth_method,pkce_required}
   settings.{app,manualProvisioning,implicitAssignment,emOptInStatus,notes.admin,notes.enduser}
   settings.notifications.vpn.{network.connection,message,helpUrl}
   settings.oauthClient.{client_uri,logo_uri,redirect_uris,response_types,grant_types}
   settings.oauthClient.{application_type,consent_method,issuer_mode,wildcard_redirect}
   settings.oauthClient.{idp_initiated_login.mode,idp_initiated_login.default_scope}
   settings.oauthClient.{dpop_bound_access_tokens,participate_slo}
   _links.{uploadLogo,appLinks,policies,groups,logo,clientCredentials,users}`,
  ),
  appUser: shape(
    "AppUser",
    `id externalId created lastUpdated scope status statusChanged passwordChanged syncState
   credentials.userName profile _links.{app,user}.href`,
  ),
  appGroup: shape(
    "ApplicationGroupAssignment",
    "id lastUpdated priority profile _links.{app,self,group}.href",
  ),
  secret: shape("OAuth2ClientSecret", "id created lastUpdated status client_secret"),
  federatedClaim: shape("FederatedClaim", "id name expression created lastUpdated"),
  server: shape(
    "AuthorizationServer",
    `id name description audiences issuer issuerMode status created lastUpdated default
   credentials.signing.{kid,rotationMode,lastRotated,nextRotation}
   _links.{rotateKey,keys,claims,policies,self,scopes}.hints.allow
   _links.metadata.*.{name,href,hints.allow}`,
  ),
  key: shape("AuthorizationServerJsonWebKey", "kty status alg kid use e n _links.self.hints.allow"),
  scope: shape(
    "OAuth2Scope",
    `id name system metadataPublish consent optional apiResourceId default
   _links.self.hints.allow`,
  ),
  claim: shape(
    "OAuth2Claim",
    `id name status claimType valueType conditions.scopes system alwaysIncludeInToken
   apiResourceId _links.self.hints.allow`,
  ),
  policy: shape(
    "AuthorizationServerPolicy",
    `id type status name description priority system created lastUpdated
   conditions.clients.include _links.{self,rules}.hints.allow`,
  ),
  rule: shape(
    "AuthorizationServerPolicyRule",
    `id type status name priority system created lastUpdated
   conditions.{people,grantTypes.include,scopes.include}
   actions.token.{access,refresh}TokenLifetimeMinutes actions.token.refreshTokenWindowMinutes
   _links.self.hints.allow`,
  ),
  origin: shape(
    "TrustedOrigin",
    `id name origin scopes.*.type status created createdBy lastUpdated lastUpdatedBy
   _links.self.hints.allow`,
  ),
  userSchema: shape(
    "UserSchema",
    `id $schema name title description lastUpdated created type
   definitions.{custom,base}.{id,type,properties,required}
   definitions.base.properties.login.{title,type,mutability,scope,permissions,master.type}
   properties.profile.allOf.*.$ref _links.{self,type}.href`,
  ),
  event: shape(
    "LogEvent",
    `uuid published eventType version severity displayMessage actor.id client.userAgent
   outcome.result target transaction.id debugContext.debugData authenticationContext
   securityContext request.ipChain`,
  ),
  nothing: { type: "UserActivationToken", required: [] },
} as const;
