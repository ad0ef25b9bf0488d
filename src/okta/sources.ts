import { implicitFlowPage } from "./implicit-flow-page.ts";

export type Source = { readonly title: string; readonly url: string };

function oktaPage(title: string, path: string): Source {
  return { title: `Okta: ${title}`, url: `https://developer.okta.com/docs/${path}` };
}

function supportArticle(title: string, slug: string): Source {
  return {
    title: `Okta Support: ${title}`,
    url: `https://support.okta.com/help/s/article/${slug}`,
  };
}

export function coreSection(section: string, anchor: string): Source {
  return {
    title: `OpenID Connect Core 1.0 §${section}`,
    url: `https://openid.net/specs/openid-connect-core-1_0.html#${anchor}`,
  };
}

export function rfcSection(number: number, section: string): Source {
  return {
    title: `RFC ${number} §${section}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
  };
}

const oktaReference = "api/openapi/okta-oauth/guides/overview/";

export const okta = {
  groupsClaim: oktaPage("Groups claim", "guides/customize-tokens-groups-claim/main/"),
  dynamicAllowlist: oktaPage("Dynamic allowlist", "guides/customize-tokens-dynamic/main/"),
  authorizationServers: oktaPage("Authorization servers", "concepts/auth-servers/"),
  tokensAndScopes: oktaPage(
    "API Access Management, tokens and scopes",
    "concepts/api-access-management/#tokens-and-scopes",
  ),
  oauthClient: oktaPage(
    "API Access Management, OAuth client",
    "concepts/api-access-management/#oauth-client",
  ),
  claims: oktaPage("Claims", "concepts/oauth-claims/"),
  expressionLanguage: oktaPage("Expression Language", "reference/okta-expression-language/"),
  staticAllowlist: oktaPage("Static allowlist", "guides/customize-tokens-static/main/"),
  returnedTokens: oktaPage(
    "Customize tokens returned from Okta",
    "guides/customize-tokens-returned-from-okta/main/",
  ),
  claimsApi: oktaPage(
    "Authorization server claims",
    "api/openapi/okta-management/management/tag/AuthorizationServerClaims/",
  ),
  createServer: oktaPage("Create an authorization server", "guides/customize-authz-server/main/"),
  codeFlow: oktaPage(
    "Authorization Code with PKCE",
    "guides/implement-grant-type/authcodepkce/main/",
  ),
  cors: oktaPage("Enable CORS", "guides/enable-cors/main/"),
  implicit: { title: "Okta: Implicit flow", url: implicitFlowPage },
  scopes: oktaPage("Scopes", `${oktaReference}#scopes`),
  scopeList: oktaPage("OAuth 2.0 scopes", "api/oauth2/"),
  tokenEncryption: oktaPage("Manage keys, token encryption", "guides/key-management/main/"),
  oauthForOkta: oktaPage("OAuth for Okta", "guides/implement-oauth-for-okta/main/"),
  idToken: oktaPage("ID token", `${oktaReference}#id-token`),
  accessToken: oktaPage("Access token", `${oktaReference}#access-token`),
  authorize: oktaPage("Authorize endpoint", "api/openapi/okta-oauth/oauth/tag/OrgAS/"),
  tooManyGroups: supportArticle(
    "more than 100 groups",
    "error-the-groups-claim-matched-too-many-groups-and-must-be-configured-to-match-fewer-groups",
  ),
  groupFunctionLimits: supportArticle(
    "limits of group functions",
    "limitations-of-group-functions-dynamic-allowlists",
  ),
  regexFilter: supportArticle(
    "filter groups with a regular expression",
    "how-to-filter-groups-with-regex-in-okta",
  ),
  regexInGetGroups: supportArticle(
    "regular expressions and user.getGroups",
    "regex-expression-support-with-user-getgroups-function",
  ),
  importedGroups: supportArticle(
    "Active Directory and Okta groups in a claim",
    "Can-we-retrieve-both-Active-Directory-and-Okta-groups-in-OpenID-Connect-claims",
  ),
  noApiAccessManagement: supportArticle(
    "401 permissions error with a custom authorization server",
    "401-permissions-error-during-log-in-to-an-oidc-app-or-when-configuring-a-custom-authorization-server",
  ),
  terraformApp: {
    title: "Terraform: okta_app_oauth, groups_claim",
    url: "https://registry.terraform.io/providers/okta/okta/latest/docs/resources/app_oauth",
  },
  noMatchingGroup: supportArticle(
    "a groups claim without a match",
    "How-to-Write-a-Groups-Claim-Expression-that-Will-Match-Against-Two-Differently-Named-Groups",
  ),
  myAccountScopes: supportArticle(
    "Okta’s own scopes on a custom server",
    "add-okta-reserved-scopes-to-custom-authorization-server",
  ),
  systemClaimReport: {
    title: "okta/samples-js-react#33: a system claim that fails",
    url: "https://github.com/okta/samples-js-react/issues/33",
  },
} as const;
