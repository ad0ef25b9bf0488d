import { isReasonToRefuse } from "../../../oidc/trust.ts";
import { diagnose, listOrigins } from "../../../okta/diagnosis.ts";
import { findGroupsClaims } from "../../../okta/groups-claims.ts";
import type { OrgSetUp } from "../../../okta/org-set-up.ts";
import { checkRun } from "../../checks/check-run.ts";
import { issuedTokens, tokenClaimsOf } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import { listClaimsSources } from "../../result/claims-sources.ts";
import { judgeRunIdToken } from "../../result/slots/judge-run-id-token.ts";
import { toDiagnosable } from "../../result/verdict/to-diagnosable.ts";
import type { Run } from "../../run.ts";
import type { Expectation, ExpectedClaim, LessonStep, Place, StepRequest } from "../lesson.ts";
import { lessonServerId } from "../set-up/apply-lesson-set-up.ts";
import { joinWords } from "./join-words.ts";

export type StepEvidence = {
  run: Run | undefined;
  /** Another org's groups have other names, and nobody knows its set-up. */
  isDemoOrg: boolean;
  /** As the demo org is now, with the user who signed in. `undefined`: not read yet, or another org's. */
  setUp?: OrgSetUp | undefined;
  /** `false`: the demo org is not set up as the step needs it. */
  isSetUp?: boolean | undefined;
};

export type StepCheck =
  | { status: "waiting"; text: string; next: "send" | "call-user-info" | "wait" }
  | { status: "done"; text: string }
  | { status: "different"; text: string; fix: StepFix };

export type StepFix = "set-request" | "send" | "set-up";

export function checkStep(step: LessonStep, evidence: StepEvidence): StepCheck {
  const { run } = evidence;
  const { expected } = step;
  if (!run?.request) return { status: "waiting", text: "Not sent yet.", next: "send" };
  if (run.tokenRequest?.status === "sending") {
    return { status: "waiting", text: "The code is being exchanged.", next: "wait" };
  }
  const otherRequest = describeOtherRequest(step.request, run.request);
  if (otherRequest) return { status: "different", text: otherRequest, fix: "set-request" };
  const { response } = run;
  if (response.kind === "unreadable" || checkRun(run, run.receivedAtSeconds).some(isReasonToRefuse))
    return differ(evidence, "Don’t use this response. The result says why.");

  const error = findError(run);
  if (expected.kind === "refused") return checkRefusal(expected.error, error, evidence);
  const otherPerson = findOtherPerson(step, evidence);
  if (otherPerson !== undefined) {
    return differ(evidence, `Signed in as ${otherPerson}. This step needs ${step.person}.`);
  }
  if (error !== undefined) return differ(evidence, `Refused: ${error}. The result says why.`);
  if (needsUserInfo(expected) && !run.userInfo) {
    return { status: "waiting", text: "UserInfo was not called yet.", next: "call-user-info" };
  }
  return checkResponse(expected, run, run.request, evidence);
}

function checkRefusal(
  expected: string,
  error: string | undefined,
  evidence: StepEvidence,
): StepCheck {
  if (error === expected) return done(`Refused with ${expected}.`);
  return differ(
    evidence,
    error === undefined
      ? "The request was not refused."
      : `Refused with ${error}, not ${expected}.`,
  );
}

