import type { Check } from "../../../oidc/check.ts";
import type { ResponseProblem } from "../../../oidc/parsed-response.ts";
import type { Checks } from "../../../oidc/trust.ts";
import { diagnose } from "../../../okta/diagnosis.ts";
import { explainError } from "../../../okta/glossary/errors.ts";
import type { Change, FoundGroups, Reason } from "../../../okta/reason.ts";
import type { Run } from "../../run.ts";
import { shorten } from "../../shorten.ts";
import { tokenClaimsOf } from "../../use-user-info.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import { findNamedUser } from "../claims-sources.ts";
import { isOpaque } from "../slots/is-opaque.ts";
import { judgeRunIdToken } from "../slots/judge-run-id-token.ts";

/** What a button of the verdict does. */
export type VerdictAction = { label: string } & (
  | { kind: "change"; change: Change }
  | { kind: "call-user-info" }
  | { kind: "send-again" }
  | { kind: "see-thin" }
  | { kind: "sign-in-as-another-user" }
  | { kind: "show-run"; runId: string }
);

/** The answer to "where are the groups, and what do I change?". */
export type Verdict = {
  /** `failed`: a check failed. `error`: Okta refused, or the response can't be parsed. */
  tone: "groups" | "none" | "failed" | "error";
  heading: string;
  /** Okta's own words. */
  quote?: { error: string; description: string | undefined };
  sentences: readonly string[];
  found: readonly FoundGroups[];
  /** The first one is the primary button. */
  actions: readonly VerdictAction[];
  /** The cause in the heading, with its steps. */
  cause?: Reason;
  otherCauses: readonly Reason[];
  /** Groups are there, but others may be missing. */
  incomplete?: Reason;
};

const sendAgain: VerdictAction = { kind: "send-again", label: "Send again" };

const signInAsAnother: VerdictAction = {
  kind: "sign-in-as-another-user",
  label: "Sign in as another user",
};

const nothingFound = { found: [], otherCauses: [] };

type VerdictInput = {
  run: Run;
  /** All runs of the tab. */
  runs: readonly Run[];
  checks: Checks;
  userInfo: UserInfoCall;
};

/** Describes a run, its checks first: nothing is said about groups that a failed check makes doubtful. */
export function describeVerdict(input: VerdictInput): Verdict {
  const { run, checks } = input;
  const { response } = run;
  if (response.kind === "unreadable") return describeUnreadable(run, response.problem);
  const failed = checks.results.filter(({ status }) => status === "fail");
  const blocking = failed.filter(({ id }) => !timeCheck.test(id));
  if (blocking.length > 0) return describeFailure(input, blocking);
  if (response.kind === "error") return describeError(run, response);
  const time = failed[0];
  if (time) return describeTimeProblem(input, time);
  const undecodable = describeUndecodable(run);
  if (undecodable) return undecodable;
  return describeGroups(input);
}

const timeCheck = /\.(?:exp|iat|nbf)$/;

function describeUnreadable(run: Run, problem: ResponseProblem): Verdict {
  return {
    ...nothingFound,
    tone: "error",
    heading: "This response can’t be parsed",
    sentences: [explainResponseProblem(problem), ...sayUnrequested(run)],
    actions: [sendAgain],
  };
}

function explainResponseProblem(problem: ResponseProblem): string {
  switch (problem.code) {
    case "no_token_and_no_error":
      return "It contains neither a token nor an error. It may have been cut short.";
    case "repeated_parameter":
      return `It contains the parameter “${shorten(problem.name)}” more than once, which RFC 6749 forbids.`;
    case "malformed_escape":
      return `The parameter “${shorten(problem.name)}” contains a percent sign that starts no valid escape. It may have been cut or edited.`;
    case "not_a_number":
      return "Its expires_in is not a number of seconds.";
    default:
      return problem satisfies never;
  }
}

function sayUnrequested({ origin }: Run): readonly string[] {
  return origin === "unexpected" ? ["This tab did not request it."] : [];
}

/** The heading for a failed check; the first one in this order counts. */
const failures: readonly (readonly [id: RegExp, heading: string])[] = [
  [
    /^response\.iss$|\.iss$|^metadata\.issuer$/,
    "Don’t trust this response: it is from another issuer",
  ],
  [/\.signature$/, "Don’t trust this token: its signature is wrong"],
  [/^id_token\.(?:aud|azp)$/, "Don’t trust this token: it is for another app"],
  [/^id_token\.nonce$/, "Don’t trust this token: it is not from this request"],
  [/at_hash/, "Don’t trust these tokens: they don’t belong together"],
  [/^response\.token_type$/, "Don’t use this access token: it is not a bearer token"],
  [/\.format$/, "A token can’t be decoded"],
];

