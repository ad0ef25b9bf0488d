import { coreSection, okta, rfcSection } from "../sources.ts";
import type { KnownError } from "./error-explanation.ts";

const promptParameter = coreSection("3.1.2.1", "AuthRequest");

/** What Okta finds wrong with a request as soon as it comes: from its error catalogue for OAuth 2.0. */
export const requestErrors: readonly KnownError[] = [
  {
    error: ["invalid_request"],
    description: /'state' parameter/,
    explanation: {
      title: "The state is missing or has characters that Okta refuses",
      meaning:
        "Okta insists on a state, made of letters, digits, commas, full stops, underscores and hyphens. Its answer to a bad one carries none.",
      whoActs: "app",
      steps: ["Make a new random state of allowed characters for each request. This page does."],
      source: okta.authorize,
    },
  },
  {
    error: ["invalid_request"],
    description: /'nonce' parameter/,
    explanation: {
      title: "The nonce is missing",
      meaning:
        "Whoever asks for tokens in the redirect has to send a nonce, so that the ID token can be tied to the request.",
      whoActs: "app",
      steps: ["Make a new random nonce for each request. This page does."],
      source: coreSection("3.2.2.1", "ImplicitAuthRequest"),
    },
  },
  {
    error: ["invalid_request"],
    description: /'none' for request with 'zero'/,
    explanation: {
      title: "The request contradicts itself",
      meaning: "max_age=0 asks for a new sign-in, and prompt=none forbids one.",
      whoActs: "app",
      steps: ["Leave one of the two out."],
      source: promptParameter,
    },
  },
  {
    error: ["invalid_request"],
    description: /'(?:prompt|max_age)' parameter/,
    explanation: {
      title: "A parameter has a value that Okta does not know",
      meaning:
        "prompt or max_age has a value outside of what Okta supports; its description lists what is.",
      whoActs: "app",
      steps: ["Use one of the values that the description names, or leave the parameter out."],
      source: promptParameter,
    },
  },
  {
    error: ["invalid_request"],
    description: /^Duplicate parameter/,
    explanation: {
      title: "A parameter was sent twice",
      meaning: "No parameter may occur more than once in a request.",
      whoActs: "app",
      steps: ["Send each parameter once. The description says which one was repeated."],
      source: rfcSection(6749, "3.1"),
    },
  },
  {
    error: ["invalid_request"],
    description: /^Identity provider/,
    explanation: {
      title: "Okta does not know the identity provider",
      meaning: "The request names, in idp, an identity provider that this org does not have.",
      whoActs: "app",
      steps: ["Leave idp out, or use the ID of one of the org’s identity providers."],
      source: okta.authorize,
    },
  },
  {
    error: ["invalid_request"],
    description: /PKCE/,
    explanation: {
      title: "The app needs PKCE",
      meaning:
        "The request asked for an authorization code, and for this app that takes a code challenge made with S256.",
      whoActs: "app",
      steps: ["Ask for tokens, as this page does, or add a code challenge to the request."],
      source: rfcSection(7636, "4.3"),
    },
  },
  {
    error: ["unsupported_response_type"],
    description: /response type/,
    explanation: {
      title: "The app may not ask for this kind of token",
      meaning:
        "Which tokens an app gets in the redirect is set for each app; the description lists those that this one may ask for.",
      whoActs: "okta-admin",
      steps: [
        "In the app’s General tab, under Grant type, turn on Implicit (hybrid).",
        "Tick “Allow ID Token with implicit grant type” and “Allow Access Token with implicit grant type” as needed.",
      ],
      source: okta.implicit,
    },
  },
  {
    error: ["invalid_scope"],
    description: /not configured for the authorization server/,
    explanation: {
      title: "This authorization server lacks one of the scopes",
      meaning:
        "A new custom authorization server has no groups scope, and refuses requests that ask for it.",
      whoActs: "you",
      steps: [
        "Leave out the scope: a claim that is included in any scope comes without it.",
        "Or an admin adds it: Security > API > the server > Scopes > Add Scope.",
      ],
      source: okta.createServer,
    },
  },
  {
    error: ["invalid_scope"],
    description: /^Custom scopes are not allowed/,
    explanation: {
      title: "The org authorization server has no custom scopes",
      meaning: "Scopes of your own live on custom authorization servers only.",
      whoActs: "you",
      steps: ["Leave the custom scope out, or ask a custom authorization server that has it."],
      source: okta.authorizationServers,
    },
  },
  {
    error: ["invalid_scope", "access_denied"],
    description: /require the 'openid' scope/,
    explanation: {
      title: "The openid scope is missing",
      meaning:
        "An ID token, and the scopes that OpenID Connect defines, are given only to requests that also ask for openid.",
      whoActs: "you",
      steps: ["Add openid to the scopes."],
      source: promptParameter,
    },
  },
  {
    error: ["invalid_scope"],
    description: /default scopes/,
    explanation: {
      title: "The request asks for no scope",
      meaning: "This authorization server has no default scopes, so the request has to name some.",
      whoActs: "you",
      steps: ["Ask for at least one scope: openid for an ID token."],
      source: okta.scopes,
    },
  },
  {
    error: ["unauthorized_client"],
    description: /custom authorization server/,
    explanation: {
      title: "The app may use the org authorization server only",
      meaning: "Okta keeps this app away from custom authorization servers.",
      whoActs: "you",
      steps: ["Ask the org authorization server, or use another app."],
      source: okta.authorizationServers,
    },
  },
];
