import { isSameSet } from "../../../oidc/is-same-set.ts";
import { isReasonToRefuse } from "../../../oidc/trust.ts";
import { diagnose } from "../../../okta/diagnosis.ts";
import { findGroupsClaims } from "../../../okta/groups-claims.ts";
import { findOrigins } from "../../../okta/list-origins.ts";
import type { OrgSetUp } from "../../../okta/org-set-up.ts";
import { checkRun } from "../../checks/check-run.ts";
import { issuedTokens, tokenClaimsOf } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import { countOf, joinWords } from "../../result/claims/format-count.ts";
import { listClaimsSources, placeNames } from "../../result/claims-sources.ts";
import { judgeRunIdToken } from "../../result/slots/judge-run-id-token.ts";
import { toDiagnosable } from "../../result/verdict/to-diagnosable.ts";
import type { Run } from "../../run.ts";
import type { Expectation, ExpectedClaim, LessonStep, Place, StepRequest } from "../lesson.ts";
import { lessonServerId } from "../set-up/apply-lesson-set-up.ts";

export type StepEvidence = {
  run: Run | undefined;
  /** Groups and causes are checked at the demo org only: another org's group names and set-up are unknown. */
  isDemoOrg: boolean;
  /** The demo org's current set-up, with the user who signed in. `undefined` until it is loaded, and for another org. */
  setUp?: OrgSetUp | undefined;
  /** `false`: the demo org is not set up as the step needs it. */
  isSetUp?: boolean | undefined;
};

export type StepCheck =
  | { status: "waiting"; text: string; next: "send" | "call-user-info" | "wait" }
  | { status: "done"; text: string }
  | { status: "different"; text: string; fix: "set-request" | "send" };

const done = (text: string): StepCheck => ({ status: "done", text });
const differ = (text: string): StepCheck => ({ status: "different", text, fix: "send" });

/** Checks whether a step is done. @returns The status, a text for the user, and the next action if one is needed. */
export function checkStep(step: LessonStep, evidence: StepEvidence): StepCheck {
  const { run, isSetUp } = evidence;
  if (!run?.request) return { status: "waiting", text: "Not sent yet.", next: "send" };
  if (run.tokenRequest?.status === "sending") {
    return { status: "waiting", text: "The code is being exchanged.", next: "wait" };
  }
  const otherRequest = describeOtherRequest(step.request, run.request);
  if (otherRequest) return { status: "different", text: otherRequest, fix: "set-request" };
  const outcome = checkResponse(step, run, run.request, evidence);
  return outcome.status === "different" && isSetUp === false
    ? { ...outcome, text: `${outcome.text} The demo org’s set-up differs.` }
    : outcome;
}

function checkResponse(
  step: LessonStep,
  run: Run,
  request: SentRequest,
  evidence: StepEvidence,
): StepCheck {
  const { expected, person } = step;
  const { response } = run;
  if (response.kind === "unreadable" || checkRun(run, run.receivedAtSeconds).some(isReasonToRefuse))
    return differ("Don’t use this response. The result says why.");
  const error = findError(run);
  if (expected.kind === "refused") {
    if (error === expected.error) return done(`Refused with ${error}.`);
    return differ(
      error === undefined
        ? "The request was not refused."
        : `Refused with ${error}, not ${expected.error}.`,
    );
  }
  const otherPerson = findOtherPerson(step, evidence);
  if (otherPerson !== undefined)
    return differ(`Signed in as ${otherPerson}. This step needs ${person}.`);
  if (error !== undefined) return differ(`Refused: ${error}. The result says why.`);
  const needsUserInfo = "place" in expected && expected.place === "UserInfo";
  if (needsUserInfo && !run.userInfo)
    return { status: "waiting", text: "UserInfo was not called yet.", next: "call-user-info" };
  return checkContent(expected, run, request, evidence);
}

function checkContent(
  expected: Exclude<Expectation, { kind: "refused" }>,
  run: Run,
  request: SentRequest,
  evidence: StepEvidence,
): StepCheck {
  switch (expected.kind) {
    case "claims":
      return checkClaims(expected, run);
    case "groups":
      return checkWeight(expected.weight, run) ?? checkGroups(expected, run, evidence);
    case "no_groups":
      return checkWeight(expected.weight, run) ?? checkNoGroups(expected, run, request, evidence);
    default:
      return expected satisfies never;
  }
}

function checkGroups(
  { place, groups, atLeast }: Extract<Expectation, { kind: "groups" }>,
  run: Run,
  evidence: StepEvidence,
): StepCheck {
  const found = findGroupsIn(place, run, evidence);
  const start = sentenceStart(place);
  if (found.length === 0) return differ(`${start} has no groups. The result says why.`);
  if (!evidence.isDemoOrg || (!groups && atLeast === undefined))
    return done(`${start} lists ${countOf(found.length, "group")}.`);
  const listed = !groups || found.length > 5 ? countOf(found.length, "group") : joinWords(found);
  if (groups && !isSameSet(found, groups))
    return differ(`${start} lists ${listed}. It should be ${joinWords(groups)}.`);
  if (atLeast !== undefined && found.length < atLeast)
    return differ(`${start} lists ${listed}. It should be ${atLeast} or more.`);
  return done(`${start} lists ${groups ? joinWords(groups) : listed}.`);
}

