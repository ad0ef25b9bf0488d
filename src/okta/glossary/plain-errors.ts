import { coreSection, okta, rfcSection } from "../sources.ts";
import type { ErrorExplanation } from "./error-explanation.ts";

const codes = rfcSection(6749, "4.2.2.1");
const openIdCodes = coreSection("3.1.2.6", "AuthError");
const systemLogStep =
  "Look at the failed event in the org’s System Log: it names the exact reason.";

/** What each `error` means by itself, where the description says no more. */
export const plainErrors = new Map<string, ErrorExplanation>(
  Object.entries({
    invalid_request: {
      title: "Okta could not make sense of the request",
      meaning: "A parameter is missing, repeated, or has a value that Okta does not accept.",
      whoActs: "app",
      steps: ["Compare the request URL with what Okta asks for, parameter by parameter."],
      source: codes,
    },
    unauthorized_client: {
      title: "The app may not ask in this way",
      meaning:
        "The app is not registered for this grant type, or not for this authorization server.",
      whoActs: "okta-admin",
      steps: [
        "In the app’s General tab, under Grant type, turn on Implicit (hybrid).",
        systemLogStep,
      ],
      source: okta.implicit,
    },
    access_denied: {
      title: "Okta refused this person or this app",
      meaning:
        "The person said no, is not allowed to use the app, or no access policy allows the request.",
      whoActs: "okta-admin",
      steps: [
        "Check that the person is assigned to the app.",
        "With a custom authorization server, check that an access policy and a rule of it allow this app, this grant and all the scopes.",
        systemLogStep,
      ],
      source: okta.createServer,
    },
    unsupported_response_type: {
      title: "The app may not ask for this kind of token",
      meaning:
        "Which kinds of token an app gets in the redirect is set for each app, and this one is not allowed this kind.",
      whoActs: "okta-admin",
      steps: [
        "In the app’s General tab, turn on Implicit (hybrid) and tick the tokens that it may ask for.",
      ],
      source: okta.implicit,
    },
    unsupported_response_mode: {
      title: "Okta cannot send the answer that way",
      meaning: "The response_mode of the request is unknown, or tokens may not travel by it.",
      whoActs: "app",
      steps: ["Leave response_mode out: tokens then come in the fragment."],
      source: okta.authorize,
    },
    invalid_scope: {
      title: "Okta does not know one of the scopes",
      meaning:
        "A scope of the request is unknown to this authorization server, malformed, or not allowed for the app.",
      whoActs: "you",
      steps: [
        "Ask for fewer scopes, until the request is accepted.",
        "Check that spaces, not commas, lie between the scopes.",
      ],
      source: okta.scopes,
    },
    server_error: {
      title: "Okta could not make the token",
      meaning: "Something went wrong while Okta was working out the token’s contents.",
      whoActs: "okta-admin",
      steps: [systemLogStep, "If the log has nothing, try again later."],
      source: codes,
    },
    temporarily_unavailable: {
      title: "Okta is busy",
      meaning: "The authorization server cannot answer just now.",
      whoActs: "you",
      steps: ["Try again in a moment."],
      source: codes,
    },
    login_required: {
      title: "Nobody is signed in",
      meaning:
        "The request asked for an answer without a sign-in page, and Okta would have had to show one.",
      whoActs: "you",
      steps: ["Send the request again without prompt=none, and sign in."],
      source: openIdCodes,
    },
    consent_required: {
      title: "The person has to agree first",
      meaning:
        "The request asked for an answer without any page, but some scopes need the person’s consent.",
      whoActs: "you",
      steps: ["Send the request again without prompt=none, and agree."],
      source: openIdCodes,
    },
    interaction_required: {
      title: "The person has to do something first",
      meaning: "The request asked for an answer without any page, and Okta needs to show one.",
      whoActs: "you",
      steps: ["Send the request again without prompt=none."],
      source: openIdCodes,
    },
    account_selection_required: {
      title: "The person has to choose an account first",
      meaning: "The request asked for an answer without any page, and Okta does not know for whom.",
      whoActs: "you",
      steps: ["Send the request again without prompt=none."],
      source: openIdCodes,
    },
    invalid_client: {
      title: "Okta does not know the app",
      meaning: "There is no app with this client ID in this org.",
      whoActs: "you",
      steps: [
        "Copy the client ID from the app’s General tab, and check that it is an app of this org.",
      ],
      source: codes,
    },
  } satisfies Record<string, ErrorExplanation>),
);

export const unknownError: ErrorExplanation = {
  title: "Okta refused the request",
  meaning: "The error is not one that the specifications or Okta’s catalogue explain.",
  whoActs: "okta-admin",
  steps: [systemLogStep],
  source: codes,
};
