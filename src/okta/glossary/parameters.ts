import { coreSection, okta, rfcSection, type Source } from "../sources.ts";

export type ParameterExplanation = {
  /** One sentence. */
  meaning: string;
  source?: Source;
};

const request = coreSection("3.2.2.1", "ImplicitAuthRequest");
const response = coreSection("3.2.2.5", "ImplicitAuthResponse");

const explanations = new Map<string, ParameterExplanation>(
  Object.entries({
    // Request.
    client_id: {
      meaning: "Says which app asks, by the ID that Okta gave it when it was registered.",
      source: rfcSection(6749, "2.2"),
    },
    response_type: {
      meaning: "Says what to answer with: an ID token, an access token, or both.",
      source: request,
    },
    redirect_uri: {
      meaning:
        "Where the answer is to go; it must equal one of the app’s sign-in redirect URIs to the letter.",
      source: request,
    },
    nonce: {
      meaning:
        "A random value that comes back inside the ID token, so that a token from another request is noticed.",
      source: coreSection("15.5.2", "NonceNotes"),
    },
    prompt: {
      meaning:
        "none asks for an answer without showing any page; login asks the person to sign in again.",
      source: coreSection("3.1.2.1", "AuthRequest"),
    },
    response_mode: {
      meaning:
        "Says how the answer travels; tokens come in the fragment unless another way is named.",
      source: okta.authorize,
    },
    login_hint: {
      meaning: "Fills in the username on the sign-in page.",
      source: coreSection("3.1.2.1", "AuthRequest"),
    },
    max_age: {
      meaning: "How many seconds ago the person may have signed in at most.",
      source: coreSection("3.1.2.1", "AuthRequest"),
    },
    // Both ways.
    state: {
      meaning:
        "A random value that comes back unchanged, so that an answer nobody asked for is noticed.",
      source: rfcSection(6749, "10.12"),
    },
    scope: {
      meaning: "What is asked for, and in the answer what was granted; spaces lie between scopes.",
      source: rfcSection(6749, "3.3"),
    },
    // Response.
    id_token: {
      meaning: "Says who has signed in, to the app that asked; signed by the authorization server.",
      source: coreSection("2", "IDToken"),
    },
    access_token: {
      meaning:
        "Opens an API, UserInfo among them; it is meant for that API and not for the app to read.",
      source: rfcSection(6749, "1.4"),
    },
    token_type: {
      meaning: "How the access token is used: Bearer means that whoever holds it may use it.",
      source: rfcSection(6750, "1.2"),
    },
    expires_in: {
      meaning: "How many seconds the access token is good for, counted from the answer.",
      source: rfcSection(6749, "4.2.2"),
    },
    code: {
      meaning: "An authorization code, to be exchanged for tokens; this page asks for none.",
      source: rfcSection(6749, "4.1.2"),
    },
    error: {
      meaning: "Why the request was refused, as a word for programs.",
      source: coreSection("3.2.2.6", "ImplicitAuthError"),
    },
    error_description: {
      meaning: "Why the request was refused, as a sentence for developers.",
      source: rfcSection(6749, "4.2.2.1"),
    },
    error_uri: { meaning: "A page about the error.", source: rfcSection(6749, "4.2.2.1") },
    iss: { meaning: "The authorization server that answered.", source: rfcSection(9207, "2") },
    session_state: {
      meaning: "Lets a page notice that the person has signed out; Okta is not known to send it.",
    },
  } satisfies Record<string, ParameterExplanation>),
);

/** Says what a parameter of a request or of its answer is for. */
export function explainParameter(name: string): ParameterExplanation {
  return (
    explanations.get(name) ?? {
      meaning:
        "Not a parameter of the specifications; a client leaves what it does not know alone.",
      source: response,
    }
  );
}
