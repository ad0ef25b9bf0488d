import { coreSection, okta, rfcSection, type Source } from "../sources.ts";

type ParameterExplanation = {
  /** One or two short sentences. */
  meaning: string;
  source?: Source;
};

const request = coreSection("3.2.2.1", "ImplicitAuthRequest");
const response = coreSection("3.2.2.5", "ImplicitAuthResponse");

const explanations = new Map<string, ParameterExplanation>(
  Object.entries({
    // Request.
    client_id: {
      meaning: "The app’s client ID.",
      source: rfcSection(6749, "2.2"),
    },
    response_type: {
      meaning:
        "What to return: a code to exchange for tokens, an ID token, an access token, or several of them.",
      source: coreSection("3", "Authentication"),
    },
    redirect_uri: {
      meaning:
        "Where Okta sends the response. It must equal one of the app’s sign-in redirect URIs exactly.",
      source: request,
    },
    nonce: {
      meaning:
        "A random value that Okta copies into the ID token. It ties the token to the request.",
      source: coreSection("15.5.2", "NonceNotes"),
    },
    code_challenge: {
      meaning:
        "The SHA-256 hash of a secret in this tab, the code verifier. Only the tab that has the verifier can exchange the code.",
      source: rfcSection(7636, "4.3"),
    },
    code_challenge_method: {
      meaning:
        "How the challenge was made from the verifier. S256 is SHA-256, the only one that Okta accepts.",
      source: okta.authorize,
    },
    prompt: {
      meaning: "none forbids any sign-in page. login makes the user sign in again.",
      source: coreSection("3.1.2.1", "AuthRequest"),
    },
    response_mode: {
      meaning:
        "How the response is returned. By default, tokens are returned in the fragment, and a code alone in the query.",
      source: okta.authorize,
    },
    login_hint: {
      meaning: "The user to sign in. Okta fills in the username.",
      source: coreSection("3.1.2.1", "AuthRequest"),
    },
    max_age: {
      meaning: "The maximum time since the last sign-in, in seconds.",
      source: coreSection("3.1.2.1", "AuthRequest"),
    },
    // Request and response.
    state: {
      meaning: "A random value that Okta returns unchanged. It ties the response to the request.",
      source: rfcSection(6749, "10.12"),
    },
    scope: {
      meaning: "The scopes: in the request those requested, in the response those granted.",
      source: rfcSection(6749, "3.3"),
    },
    // Response.
    id_token: {
      meaning: "Tells the app who signed in. Signed by the authorization server.",
      source: coreSection("2", "IDToken"),
    },
    access_token: {
      meaning: "For calling an API or UserInfo. It is meant for the API, not for the app to read.",
      source: rfcSection(6749, "1.4"),
    },
    token_type: {
      meaning: "Bearer means that anyone who has the access token can use it.",
      source: rfcSection(6750, "1.2"),
    },
    expires_in: {
      meaning: "How many seconds the access token is valid.",
      source: rfcSection(6749, "4.2.2"),
    },
    code: {
      meaning:
        "An authorization code, which an app exchanges for tokens: once, and within five minutes.",
      source: okta.authorize,
    },
    // Token request and response.
    grant_type: {
      meaning: "What is exchanged for tokens: an authorization code.",
      source: rfcSection(6749, "4.1.3"),
    },
    code_verifier: {
      meaning:
        "The secret behind the code challenge. It proves that the code goes to the tab that requested it.",
      source: rfcSection(7636, "4.5"),
    },
    refresh_token: {
      meaning: "For new tokens without a sign-in. This page does not use it.",
      source: rfcSection(6749, "1.5"),
    },
    error: {
      meaning: "Why the request was refused, as a code.",
      source: coreSection("3.2.2.6", "ImplicitAuthError"),
    },
    error_description: {
      meaning: "Why the request was refused, in words.",
      source: rfcSection(6749, "4.2.2.1"),
    },
    error_uri: { meaning: "A page about the error.", source: rfcSection(6749, "4.2.2.1") },
    iss: {
      meaning: "The authorization server that sent the response.",
      source: rfcSection(9207, "2"),
    },
    session_state: {
      meaning: "Lets a page notice that the user has signed out.",
    },
  } satisfies Record<string, ParameterExplanation>),
);

/** Explains a parameter of a request or a response. */
export function explainParameter(name: string): ParameterExplanation {
  return (
    explanations.get(name) ?? {
      meaning: "Not a standard parameter. Apps ignore what they don’t know.",
      source: response,
    }
  );
}
