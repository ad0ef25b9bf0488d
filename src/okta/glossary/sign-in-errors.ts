import { coreSection, okta } from "../sources.ts";
import type { KnownError } from "./error-explanation.ts";

const promptParameter = coreSection("3.1.2.1", "AuthRequest");

/**
 * What Okta refuses once it knows who asks: the sign-in itself, assignment, policy and the claims. From its error
 * catalogue for OAuth 2.0.
 */
export const signInErrors: readonly KnownError[] = [
  {
    error: ["access_denied"],
    description: /not assigned to the client/,
    explanation: {
      title: "The person is not assigned to the app",
      meaning: "Signing in went well, but this person may not use this app.",
      whoActs: "okta-admin",
      steps: [
        "Assign the person, or one of the person’s groups, in the app’s Assignments tab.",
        "Or sign in as somebody who is assigned.",
      ],
      source: okta.groupsClaim,
    },
  },
  {
    error: ["access_denied"],
    description: /^Policy evaluation failed/,
    explanation: {
      title: "No access policy allows this request",
      meaning:
        "A custom authorization server answers only if a rule of an access policy fits the app, the person, the grant and every scope. A new org’s default server has no policy at all.",
      whoActs: "okta-admin",
      steps: [
        "Open Security > API > the server > Access Policies, and add a policy for the app if there is none.",
        "Give it a rule with the grant type Implicit, this person’s groups, and every scope that the request asks for.",
      ],
      source: okta.createServer,
    },
  },
  {
    error: ["access_denied"],
    description: /scopes were (?:rejected|denied)/,
    explanation: {
      title: "An access policy refuses the scopes",
      meaning: "A rule of the access policy fits this request but does not allow its scopes.",
      whoActs: "okta-admin",
      steps: [
        "Ask for fewer scopes.",
        "Or allow the scopes in the rule: Security > API > the server > Access Policies.",
      ],
      source: okta.createServer,
    },
  },
  {
    error: ["login_required"],
    description: /re-authentication or MFA/,
    explanation: {
      title: "Okta wants the person to sign in again",
      meaning:
        "There is a session, but the app’s policy asks for a newer or stronger sign-in, and prompt=none forbids the page for it.",
      whoActs: "you",
      steps: ["Send the request again without prompt=none, and sign in."],
      source: promptParameter,
    },
  },
  {
    error: ["login_required"],
    description: /^Request expired/,
    explanation: {
      title: "The request took too long",
      meaning: "Okta keeps a request for a while only, and the sign-in came after that.",
      whoActs: "you",
      steps: ["Send the request again."],
    },
  },
  {
    error: ["interaction_required"],
    description: /interaction code/,
    explanation: {
      title: "The app uses the interaction code flow",
      meaning:
        "Okta expects this app to show its own sign-in page, and does not answer a redirect with tokens.",
      whoActs: "okta-admin",
      steps: [
        "In the app’s General tab, turn off Interaction Code, or use another app for this page.",
      ],
      source: okta.authorize,
    },
  },
  {
    error: ["server_error"],
    description: /too many groups/,
    explanation: {
      title: "More than 100 groups match",
      meaning:
        "A groups claim may match at most 100 groups in the implicit flow. With more, Okta sends no token at all rather than a part of them.",
      whoActs: "okta-admin",
      steps: [
        "Narrow the filter of the groups claim, for example to the groups whose names begin with the app’s name.",
        "Or split it into several claims of at most 100 groups each.",
      ],
      source: okta.createServer,
    },
  },
  {
    error: ["server_error"],
    description: /claim could not be evaluated/,
    explanation: {
      title: "A claim’s expression failed",
      meaning:
        "The expression of a claim has an error for this person, and without that claim Okta sends no token. The description names the claim.",
      whoActs: "okta-admin",
      steps: [
        "Check the expression: its limit may be 100 at most, and a function that finds no group gives null, which others refuse.",
        "Look at the failed event in the org’s System Log: its reason is user_claim_evaluation_failure.",
      ],
      source: okta.createServer,
    },
  },
];