function describeFailure({ run, runs }: VerdictInput, failed: readonly Check[]): Verdict {
  const { response } = run;
  const base = {
    tone: "failed" as const,
    found: [],
    otherCauses: [],
    ...(response.kind === "error" && {
      quote: { error: response.error, description: response.description },
    }),
  };
  if (failed.some(({ id }) => id === "request.state")) {
    return run.origin === "repeated"
      ? { ...base, ...describeRepeat(run, runs) }
      : {
          ...base,
          heading: "Don’t trust this response: this tab did not request it",
          sentences: [explainUnexpected(run)],
          actions: [sendAgain],
        };
  }
  const missing = failed.find(({ id }) => id === "response.tokens");
  if (missing && failed.length === 1) {
    return {
      ...base,
      heading: "The response is not what you requested",
      sentences: [missing.detail, "Don’t rely on it."],
      actions: [sendAgain],
    };
  }
  const heading = failures.find(([id]) => failed.some((check) => id.test(check.id)))?.[1];
  return {
    ...base,
    heading: heading ?? "Don’t trust this response: a check failed",
    sentences: failed.slice(0, 3).map(({ detail }) => detail),
    actions: [sendAgain],
  };
}

function explainUnexpected({ response, expectedState }: Run): string {
  if (response.states.length === 0) {
    return "It has no state, so anyone may have sent it. Its tokens may be another user’s.";
  }
  if (response.states.length > 1) {
    return "It has more than one state, so it can’t be matched to a request.";
  }
  return expectedState === undefined
    ? "No request with its state is waiting in this tab. It may be from another tab, an old link, or an attempt to sign you in as someone else."
    : "Its state is not the one that this tab sent. It may be from another tab, or an attempt to sign you in as someone else.";
}

function describeRepeat({ response }: Run, runs: readonly Run[]) {
  const earlier = runs.find(({ request }) => request?.state === response.states[0]);
  const show: readonly VerdictAction[] = earlier
    ? [{ kind: "show-run", runId: earlier.id, label: `Show run ${earlier.number}` }]
    : [];
  return {
    heading: "This response was received before",
    sentences: [
      "A response counts once. The Back button or an old link can repeat one, and so can an attacker.",
    ],
    actions: [...show, sendAgain],
  };
}

function describeError(
  run: Run,
  error: { error: string; description: string | undefined },
): Verdict {
  const reason = run.request && diagnose({ ...describeRequest(run), refusal: error }).reasons[0];
  const explained = explainError(error.error, error.description);
  const change = reason?.change;
  return {
    ...nothingFound,
    tone: "error",
    heading: reason?.title ?? explained.title,
    quote: error,
    sentences: [reason?.expected ?? explained.meaning],
    actions: change
      ? [{ kind: "change", change, label: change.label }]
      : [error.error === "access_denied" ? signInAsAnother : sendAgain],
    ...(reason && { cause: reason }),
  };
}

function describeTimeProblem({ run }: VerdictInput, { id, detail }: Check): Verdict {
  const hasExpired = id.endsWith(".exp") && /expired/.test(detail);
  const user = findNamedUser(run);
  return {
    ...nothingFound,
    tone: "failed",
    heading: hasExpired ? "The token has expired" : "Check this computer’s clock",
    sentences: [detail, ...(user === undefined ? [] : [`The token names ${user}.`])],
    actions: [sendAgain],
  };
}

/** With a token that can't be decoded, nothing can be said about groups. */
function describeUndecodable(run: Run): Verdict | undefined {
  const { response } = run;
  if (response.kind !== "success") return undefined;
  const { idToken, accessToken } = response;
  const isEncrypted = (token: typeof idToken | typeof accessToken) =>
    token?.decoded.kind === "undecodable" && token.decoded.problem.code === "encrypted";
  const isReadable = (token: typeof idToken | typeof accessToken) =>
    token?.decoded.kind === "decoded";
  if (isReadable(idToken) || isReadable(accessToken)) return undefined;
  if (accessToken && !idToken && isOpaque(run, accessToken.decoded)) return undefined;
  return {
    ...nothingFound,
    tone: "none",
    heading:
      isEncrypted(idToken) || isEncrypted(accessToken)
        ? "The token is encrypted"
        : "The token can’t be decoded",
    sentences: [
      isEncrypted(idToken) || isEncrypted(accessToken)
        ? "Only the app with the key can decode it, so this page can’t say whether it has groups."
        : "This page can’t say whether it has groups. Its slot says why.",
    ],
    actions: [sendAgain],
  };
}

