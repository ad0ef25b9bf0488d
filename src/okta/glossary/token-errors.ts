import { okta, rfcSection } from "../sources.ts";
import { type DescribedError, described, grantTypeStep } from "./error-explanation.ts";

const tokenRequest = rfcSection(6749, "4.1.3");
const verifierCheck = rfcSection(7636, "4.6");

/** Errors of the token endpoint. @see Okta: OAuth 2.0 error codes; RFC 6749 §5.2 */
export const tokenErrors: readonly DescribedError[] = [
  described("invalid_grant", /authorization code is invalid or has expired/, "you", {
    title: "The code was already used, has expired, or is from another server",
    meaning: "Okta accepts a code only once, and only for five minutes.",
    steps: [
      "Send a new request for a new code.",
      "If a code is sent twice, someone may have copied it, and Okta may revoke its tokens.",
    ],
    source: okta.authorize,
  }),
  described("invalid_grant", /issued to another client/, "app", {
    title: "The code belongs to another app",
    meaning: "The token request must have the same client ID as the authorization request.",
    steps: ["Send a new request, and exchange the code with the same client ID."],
    source: tokenRequest,
  }),
  described("invalid_grant", /'redirect_uri' does not match/, "app", {
    title: "The redirect URI is different",
    meaning: "The token request must repeat the redirect_uri of the authorization request exactly.",
    steps: [
      "Send both requests with the same redirect_uri. For a request from this page, that is the page’s address.",
    ],
    source: tokenRequest,
  }),
  described("invalid_grant", /^PKCE verification failed/, "you", {
    title: "The code verifier doesn’t match the code",
    meaning:
      "The verifier’s hash is not the code challenge of the authorization request. The code may be from another request.",
    steps: ["Start a new sign-in, and finish it in the same browser tab."],
    source: verifierCheck,
  }),
  described("invalid_request", /issued for another authorization server/, "you", {
    title: "The code belongs to another authorization server",
    meaning: "A code can be exchanged only at the server that issued it.",
    steps: ["Send a new request to the server that you want tokens from."],
    source: okta.authorizationServers,
  }),
  described("invalid_request", /PKCE code verifier is required/, "app", {
    title: "The code verifier is missing",
    meaning:
      "The authorization request had a code challenge, so the token request needs its verifier.",
    steps: ["Keep the verifier until the code is exchanged, and send it with the code."],
    source: rfcSection(7636, "4.5"),
  }),
  described("invalid_request", /code challenge should be specified/, "app", {
    title: "The authorization request had no code challenge",
    meaning: "The token request has a code verifier, but there is no challenge to compare it with.",
    steps: ["Send the code challenge with the authorization request."],
    source: rfcSection(7636, "4.3"),
  }),
  described(
    "invalid_request",
    /whitelisted redirect_uri|registered Trusted Origins/,
    "okta-admin",
    {
      title: "Okta doesn’t accept token requests from the page’s origin",
      meaning:
        "The page’s origin must be the origin of one of the app’s sign-in redirect URIs, or a trusted origin.",
      steps: [
        "Add the page’s address to the app’s sign-in redirect URIs.",
        "Or add its origin under Security > API > Trusted Origins, with CORS.",
      ],
      source: okta.cors,
    },
  ),
  described("invalid_client", /must use Proof Key for Code Exchange/, "app", {
    title: "Okta requires PKCE from apps in a browser",
    meaning: "A page can’t keep a secret, so it needs a code challenge and its verifier.",
    steps: ["Send the code challenge with the authorization request."],
    source: okta.codeFlow,
  }),
  described(
    "invalid_client",
    /No client credentials|Client authentication failed|client secret/,
    "okta-admin",
    {
      title: "The app expects a client secret",
      meaning: "The app is set up to keep a secret on a server. A page can’t keep one.",
      steps: [
        "Use an app of the type Single-Page Application.",
        "Or on the app’s General tab, set Client authentication to None, and require PKCE.",
      ],
      source: okta.codeFlow,
    },
  ),
  described("unauthorized_client", /provided grant type/, "okta-admin", {
    title: "The app isn’t allowed to use this flow",
    meaning:
      "Each app has its own list of allowed grant types. The error description lists this app’s.",
    steps: [grantTypeStep],
    source: okta.codeFlow,
  }),
];
