import { coreSection, okta, rfcSection } from "../sources.ts";
import { type Explanation, explainBy } from "./explanation.ts";

const request = coreSection("3.2.2.1", "ImplicitAuthRequest");
const response = coreSection("3.2.2.5", "ImplicitAuthResponse");

const explanations = new Map<string, Explanation>([
  ...explainBy(rfcSection(6749, "2.2"), { client_id: "The app’s client ID." }),
  ...explainBy(coreSection("3", "Authentication"), {
    response_type:
      "What to return: a code to exchange for tokens, an ID token, an access token, or several of them.",
  }),
  ...explainBy(request, {
    redirect_uri:
      "Where Okta sends the response. It must exactly match one of the app’s sign-in redirect URIs.",
  }),
  ...explainBy(coreSection("15.5.2", "NonceNotes"), {
    nonce: "A random value that Okta copies into the ID token. It ties the token to the request.",
  }),
  ...explainBy(rfcSection(7636, "4.3"), {
    code_challenge:
      "The SHA-256 hash of the code verifier. Only the client that has the verifier can exchange the code.",
  }),
  ...explainBy(okta.authorize, {
    code_challenge_method:
      "How the challenge was made from the verifier. S256 is SHA-256, the only method that Okta accepts.",
    response_mode:
      "How the response is returned. By default, tokens are returned in the fragment, and a code alone in the query.",
    code: "An authorization code, which an app exchanges for tokens: once, and within five minutes.",
    acr_values:
      "How strongly the user must authenticate, for example urn:okta:loa:2fa:any for two factors.",
    display:
      "How the sign-in page is shown, for example popup. Okta passes it on to social identity providers.",
    request: "The parameters of the request as a signed JWT.",
    idp: "The ID of an external identity provider. The user signs in there if there is no Okta session.",
    idp_scope: "Scopes that Okta requests from a social identity provider.",
    sessionToken:
      "A one-time token of Okta’s Authentication API. It signs the user in without a sign-in page.",
    enroll_amr_values:
      "The authenticators that the user enrolls, with prompt=enroll_authenticator.",
  }),
  ...explainBy(coreSection("3.1.2.1", "AuthRequest"), {
    prompt: "none forbids any sign-in page. login makes the user sign in again.",
    login_hint: "The user to sign in. Okta fills in the username.",
    max_age: "The maximum time since the last sign-in, in seconds.",
    id_token_hint: "An earlier ID token, which tells the server which user to expect.",
    ui_locales: "The languages that the user prefers for the sign-in page.",
  }),
  ...explainBy(coreSection("5.2", "ClaimsLanguagesAndScripts"), {
    claims_locales: "The languages that the user prefers for claims.",
  }),
  ...explainBy(coreSection("5.5", "ClaimsParameter"), {
    claims: "Single claims that the app requests, in JSON.",
  }),
  ...explainBy(coreSection("7.2.1", "RegistrationParameter"), {
    registration: "Describes the app to a self-issued OpenID provider.",
  }),
  ...explainBy(rfcSection(9126, "2.2"), {
    request_uri:
      "Refers to the request’s parameters. At Okta, the app has sent them to the server before.",
  }),
  ...explainBy(rfcSection(8707, "2"), {
    resource: "The URL of the API that the access token is for.",
  }),
  ...explainBy(rfcSection(9449, "10"), {
    dpop_jkt: "The thumbprint of the app’s DPoP key. Only with that key can the code be exchanged.",
  }),
  ...explainBy(rfcSection(9396, "2"), {
    authorization_details: "What the app wants to be allowed to do, in JSON.",
  }),
  ...explainBy(rfcSection(6749, "10.12"), {
    state: "A random value that Okta returns unchanged. It ties the response to the request.",
  }),
  ...explainBy(rfcSection(6749, "3.3"), {
    scope: "In the request, the requested scopes. In the response, the granted scopes.",
  }),
  ...explainBy(coreSection("2", "IDToken"), {
    id_token: "Tells the app who signed in. Signed by the authorization server.",
  }),
  ...explainBy(rfcSection(6749, "1.4"), {
    access_token: "For calls to an API or UserInfo. The API reads it, not the app.",
  }),
  ...explainBy(rfcSection(6750, "1.2"), {
    token_type: "Bearer means that anyone who has the access token can use it.",
  }),
  ...explainBy(rfcSection(6749, "4.2.2"), {
    expires_in: "How many seconds the access token is valid.",
  }),
  ...explainBy(rfcSection(6749, "4.1.3"), {
    grant_type: "How the client requests tokens, for example authorization_code.",
  }),
  ...explainBy(rfcSection(6749, "2.3.1"), {
    client_secret: "The app’s secret, which proves that the app sends the request.",
  }),
  ...explainBy(rfcSection(6749, "4.3.2"), {
    username: "The user’s username, with grant_type=password.",
    password: "The user’s password, with grant_type=password.",
  }),
  ...explainBy(rfcSection(7521, "4.2"), {
    client_assertion: "A signed token that proves that the app sends the request.",
    client_assertion_type: "What kind of token client_assertion is.",
  }),
  ...explainBy(rfcSection(7521, "4.1"), {
    assertion: "A signed token or a SAML assertion that is exchanged for tokens.",
  }),
  ...explainBy(rfcSection(8628, "3.4"), {
    device_code: "The code that the server gave to the device that requests tokens.",
  }),
  ...explainBy(rfcSection(8693, "2.1"), {
    subject_token: "The token that is exchanged. It is about the user.",
    subject_token_type: "What kind of token subject_token is.",
    actor_token: "A token about who acts for the user.",
    actor_token_type: "What kind of token actor_token is.",
    requested_token_type: "What kind of token the app requests.",
    audience: "The name of the service that the new token is for.",
  }),
  ...explainBy(rfcSection(8693, "2.2.1"), {
    issued_token_type: "What kind of token was issued.",
  }),
  ...explainBy(rfcSection(7636, "4.5"), {
    code_verifier:
      "The secret behind the code challenge. It proves that the client that requested the code is exchanging it.",
  }),
  ...explainBy(rfcSection(6749, "1.5"), {
    refresh_token: "For new tokens without a sign-in. This page does not use it.",
  }),
  ...explainBy(coreSection("3.2.2.6", "ImplicitAuthError"), {
    error: "Why the request was refused, as a code.",
  }),
  ...explainBy(rfcSection(6749, "4.2.2.1"), {
    error_description: "Why the request was refused, in words.",
    error_uri: "A link to a page about the error.",
  }),
  ...explainBy(rfcSection(9207, "2"), { iss: "The authorization server that sent the response." }),
  ...explainBy(undefined, { session_state: "Lets a page notice that the user has signed out." }),
]);

/** @param usedIn For an unknown parameter, because servers and clients treat unknown parameters differently. */
export function explainParameter(name: string, usedIn: "request" | "response"): Explanation {
  const unknown =
    usedIn === "request"
      ? { meaning: "This page doesn’t know this parameter." }
      : {
          meaning: "Not a standard response parameter. Clients ignore unknown ones.",
          source: response,
        };
  return explanations.get(name) ?? unknown;
}
