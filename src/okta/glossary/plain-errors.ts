import { coreSection, okta, rfcSection, type Source } from "../sources.ts";
import {
  type Actor,
  type DescribedError,
  described,
  type ErrorExplanation,
  grantTypeStep,
} from "./error-explanation.ts";

const codes = rfcSection(6749, "4.2.2.1");
const openIdCodes = coreSection("3.1.2.6", "AuthError");
const systemLogStep = "Find the failed event in the org’s System Log. It gives the exact reason.";

function plain(
  code: string,
  whoActs: Actor,
  source: Source,
  texts: Pick<ErrorExplanation, "title" | "meaning" | "steps">,
): DescribedError {
  return described(code, /^/, whoActs, { ...texts, source });
}

export const internalError: Omit<ErrorExplanation, "whoActs"> = {
  title: "Okta had an internal error",
  meaning: "It is not about your request.",
  steps: [
    "Send a new request. A code may be used up.",
    "If it fails again, check the org’s status.",
  ],
};

/** Explains each `error` code for any description. */
export const plainErrors: readonly DescribedError[] = [
  plain("invalid_request", "app", codes, {
    title: "The request is invalid",
    meaning: "A parameter is missing, repeated, or has an invalid value.",
    steps: ["Compare the parameters of the request URL with Okta’s documentation."],
  }),
  plain("unauthorized_client", "okta-admin", okta.implicit, {
    title: "The app isn’t allowed to use this flow",
    meaning: "The app isn’t allowed to use this grant type, or this authorization server.",
    steps: [grantTypeStep, systemLogStep],
  }),
  plain("access_denied", "okta-admin", okta.createServer, {
    title: "Okta denied access",
    meaning:
      "The user declined or isn’t allowed to use the app, or no access policy allows the request.",
    steps: [
      "Check that the user is assigned to the app.",
      "On a custom server, check that an access policy rule allows this app, this grant type and all scopes.",
      systemLogStep,
    ],
  }),
  plain("unsupported_response_type", "okta-admin", okta.implicit, {
    title: "The app isn’t allowed to use this response type",
    meaning: "Each app has its own list of allowed response types. This one is not on it.",
    steps: [grantTypeStep],
  }),
  plain("unsupported_response_mode", "app", okta.authorize, {
    title: "Okta doesn’t support this response mode",
    meaning: "The request’s response_mode is unknown, or not allowed for tokens.",
    steps: [
      "Remove response_mode. Tokens are then returned in the fragment, and a code alone in the query.",
    ],
  }),
  plain("invalid_scope", "you", okta.scopes, {
    title: "A scope is not allowed",
    meaning: "A requested scope is unknown to the server, malformed, or not allowed for the app.",
    steps: [
      "Remove scopes until the request is accepted.",
      "Separate scopes with spaces, not commas.",
    ],
  }),
  plain("server_error", "okta-admin", codes, {
    title: "Okta couldn’t issue the token",
    meaning: "Okta failed while it evaluated the token’s claims.",
    steps: [systemLogStep, "If the log has no such event, try again later."],
  }),
  plain("temporarily_unavailable", "you", codes, {
    title: "Okta is busy",
    meaning: "The authorization server can’t respond at the moment.",
    steps: ["Try again in a moment."],
  }),
  plain("login_required", "you", openIdCodes, {
    title: "No user is signed in",
    meaning: "The request forbids a sign-in page (prompt=none), and Okta needs one.",
    steps: ["Send the request again without prompt=none, and sign in."],
  }),
  plain("consent_required", "you", openIdCodes, {
    title: "The user has to consent first",
    meaning: "The request forbids any page (prompt=none), but some scopes need the user’s consent.",
    steps: ["Send the request again without prompt=none, and consent."],
  }),
  plain("interaction_required", "you", openIdCodes, {
    title: "The user has to do something first",
    meaning: "The request forbids any page (prompt=none), and Okta needs one.",
    steps: ["Send the request again without prompt=none."],
  }),
  plain("account_selection_required", "you", openIdCodes, {
    title: "The user has to choose an account first",
    meaning:
      "The request forbids any page (prompt=none), and Okta doesn’t know which account to use.",
    steps: ["Send the request again without prompt=none."],
  }),
  plain("invalid_token", "you", rfcSection(6750, "3.1"), {
    title: "Okta rejected the access token",
    meaning: "The access token has expired, was revoked, or is from another server.",
    steps: ["Send the request again for a new access token."],
  }),
  plain("insufficient_scope", "you", rfcSection(6750, "3.1"), {
    title: "The access token lacks a scope",
    meaning: "The access token’s scopes don’t allow this call.",
    steps: [
      "Request one of the scopes that the error description names, and send the request again.",
    ],
  }),
  plain("invalid_grant", "you", rfcSection(6749, "5.2"), {
    title: "The code can’t be exchanged",
    meaning:
      "The code was already used, has expired, or belongs to another app, redirect URI or code verifier.",
    steps: ["Send a new request for a new code."],
  }),
  plain("unsupported_grant_type", "okta-admin", rfcSection(6749, "5.2"), {
    title: "The server doesn’t support this grant type",
    meaning: "The authorization server doesn’t exchange codes for this app.",
    steps: ["On the app’s General tab, under Grant type, select Authorization Code."],
  }),
  described("E0000047", /^/, "you", {
    title: "Okta is receiving too many requests",
    meaning: "The org’s rate limit for this endpoint is reached.",
    steps: ["Wait a minute, then send a new request."],
  }),
  described("E0000009", /^/, "you", internalError),
  described("invalid_client", /client_id/, "you", {
    title: "The org has no app with this client ID",
    meaning: "The client ID is wrong, or belongs to another org.",
    steps: ["Copy the client ID from the app’s General tab in this org."],
    source: codes,
  }),
  plain("invalid_client", "you", rfcSection(6749, "5.2"), {
    title: "Okta doesn’t know the app, or can’t authenticate it",
    meaning:
      "The client ID is wrong or belongs to another org, or the app’s credentials are wrong.",
    steps: [
      "Copy the client ID from the app’s General tab in this org.",
      "If the app has a client secret or a key, check that, too.",
    ],
  }),
];

export const unknownError: ErrorExplanation = {
  whoActs: "okta-admin",
  title: "Okta refused the request",
  meaning: "This page doesn’t know this error.",
  steps: [systemLogStep],
  source: codes,
};
