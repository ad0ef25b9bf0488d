import type { ErrorResponse, ResponseProblem } from "../../../oidc/parsed-response.ts";
import { explainRouterPath } from "../../../okta/causes/response-causes.ts";
import { diagnose } from "../../../okta/diagnosis.ts";
import { quoteError } from "../../../okta/explain-refusal.ts";
import type { FoundCause } from "../../../okta/found-cause.ts";
import { explainError } from "../../../okta/glossary/errors.ts";
import { explainTokenRequest } from "../../explain-token-request.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run, TokenRequestState } from "../../run.ts";
import { shorten } from "../../shorten.ts";
import { writeVisible } from "../claims/VisibleText.tsx";
import { buildAdminUrl } from "./admin-url.ts";
import { listActions } from "./label-set-up-change.ts";
import { findSetUpPlace } from "./set-up-place.ts";
import { toDiagnosable } from "./to-diagnosable.ts";
import {
  type Description,
  sendNewRequest,
  type VerdictAction,
  type VerdictInput,
} from "./verdict-data.ts";

export function describeUnreadable(run: Run, problem: ResponseProblem): Description {
  const origin =
    run.origin === "unstored"
      ? ["The browser stores nothing for this page, so it can’t match the response to a request."]
      : run.origin === "requested"
        ? []
        : ["This tab didn’t request it."];
  return {
    tone: "error",
    heading: "This response can’t be parsed",
    sentences: [explainProblem(problem), ...origin],
    primary: sendNewRequest,
  };
}

export function explainProblem(problem: ResponseProblem): string {
  switch (problem.code) {
    case "no_token_and_no_error":
      return "It contains neither a token nor an error. It may have been cut off.";
    case "misplaced_token":
      return "It has a token or a secret, but not in a parameter that an app would find. Something may have changed or escaped the = and & around it.";
    case "too_many_parameters":
      return `It has more than ${problem.limit} parameters. This page reads no further.`;
    case "repeated_parameter":
      return `It contains the parameter “${quoteName(problem.name)}” more than once, which RFC 6749 forbids.`;
    case "malformed_escape":
      return `The parameter “${quoteName(problem.name)}” has a percent sign that starts no valid escape. It may have been cut off or edited.`;
    case "not_a_number":
      return "Its expires_in is not a number of seconds.";
    default:
      return problem satisfies never;
  }
}

function quoteName(name: string): string {
  return writeVisible(shorten(name));
}

/** Describes a response behind a router's path. Its contents don't matter, because an app can't find them there. */
export function describeMoved({ run }: VerdictInput, path: string): Description {
  const { response, request } = run;
  const cause = explainRouterPath(writeVisible(shorten(path)), response.returnedIn);
  return {
    tone: "error",
    heading: cause.title,
    sentences: [
      cause.observed,
      cause.expected,
      ...(request ? [] : ["This tab did not request it, so don’t trust it."]),
    ],
    primary: sendNewRequest,
    cause,
  };
}

export function describeError(
  { run, runs, setUp: orgSetUp, serverScopes }: VerdictInput,
  request: SentRequest,
  response: ErrorResponse,
): Description {
  const { error, description } = response;
  const second = describeSecondRequest(request, error, runs);
  if (second) return second;
  const [cause, ...others] = diagnose(
    toDiagnosable(run, request, { setUp: orgSetUp, serverScopes }),
  ).causes;
  const explained = explainError(error, description);
  const adminUrl =
    cause?.adminPath === undefined || request.org === "demo"
      ? undefined
      : buildAdminUrl(request.orgUrl, cause.adminPath);
  const fixes = cause ? listActions(cause) : [];
  const actions = fixes.length > 0 ? fixes : [findAction(error)];
  // If the only fix is on a set-up page, sending again is the secondary action.
  const isSecond = fixes.length === 0 && findSetUpPlace(request, response) !== undefined;
  const [primary, ...secondary] = isSecond ? [undefined, ...actions] : actions;
  return {
    tone: "error",
    heading: cause?.title ?? explained.title,
    sentences: cause ? [...listObserved(cause, response), cause.expected] : [explained.meaning],
    primary,
    secondary: secondary.filter((it) => it !== undefined),
    cause,
    adminUrl,
    others,
  };
}

