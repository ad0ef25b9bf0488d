import { implicitFlowPage } from "./implicit-flow-page.ts";

/** A public page that an explanation is based on. */
export type Source = { readonly title: string; readonly url: string };

function oktaPage(title: string, path: string): Source {
  return { title: `Okta: ${title}`, url: `https://developer.okta.com/docs/${path}` };
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
  authorizationServers: oktaPage("Authorization servers", "concepts/auth-servers/"),
  tokensAndScopes: oktaPage(
    "API Access Management, tokens and scopes",
    "concepts/api-access-management/#tokens-and-scopes",
  ),
  createServer: oktaPage("Create an authorization server", "guides/customize-authz-server/main/"),
  codeFlow: oktaPage(
    "Authorization Code with PKCE",
    "guides/implement-grant-type/authcodepkce/main/",
  ),
  cors: oktaPage("Enable CORS", "guides/enable-cors/main/"),
  implicit: { title: "Okta: Implicit flow", url: implicitFlowPage },
  scopes: oktaPage("Scopes", `${oktaReference}#scopes`),
  oauthForOkta: oktaPage("OAuth for Okta", "guides/implement-oauth-for-okta/main/"),
  idToken: oktaPage("ID token", `${oktaReference}#id-token`),
  accessToken: oktaPage("Access token", `${oktaReference}#access-token`),
  authorize: oktaPage("Authorize endpoint", "api/openapi/okta-oauth/oauth/tag/OrgAS/"),
} as const;
