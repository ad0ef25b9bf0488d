import { coreSection, okta } from "../sources.ts";
import { type DescribedError, described } from "./error-explanation.ts";

const promptParameter = coreSection("3.1.2.1", "AuthRequest");

/** Errors about the user: sign-in, assignment, policy and claims. @see Okta: OAuth 2.0 error codes */
export const signInErrors: readonly DescribedError[] = [
  described("access_denied", /not assigned to the client/, "okta-admin", {
    title: "The user is not assigned to the app",
    meaning: "The user signed in, but isn’t allowed to use this app.",
    steps: [
      "Assign the user, or one of the user’s groups, on the app’s Assignments tab.",
      "Or sign in as a user who is assigned.",
    ],
    source: okta.oauthClient,
  }),
  described("access_denied", /^Policy evaluation failed/, "okta-admin", {
    title: "No access policy allows this request",
    meaning:
      "A custom server needs an access policy rule that matches the app, the user, the grant type and every scope. In a new Integrator Free org, default has none.",
    steps: [
      "Open Security > API > the server > Access Policies. Add a policy for the app if there is none.",
      "Add a rule with the request’s grant types, the user’s groups, and every requested scope. For a code, select Authorization Code. For tokens in the redirect, select Implicit (hybrid).",
    ],
    source: okta.createServer,
  }),
  described("access_denied", /scopes were (?:rejected|denied)/, "okta-admin", {
    title: "An access policy doesn’t allow the scopes",
    meaning: "An access policy rule matches this request, but doesn’t allow its scopes.",
    steps: [
      "Request fewer scopes.",
      "Or allow the scopes in the rule: Security > API > the server > Access Policies.",
    ],
    source: okta.createServer,
  }),
  described("login_required", /re-authentication or MFA/, "you", {
    title: "The user has to sign in again",
    meaning:
      "There is a session, but the app’s policy requires a newer or stronger sign-in. prompt=none forbids a sign-in page.",
    steps: ["Send the request again without prompt=none, and sign in."],
    source: promptParameter,
  }),
  described("login_required", /^Request expired/, "you", {
    title: "The request took too long",
    meaning: "Okta keeps a request for a limited time, and the sign-in took longer.",
    steps: ["Send the request again."],
  }),
  described("interaction_required", /interaction code/, "okta-admin", {
    title: "The app uses the interaction code flow",
    meaning: "Okta expects this app to show its own sign-in page, so the redirect has no tokens.",
    steps: ["On the app’s General tab, turn off Interaction Code. Or use another app."],
    source: okta.authorize,
  }),
  described("server_error", /too many groups/, "okta-admin", {
    title: "More than 100 groups match",
    meaning:
      "In most flows, a groups claim can match at most 100 groups. With more, Okta refuses the whole request.",
    steps: [
      "Narrow the claim’s filter, for example to groups whose names start with the app’s name.",
      "Or split the claim into several with at most 100 groups each.",
      "Or use the authorization code flow, which has no such limit.",
    ],
    source: okta.tooManyGroups,
  }),
  described("server_error", /system claim could not be evaluated/, "okta-admin", {
    title: "A built-in claim failed for this user",
    meaning:
      "Okta couldn’t evaluate a system claim for this user, such as sub, which is the app username.",
    steps: [
      "Check the user’s assignment to the app, and the app username in it.",
      "Find the failed event in the System Log.",
    ],
    source: okta.systemClaimReport,
  }),
  described("server_error", /claim could not be evaluated/, "okta-admin", {
    title: "A claim’s expression failed",
    meaning:
      "The claim’s expression fails for this user, so Okta issues no token. The error description says which claim.",
    steps: [
      "Check the expression’s limit. In the implicit flow it can be at most 100.",
      "Check for null: the Groups functions return null if no group matches, and Arrays.flatten fails on null. Okta calls these functions legacy, and recommends user.getGroups.",
      "Find the failed event in the System Log. Its reason is user_claim_evaluation_failure.",
    ],
    source: okta.groupFunctionLimits,
  }),
];