function checkNoGroups(
  { place, cause }: Extract<Expectation, { kind: "no_groups" }>,
  run: Run,
  request: SentRequest,
  evidence: StepEvidence,
): StepCheck {
  const { setUp } = evidence;
  const start = sentenceStart(place);
  if (!isReturned(place, run)) return differ(`${start} was not returned. The result says why.`);
  const found = findGroupsIn(place, run, evidence);
  if (found.length > 0) return differ(`${start} lists ${countOf(found.length, "group")}.`);
  if (cause && setUp) {
    const { causes } = diagnose(
      toDiagnosable(run, request, { setUp, userGroups: setUp.user?.groups }),
    );
    const [first] = causes;
    if (first && !causes.some(({ id }) => id === cause))
      return differ(`There are no groups, but for another reason. ${first.title}.`);
  }
  return done(`${start} has no groups.`);
}

function checkWeight(weight: "fat" | "thin" | undefined, run: Run): StepCheck | undefined {
  const { idTokenClaims } = tokenClaimsOf(run);
  if (!weight || !idTokenClaims) return undefined;
  const { kind } = judgeRunIdToken(run, idTokenClaims);
  return kind === weight || kind === "unknown"
    ? undefined
    : differ(`The ID token is ${kind}. It should be ${weight}.`);
}

function checkClaims(
  { present, absent = [] }: Extract<Expectation, { kind: "claims" }>,
  run: Run,
): StepCheck {
  const missing = present.find((claim) => !hasClaim(claim, run));
  if (missing) return differ(`${missing.name} is not in ${placeNames[missing.place]}.`);
  const surplus = absent.find((claim) => hasClaim(claim, run));
  if (surplus) return differ(`${surplus.name} is in ${placeNames[surplus.place]}.`);
  const texts = [
    ...present
      .filter(({ name }) => name !== "sub")
      .map(({ name, place }) => `${name} is in ${placeNames[place]}`),
    ...(present.length > 1 ? [] : absent.map(({ name }) => `${name} is left out`)),
  ];
  return done(`${joinWords(texts)}.`);
}

function describeOtherRequest(step: StepRequest, sent: SentRequest): string | undefined {
  const { org, server: sentTo, responseType } = sent;
  const server = sentTo.kind === "org" ? orgServer : `the server ${sentTo.id}`;
  const needed = step.server === "org" ? orgServer : `the server ${lessonServerId}`;
  // For another org, any custom server is accepted.
  const isServer =
    org === "own" && step.server === "custom" ? sentTo.kind === "custom" : server === needed;
  if (!isServer) return `The request went to ${server}. This step needs ${needed}.`;
  if (step.responseType !== responseType)
    return `The request had response_type ${responseType}. This step needs ${step.responseType}.`;
  return isSameSet(step.scopes, sent.scopes)
    ? undefined
    : `The scopes differ. This step needs ${step.scopes.join(" ")}.`;
}

const orgServer = "the org server";

/** Finds the username if someone else signed in. Not for another org, where any user can sign in. */
function findOtherPerson({ person }: LessonStep, { isDemoOrg, setUp }: StepEvidence) {
  const login = isDemoOrg ? setUp?.user?.login : undefined;
  return login === person ? undefined : login;
}

function findError({ response, tokenRequest }: Run): string | undefined {
  if (response.kind === "error") return response.error;
  const exchange = tokenRequest?.status === "sent" ? tokenRequest.exchange : undefined;
  if (exchange?.kind === "error") return exchange.error;
  return tokenRequest && exchange?.kind !== "success" ? "the code was not exchanged" : undefined;
}

function isReturned(place: Place, run: Run): boolean {
  if (place === "UserInfo") return run.userInfo !== undefined;
  const { idToken, accessToken } = issuedTokens(run);
  return (place === "ID token" ? idToken : accessToken) !== undefined;
}

function findGroupsIn(place: Place, run: Run, { setUp }: StepEvidence): readonly string[] {
  const origins = findOrigins(run.claimOrigins, setUp);
  return listClaimsSources(run)
    .filter((source) => source.place === place)
    .flatMap(({ set }) => findGroupsClaims(set.claims, origins))
    .filter(({ state }) => state === "present")
    .flatMap(({ groups }) => groups);
}

function hasClaim({ place, name }: ExpectedClaim, run: Run): boolean {
  return listClaimsSources(run).some(
    (source) => source.place === place && Object.hasOwn(source.set.claims, name),
  );
}

function sentenceStart(place: Place): string {
  return placeNames[place].replace(/^the/, "The");
}
