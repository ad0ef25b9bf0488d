import { coreSection, okta, rfcSection } from "../sources.ts";
import { type DescribedError, described } from "./error-explanation.ts";

const promptParameter = coreSection("3.1.2.1", "AuthRequest");

/** A step that helps only if the request has an API scope. */
export const apiScopeStep =
  "You can’t add scopes that start with okta., except the okta.myAccount scopes. The others belong to the org server.";

/** Errors about the request itself. @see Okta: OAuth 2.0 error codes */
export const requestErrors: readonly DescribedError[] = [
  // Okta shows its own error page, because it doesn't redirect to an untrusted URI.
  described("invalid_request", /'redirect_uri' parameter/, "okta-admin", {
    title: "The redirect URI is not registered",
    meaning: "The redirect_uri must exactly match one of the app’s sign-in redirect URIs.",
    steps: [
      "Compare it with the Sign-in redirect URIs on the app’s General tab: scheme, host, port, path, case and trailing slash.",
      "Add it there, or send a registered one.",
    ],
    source: okta.authorize,
  }),
  described("invalid_request", /'state' parameter/, "app", {
    title: "The state is missing or has invalid characters",
    meaning:
      "Okta requires a state. Its reference lists letters, digits, commas, periods, underscores and hyphens as valid. Orgs have accepted other characters too.",
    steps: ["Create a new random state for each request."],
    source: okta.authorize,
  }),
  described("invalid_request", /'nonce' parameter/, "app", {
    title: "The nonce is missing",
    meaning:
      "A request for tokens in the redirect needs a nonce. It ties the ID token to the request.",
    steps: ["Create a new random nonce for each request."],
    source: coreSection("3.2.2.1", "ImplicitAuthRequest"),
  }),
  described("invalid_request", /'none' for request with 'zero'/, "app", {
    title: "The request contradicts itself",
    meaning: "max_age=0 requires a new sign-in, and prompt=none forbids one.",
    steps: ["Remove one of the two."],
    source: promptParameter,
  }),
  described("invalid_request", /'(?:prompt|max_age)' parameter/, "app", {
    title: "A parameter has an unsupported value",
    meaning:
      "Okta does not support this value of prompt or max_age. The error description lists those it supports.",
    steps: ["Use one of those values, or remove the parameter."],
    source: promptParameter,
  }),
  described("invalid_request", /^Duplicate parameter/, "app", {
    title: "A parameter was sent twice",
    meaning: "A request may contain each parameter only once.",
    steps: ["The error description names the parameter. Send it only once."],
    source: rfcSection(6749, "3.1"),
  }),
  described("invalid_request", /^Identity provider/, "app", {
    title: "Okta does not know the identity provider",
    meaning: "The idp parameter is not the ID of an identity provider in this org.",
    steps: ["Remove idp, or use the ID of one of the org’s identity providers."],
    source: okta.authorize,
  }),
  described("invalid_request", /PKCE code challenge (?:is|method|contains)/, "app", {
    title: "The app needs PKCE",
    meaning:
      "The request is for an authorization code. This app requires an S256 code challenge with it.",
    steps: ["Send code_challenge, and code_challenge_method=S256."],
    source: rfcSection(7636, "4.4.1"),
  }),
  described("unsupported_response_type", /response type/, "okta-admin", {
    title: "The app isn’t allowed to use this response type",
    meaning:
      "Each app has its own list of allowed response types. The error description lists this app’s.",
    steps: [
      "For a code: on the app’s General tab, under Grant type, select Authorization Code.",
      "For tokens in the redirect: select Advanced > Implicit (hybrid) there, and Allow ID Token with implicit grant type, Allow Access Token with implicit grant type, or both.",
    ],
    source: okta.implicit,
  }),
  described("invalid_scope", /not configured for the authorization server/, "you", {
    title: "The server doesn’t have one of the scopes",
    meaning:
      "A server refuses scopes that it doesn’t have. A new custom server has no groups scope.",
    steps: [
      "Remove the scope. A claim that is set to Any scope does not need it.",
      "Or add the scope: Security > API > the server > Scopes > Add Scope.",
      apiScopeStep,
    ],
    source: okta.createServer,
  }),
  described("invalid_scope", /^Custom scopes are not allowed/, "you", {
    title: "The org server has no custom scopes",
    meaning: "You can add scopes only to a custom authorization server.",
    steps: ["Remove the scope, or send the request to a custom server that has it."],
    source: okta.authorizationServers,
  }),
  described("consent_required", /not allowed any of the requested scopes/, "okta-admin", {
    title: "The app was granted none of the scopes",
    meaning:
      "Scopes that start with okta. are for Okta’s own API. An admin grants them to each app.",
    steps: [
      "Grant the scopes to the app: Okta API Scopes > Grant.",
      "Or remove them from the request. Groups don’t need them.",
    ],
    source: okta.oauthForOkta,
  }),
  described("invalid_scope access_denied", /require the 'openid' scope/, "you", {
    title: "The openid scope is missing",
    meaning: "ID tokens and OpenID Connect’s own scopes need the openid scope.",
    steps: ["Add openid to the scopes."],
    source: promptParameter,
  }),
  described("invalid_scope", /default scopes/, "you", {
    title: "The request has no scopes",
    meaning: "This server has no default scopes, so a request needs at least one.",
    steps: ["Request at least one scope: openid for an ID token."],
    source: okta.createServer,
  }),
  described("invalid_request", /authorization server id is invalid/i, "you", {
    title: "The org has no such authorization server",
    meaning: "The authorization server ID in the request is wrong.",
    steps: ["Copy the ID from Security > API > Authorization Servers."],
    source: okta.authorizationServers,
  }),
  described("unauthorized_client", /custom authorization server/, "you", {
    title: "The app can use only the org server",
    meaning: "Okta does not allow this app on custom authorization servers.",
    steps: ["Send the request to the org server, or use another app."],
    source: okta.authorizationServers,
  }),
];