/** Lists what was observed, unless that repeats the quoted error. */
function listObserved(
  { observed }: FoundCause,
  { error, description }: Pick<ErrorResponse, "error" | "description">,
): readonly string[] {
  return observed === quoteError(error, description) ? [] : [observed];
}

function findAction(error: string): VerdictAction {
  return error === "access_denied"
    ? { kind: "sign-in-as-another-user", label: "Sign in as another user" }
    : sendNewRequest;
}

/** Errors of a request that may not show the user a page: OpenID Connect Core 1.0 §3.1.2.6. */
export const needsUser: readonly string[] = [
  "login_required",
  "interaction_required",
  "account_selection_required",
  "consent_required",
];

/** A comparison first sends its second request without a sign-in page. If Okta needs the page, that is no mistake. */
function describeSecondRequest(
  { comparison }: SentRequest,
  error: string,
  runs: readonly Run[],
): Description | undefined {
  if (comparison?.step !== "thin" || !comparison.isSilent || !needsUser.includes(error)) {
    return undefined;
  }
  const fat = runs.find(({ id }) => id === comparison.fatRunId);
  return {
    tone: "none",
    heading: "The second request needs you to sign in",
    sentences: [
      fat ? `Run ${fat.number} has the fat ID token.` : "The first request is done.",
      "The second request was sent without a sign-in page, and Okta refused it.",
    ],
    primary: {
      kind: "sign-in-for-second-request",
      label: "Sign in for the second request",
      next: { ...comparison, isSilent: false },
    },
  };
}

export function describeCode(input: VerdictInput, request: SentRequest): Description {
  const { run, setUp } = input;
  const { tokenRequest } = run;
  const explained = explainTokenRequest(run, input);
  const heading = explained?.title ?? "";
  const sentences = [...(explained?.sentences ?? []), ...(explained?.steps ?? [])];
  if (tokenRequest?.status === "sending") return { tone: "none", heading, sentences };
  if (tokenRequest?.status === "unsent" && explained?.canExchange) {
    const primary = buildExchange(tokenRequest);
    return { tone: "none", heading, sentences, primary, secondary: [sendNewRequest] };
  }
  if (tokenRequest?.status !== "sent" || tokenRequest.exchange.kind !== "error") {
    return { tone: "error", heading, sentences, primary: sendNewRequest };
  }
  const { error, description } = tokenRequest.exchange;
  const [cause] = diagnose(toDiagnosable(run, request, { setUp })).causes;
  const [primary = sendNewRequest, ...secondary] = cause ? listActions(cause) : [];
  // The general cause `refused` says less than the explanation of the token request.
  const exact = cause?.id === "refused" ? undefined : cause;
  return {
    tone: "error",
    heading: exact?.title ?? heading,
    quote: { error, description },
    // The cause shows the steps, so they are left out here.
    sentences: exact
      ? [...listObserved(exact, tokenRequest.exchange), exact.expected]
      : (explained?.sentences ?? []),
    cause,
    primary,
    secondary,
  };
}

/** Adds sentences and a button for the code of a hybrid response, if the code waits for the user. */
export function withWaitingCode(description: Description, input: VerdictInput): Description {
  const { tokenRequest } = input.run;
  const explained = explainTokenRequest(input.run, input);
  if (tokenRequest?.status !== "unsent" || !explained?.canExchange) return description;
  const { title, sentences, steps } = explained;
  return {
    ...description,
    sentences: [...description.sentences, `${title}.`, ...sentences, ...steps],
    secondary: [...(description.secondary ?? []), buildExchange(tokenRequest)],
  };
}

function buildExchange(
  tokenRequest: Extract<TokenRequestState, { status: "unsent" }>,
): VerdictAction {
  const { reason, tokenEndpoint } = tokenRequest;
  return reason === "foreign_endpoint" && tokenEndpoint !== undefined
    ? {
        kind: "exchange-code",
        label: `Send the code to ${new URL(tokenEndpoint).host}`,
        allowsForeignEndpoint: true,
      }
    : { kind: "exchange-code", label: "Exchange the code", allowsForeignEndpoint: false };
}