function describeGroups({ run, checks, userInfo }: VerdictInput): Verdict {
  const { found, reasons, incomplete } = diagnose(describeRequest(run));
  if (found.length > 0) {
    return {
      tone: "groups",
      heading: `Groups are in ${joinPlaces(found)}`,
      found,
      sentences: [sayFatOrThin(run), sayUser(run, checks)].filter((it) => it !== ""),
      actions: listActionsWithGroups(run, found, reasons),
      otherCauses: reasons,
      ...(incomplete && { incomplete }),
    };
  }
  const [cause, ...otherCauses] = reasons;
  const actions = reasons.flatMap(({ change }) => (change ? [toAction(change)] : []));
  const refusal = userInfo.decision.kind === "refuse" ? userInfo.decision.reason : undefined;
  return {
    tone: "none",
    heading: cause?.title ?? "No groups in this response",
    found: [],
    sentences: [
      ...(cause ? [cause.observed, cause.expected] : []),
      ...(refusal && canCallUserInfo(actions) ? [`UserInfo can’t be called: ${refusal}`] : []),
      sayUser(run, checks),
    ].filter((it) => it !== ""),
    actions: sortActions(actions, run),
    ...(cause && { cause }),
    otherCauses,
  };
}

const canCallUserInfo = (actions: readonly VerdictAction[]) =>
  actions.some(({ kind }) => kind === "call-user-info");

function toAction(change: Change): VerdictAction {
  return change.kind === "call_userinfo"
    ? { kind: "call-user-info", label: change.label }
    : { kind: "change", change, label: change.label };
}

/** Calling UserInfo gets the groups at once, without another sign-in. At most two buttons, no label twice. */
function sortActions(
  actions: readonly VerdictAction[],
  { response }: Run,
): readonly VerdictAction[] {
  const hasAccessToken = response.kind === "success" && response.accessToken !== undefined;
  const userInfo = hasAccessToken ? actions.filter(({ kind }) => kind === "call-user-info") : [];
  const others = actions.filter(({ kind }) => kind !== "call-user-info");
  const sorted = [...userInfo, ...others];
  return sorted
    .filter(({ label }, index) => sorted.findIndex((it) => it.label === label) === index)
    .slice(0, 2);
}

function listActionsWithGroups(
  { request }: Run,
  found: readonly FoundGroups[],
  reasons: readonly Reason[],
): readonly VerdictAction[] {
  const isFat =
    request?.responseType === "id_token" && found.some(({ where }) => where === "ID token");
  if (isFat) return [{ kind: "see-thin", label: "See it thin" }];
  const change = reasons.find((it) => it.change?.kind === "ask_again")?.change;
  return change ? [toAction(change)] : [];
}

const places = {
  "ID token": "the ID token",
  "Access token": "the access token",
  UserInfo: "UserInfo",
};

function joinPlaces(found: readonly FoundGroups[]): string {
  return [...new Set(found.map(({ where }) => places[where]))].join(" and ");
}

function sayFatOrThin(run: Run): string {
  const { idTokenClaims } = tokenClaimsOf(run);
  return idTokenClaims ? judgeRunIdToken(run, idTokenClaims).reason : "";
}

/** Until its signature is verified, a token only names a user. */
function sayUser(run: Run, { status, results }: Checks): string {
  const user = findNamedUser(run);
  if (user === undefined) return "";
  const signature = results.find(({ id }) => id === "id_token.signature");
  return status === "done" && signature?.status === "pass"
    ? `${user} signed in.`
    : `The token names ${user}.`;
}

function describeRequest(run: Run) {
  const { request, response, userInfo } = run;
  const { idTokenClaims, accessTokenClaims } = tokenClaimsOf(run);
  const accessToken = response.kind === "success" ? response.accessToken : undefined;
  const isAccessTokenOpaque = accessToken && isOpaque(run, accessToken.decoded);
  const returned =
    response.kind === "success" && response.idToken
      ? response.accessToken
        ? "id_token token"
        : "id_token"
      : "token";
  return {
    server: request?.server ?? { kind: "org" as const },
    responseType: request?.responseType ?? (returned as "id_token" | "token" | "id_token token"),
    scopes: request?.scopes ?? ["openid", "groups"],
    ...(idTokenClaims && { idTokenClaims }),
    ...(accessTokenClaims && !isAccessTokenOpaque && { accessTokenClaims }),
    ...(userInfo && { userInfoClaims: userInfo.claims }),
  };
}
