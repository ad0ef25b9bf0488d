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
      "The SHA-256 hash of a secret in this tab, the code verifier. Only the tab that has the verifier can exchange the code.",
  }),
  ...explainBy(okta.authorize, {
    code_challenge_method:
      "How the challenge was made from the verifier. S256 is SHA-256, the only method that Okta accepts.",
    response_mode:
      "How the response is returned. By default, tokens are returned in the fragment, and a code alone in the query.",
    code: "An authorization code, which an app exchanges for tokens: once, and within five minutes.",
  }),
  ...explainBy(coreSection("3.1.2.1", "AuthRequest"), {
    prompt: "none forbids any sign-in page. login makes the user sign in again.",
    login_hint: "The user to sign in. Okta fills in the username.",
    max_age: "The maximum time since the last sign-in, in seconds.",
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
    grant_type: "What is exchanged for tokens: an authorization code.",
  }),
  ...explainBy(rfcSection(7636, "4.5"), {
    code_verifier:
      "The secret behind the code challenge. It proves that the code goes to the tab that requested it.",
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

export function explainParameter(name: string): Explanation {
  return (
    explanations.get(name) ?? {
      meaning: "Not a standard parameter. Apps ignore what they don’t know.",
      source: response,
    }
  );
}