function checkResponse(
  expected: Exclude<Expectation, { kind: "refused" }>,
  run: Run,
  request: SentRequest,
  evidence: StepEvidence,
): StepCheck {
  switch (expected.kind) {
    case "claims":
      return checkClaims(expected, run, evidence);
    case "groups":
      return checkWeight(expected.weight, run, evidence) ?? checkGroups(expected, run, evidence);
    case "no_groups":
      return (
        checkWeight(expected.weight, run, evidence) ??
        checkNoGroups(expected, run, request, evidence)
      );
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
  if (found.length === 0) return differ(evidence, `${start} has no groups. The result says why.`);
  if (!evidence.isDemoOrg || (!groups && atLeast === undefined)) {
    return done(`${start} lists ${count(found.length)}.`);
  }
  const listed = !groups || found.length > 5 ? count(found.length) : joinWords(found);
  if (groups && !isSameSet(found, groups)) {
    return differ(evidence, `${start} lists ${listed}. It should be ${joinWords(groups)}.`);
  }
  if (atLeast !== undefined && found.length < atLeast) {
    return differ(evidence, `${start} lists ${listed}. It should be ${atLeast} or more.`);
  }
  return done(`${start} lists ${groups ? joinWords(groups) : listed}.`);
}

function checkNoGroups(
  { place, cause }: Extract<Expectation, { kind: "no_groups" }>,
  run: Run,
  request: SentRequest,
  evidence: StepEvidence,
): StepCheck {
  if (!isReturned(place, run)) {
    return differ(evidence, `${sentenceStart(place)} was not returned. The result says why.`);
  }
  const found = findGroupsIn(place, run, evidence);
  if (found.length > 0) {
    return differ(evidence, `${sentenceStart(place)} lists ${count(found.length)}.`);
  }
  const { setUp } = evidence;
  if (cause && setUp) {
    const { reasons } = diagnose(
      toDiagnosable(run, request, { setUp, userGroups: setUp.user?.groups }),
    );
    const [first] = reasons;
    if (first && !reasons.some(({ id }) => id === cause)) {
      return differ(evidence, `There are no groups, but for another reason. ${first.title}.`);
    }
  }
  return done(`${sentenceStart(place)} has no groups.`);
}

function checkWeight(
  weight: "fat" | "thin" | undefined,
  run: Run,
  evidence: StepEvidence,
): StepCheck | undefined {
  const { idTokenClaims } = tokenClaimsOf(run);
  if (!weight || !idTokenClaims) return undefined;
  const { kind } = judgeRunIdToken(run, idTokenClaims);
  if (kind === weight || kind === "unknown") return undefined;
  return differ(evidence, `The ID token is ${kind}. It should be ${weight}.`);
}

function checkClaims(
  { present, absent = [] }: Extract<Expectation, { kind: "claims" }>,
  run: Run,
  evidence: StepEvidence,
): StepCheck {
  const missing = present.find((claim) => !hasClaim(claim, run));
  if (missing) return differ(evidence, `${missing.name} is not in ${inSentence(missing.place)}.`);
  const surplus = absent.find((claim) => hasClaim(claim, run));
  if (surplus) return differ(evidence, `${surplus.name} is in ${inSentence(surplus.place)}.`);
  const texts = [
    ...present
      .filter(({ name }) => name !== "sub")
      .map(({ name, place }) => `${name} is in ${inSentence(place)}`),
    ...(present.length > 1 ? [] : absent.map(({ name }) => `${name} is left out`)),
  ];
  return done(`${joinWords(texts)}.`);
}

function done(text: string): StepCheck {
  return { status: "done", text };
}

/** If the set-up differs, sending once more is no help. */
function differ({ isSetUp }: StepEvidence, text: string): StepCheck {
  return isSetUp === false
    ? { status: "different", text: `${text} The demo org’s set-up differs.`, fix: "set-up" }
    : { status: "different", text, fix: "send" };
}

function describeOtherRequest(step: StepRequest, sent: SentRequest): string | undefined {
  const server = describeServer(sent);
  const stepServer = describeStepServer(step, sent);
  if (server !== stepServer) return `The request went to ${server}. This step needs ${stepServer}.`;
  if (step.responseType !== sent.responseType) {
    return `The request had response_type ${sent.responseType}. This step needs ${step.responseType}.`;
  }
  const isSame = isSameSet(step.scopes, sent.scopes);
  return isSame ? undefined : `The scopes differ. This step needs ${step.scopes.join(" ")}.`;
}

function describeServer({ server }: SentRequest): string {
  return server.kind === "org" ? "the org server" : `the server ${server.id}`;
}

/** Any custom server of another org will do. */
function describeStepServer(step: StepRequest, { org, server }: SentRequest): string {
  if (step.server === "org") return "the org server";
  return `the server ${org === "own" && server.kind === "custom" ? server.id : lessonServerId}`;
}

/** Of the demo org only: for another org, the user signs in as whom they like. */
function findOtherPerson(
  { person }: LessonStep,
  { isDemoOrg, setUp }: StepEvidence,
): string | undefined {
  const login = isDemoOrg ? setUp?.user?.login : undefined;
  return login === person ? undefined : login;
}

function findError({ response, tokenRequest }: Run): string | undefined {
  if (response.kind === "error") return response.error;
  const exchange = tokenRequest?.status === "sent" ? tokenRequest.exchange : undefined;
  if (exchange?.kind === "error") return exchange.error;
  return tokenRequest && exchange?.kind !== "success" ? "the code was not exchanged" : undefined;
}

function needsUserInfo(expected: Expectation): boolean {
  return "place" in expected && expected.place === "UserInfo";
}

function isReturned(place: Place, run: Run): boolean {
  if (place === "UserInfo") return run.userInfo !== undefined;
  const { idToken, accessToken } = issuedTokens(run);
  return (place === "ID token" ? idToken : accessToken) !== undefined;
}

function findGroupsIn(place: Place, run: Run, { setUp }: StepEvidence): readonly string[] {
  const origins = setUp && listOrigins(setUp);
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

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(other);
  return new Set(one).size === names.size && one.every((name) => names.has(name));
}

function count(groups: number): string {
  return groups === 1 ? "1 group" : `${groups} groups`;
}

function inSentence(place: Place): string {
  return { "ID token": "the ID token", "Access token": "the access token", UserInfo: "UserInfo" }[
    place
  ];
}

function sentenceStart(place: Place): string {
  return inSentence(place).replace(/^the/, "The");
}
