import { okta, rfcSection } from "../sources.ts";
import { grantTypeStep, type KnownError } from "./error-explanation.ts";

const tokenRequest = rfcSection(6749, "4.1.3");
const verifierCheck = rfcSection(7636, "4.6");

/** Errors of the token endpoint. @see Okta: OAuth 2.0 error codes; RFC 6749 §5.2 */
export const tokenErrors: readonly KnownError[] = [
  {
    error: ["invalid_grant"],
    description: /authorization code is invalid or has expired/,
    explanation: {
      title: "The code is used up, too old, or not this server’s",
      meaning: "Okta accepts a code once, and for five minutes.",
      whoActs: "you",
      steps: [
        "Send a new request for a new code.",
        "If a code is sent twice, someone may have copied it, and Okta may revoke its tokens.",
      ],
      source: okta.authorize,
    },
  },
  {
    error: ["invalid_grant"],
    description: /issued to another client/,
    explanation: {
      title: "The code belongs to another app",
      meaning: "The token request must have the client ID of the authorization request.",
      whoActs: "app",
      steps: ["Send a new request, and exchange the code with the same client ID."],
      source: tokenRequest,
    },
  },
  {
    error: ["invalid_grant"],
    description: /'redirect_uri' does not match/,
    explanation: {
      title: "The redirect URI is another one",
      meaning:
        "The token request must repeat the redirect_uri of the authorization request exactly.",
      whoActs: "app",
      steps: ["Open this page at the address that the request was sent from, and send it again."],
      source: tokenRequest,
    },
  },
  {
    error: ["invalid_grant"],
    description: /^PKCE verification failed/,
    explanation: {
      title: "The code verifier does not fit the code",
      meaning:
        "The verifier’s hash is not the code challenge of the authorization request. The code may be from another request.",
      whoActs: "you",
      steps: ["Send a new request from this tab, and complete it here."],
      source: verifierCheck,
    },
  },
  {
    error: ["invalid_request"],
    description: /issued for another authorization server/,
    explanation: {
      title: "The code belongs to another authorization server",
      meaning: "A code can be exchanged only at the server that issued it.",
      whoActs: "you",
      steps: ["Send a new request to the server that you want tokens of."],
      source: okta.authorizationServers,
    },
  },
  {
    error: ["invalid_request"],
    description: /PKCE code verifier is required/,
    explanation: {
      title: "The code verifier is missing",
      meaning:
        "The authorization request had a code challenge, so the token request needs its verifier.",
      whoActs: "app",
      steps: ["Keep the verifier in the tab that sends the request, as this page does."],
      source: rfcSection(7636, "4.5"),
    },
  },
  {
    error: ["invalid_request"],
    description: /code challenge should be specified/,
    explanation: {
      title: "The authorization request had no code challenge",
      meaning:
        "The token request has a code verifier, but there is no challenge to compare it with.",
      whoActs: "app",
      steps: ["Send the code challenge with the authorization request, as this page does."],
      source: rfcSection(7636, "4.3"),
    },
  },
  {
    error: ["invalid_request"],
    description: /whitelisted redirect_uri|registered Trusted Origins/,
    explanation: {
      title: "Okta doesn’t accept token requests from this page’s origin",
      meaning:
        "The page’s origin must be that of one of the app’s sign-in redirect URIs, or a trusted origin.",
      whoActs: "okta-admin",
      steps: [
        "Add the page’s address to the app’s sign-in redirect URIs.",
        "Or add its origin under Security > API > Trusted Origins, with CORS.",
      ],
      source: okta.cors,
    },
  },
  {
    error: ["invalid_client"],
    description: /must use Proof Key for Code Exchange/,
    explanation: {
      title: "Okta requires PKCE from pages",
      meaning: "A page can’t keep a secret, so it needs a code challenge and its verifier.",
      whoActs: "app",
      steps: ["Send the code challenge with the authorization request, as this page does."],
      source: okta.codeFlow,
    },
  },
  {
    error: ["invalid_client"],
    description: /No client credentials|Client authentication failed|client secret/,
    explanation: {
      title: "The app expects a client secret",
      meaning: "The app is set up for a server that keeps a secret. A page can’t keep one.",
      whoActs: "okta-admin",
      steps: [
        "Use an app of the type Single-Page Application.",
        "Or on the app’s General tab, set Client authentication to None, and require PKCE.",
      ],
      source: okta.codeFlow,
    },
  },
  {
    error: ["unauthorized_client"],
    description: /provided grant type/,
    explanation: {
      title: "The app isn’t allowed to use this flow",
      meaning:
        "Each app has its own list of allowed grant types. The description names this app’s.",
      whoActs: "okta-admin",
      steps: [grantTypeStep],
      source: okta.codeFlow,
    },
  },
];
