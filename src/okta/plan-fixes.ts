import { joinClauses, noGroups } from "./causes/cause.ts";
import { changeSetUp, isOverLimit } from "./causes/changed-set-up.ts";
import type { Change, FoundCause, RunToDiagnose } from "./found-cause.ts";
import { mergeRequests, sendRequest, sendScopes, useCode } from "./groups-request.ts";
import type { OrgSetUp } from "./org-set-up.ts";
import { predictWithSetUp } from "./prediction-with-set-up/predict-with-set-up.ts";
import { buildPredictedRun, hasNoGroups } from "./prediction-with-set-up/predicted-run.ts";
import { maxGroups, type TokenFlow } from "./set-up-rules/evaluate-claim.ts";

type FindCauses = (run: RunToDiagnose) => readonly FoundCause[];
type Changes = Pick<FoundCause, "change" | "setUpChange">;

type KnownRun = RunToDiagnose & {
  setUp: OrgSetUp;
  clientId: string;
  /** The flow for which the org evaluated the expressions. */
  evaluatedFlow: TokenFlow;
};

type Identity = Partial<Pick<FoundCause, "id" | "claim">>;

/** A problem that remains after the previous problem is fixed. Only a predicted refusal has no `id`. */
type Fault = Changes &
  Identity &
  Pick<FoundCause, "steps" | "consolePath"> & {
    consequence: string;
    /** Why Okta would refuse the request. */
    refusal?: string;
  };

/** Further problems are named after these are fixed. */
const maxFaults = 3;

/**
 * Puts the cause first whose change alone returns groups, as predicted from the org's set-up. If several changes are
 * needed, the first cause also names the other changes.
 */
export function planFixes(
  causes: readonly FoundCause[],
  { setUp, clientId, ...others }: RunToDiagnose,
  findCauses: FindCauses,
): readonly FoundCause[] {
  if (!setUp || clientId === undefined) return causes;
  const evaluatedFlow = others.responseType === "code" ? "code" : "implicit";
  const run = { ...others, setUp, clientId, evaluatedFlow } as const;
  const [first, ...rest] = rankByHelp(causes, run);
  if (!first) return causes;
  const { cause, faults } = isFutile(first, run)
    ? planFurther(first, run, findCauses)
    : { cause: first, faults: rest.filter((it) => isPartOf(it, first)).slice(0, 1) };
  const planned = faults.reduce<FoundCause>(
    (it, fault, index) => addFault(it, fault, causes, index),
    cause,
  );
  return [planned, ...rest.filter((it) => !faults.some((fault) => isSame(it, fault)))];
}

/** Whether both are the same cause of the same claim, or refusals with the same fix. */
function isSame(one: Identity & Changes, other: Identity & Changes): boolean {
  if (one.id !== other.id) return false;
  return one.id === undefined ? writeFix(one) === writeFix(other) : one.claim === other.claim;
}

function writeFix({ change, setUpChange }: Changes): string {
  return JSON.stringify([change, setUpChange]);
}

/** Puts causes last if none of their changes can return groups. */
function rankByHelp(causes: readonly FoundCause[], run: KnownRun): readonly FoundCause[] {
  return causes
    .map((it) => omitFutile(it, run))
    .toSorted((a, b) => Number(isFutile(a, run)) - Number(isFutile(b, run)));
}

/** Removes the change of the request if only the change of the set-up helps. */
function omitFutile(cause: FoundCause, run: KnownRun): FoundCause {
  const { change, ...others } = cause;
  const isOnlySetUp = change && isFutile({ change }, run) && !isFutile(others, run);
  return isOnlySetUp ? { ...others, whoActs: "okta-admin" } : cause;
}

/** Whether groups will certainly still be missing after each of the changes. */
function isFutile({ change, setUpChange }: Changes, run: KnownRun): boolean {
  const changes: readonly Changes[] = [
    ...(change ? [{ change }] : []),
    ...(setUpChange ? [{ setUpChange }] : []),
  ];
  return changes.every((it) => {
    const changed = changeRun(it, run);
    return changed && hasNoGroups(predictRun(changed));
  });
}

/** Applies the change of the request, else of the set-up. `undefined` if the page can't predict the result. */
function changeRun({ change, setUpChange }: Changes, run: KnownRun): KnownRun | undefined {
  const { setUp, server, responseType } = run;
  if (change?.kind === "call_userinfo") return undefined;
  if (change) {
    const changed = { ...run, ...change.request };
    if (changed.server.kind === "org")
      return { ...changed, setUp: { ...setUp, server: undefined } };
    return server.kind === "custom" && server.id === changed.server.id ? changed : undefined;
  }
  const changed = setUpChange && changeSetUp(setUpChange, setUp, responseType);
  return changed && { ...run, setUp: changed };
}

function predictRun({ server, responseType, scopes, clientId, setUp, evaluatedFlow }: KnownRun) {
  return predictWithSetUp({ server, responseType, scopes, clientId }, setUp, evaluatedFlow);
}

type Plan = { cause: FoundCause; faults: readonly Fault[]; isSolved: boolean };

/** Plans all needed fixes, starting with the change of the request. If that plan fails, starts with the set-up. */
function planFurther(first: FoundCause, run: KnownRun, findCauses: FindCauses): Plan {
  const { change, ...others } = first;
  const plan = planAfter(first, run, findCauses);
  return plan.isSolved || !change || !first.setUpChange
    ? plan
    : planAfter({ ...others, whoActs: "okta-admin" }, run, findCauses);
}

function planAfter(cause: FoundCause, run: KnownRun, findCauses: FindCauses): Plan {
  const faults: Fault[] = [];
  let changed = changeRun(cause, run);
  while (changed && hasNoGroups(predictRun(changed))) {
    const fault = faults.length < maxFaults - 1 ? findFault(changed, findCauses) : undefined;
    if (!fault) return { cause, faults, isSolved: false };
    const replaced = replaceFlow(cause, fault, run);
    if (replaced) return { cause: replaced, faults, isSolved: true };
    const isRepeated = [cause, ...faults].some((it) => isSame(it, fault) || isUndoneBy(it, fault));
    if (isRepeated) return { cause, faults, isSolved: false };
    faults.push(fault);
    changed = changeRun(fault, changed);
  }
  const last = faults.at(-1) ?? cause;
  return { cause, faults, isSolved: Boolean(last.change ?? last.setUpChange) };
}

/** Whether a second change of the request replaces the response type of the first change. */
function isUndoneBy({ change: first }: Changes, { change: second }: Changes): boolean {
  if (first?.kind !== "send_request" || second?.kind !== "send_request") return false;
  const [before, after] = [first.request.responseType, second.request.responseType];
  return before !== undefined && after !== undefined && before !== after;
}

/** Suggests a code directly if Okta would refuse the suggested flow because of too many groups. */
function replaceFlow(
  { change, ...cause }: FoundCause,
  fault: Fault,
  run: KnownRun,
): FoundCause | undefined {
  if (change?.kind !== "send_request" || change.request.responseType === undefined)
    return undefined;
  if (!fault.refusal || fault.setUpChange || !isOverLimit(run.setUp, run.responseType))
    return undefined;
  const { scopes } = change.request;
  const more = scopes?.includes("groups") && !run.scopes.includes("groups") ? ", with groups" : "";
  const code = sendRequest(`${useCode.label}${more}`, { ...change.request, responseType: "code" });
  const changed = changeRun({ change: code }, run);
  const predicted = changed && predictRun(changed);
  if (!predicted || predicted.refusal) return undefined;
  const replaced = {
    ...cause,
    expected: `${cause.expected} Okta would refuse that request: ${fault.refusal}`,
    change: code,
  };
  return hasNoGroups(predicted)
    ? { ...replaced, expected: `${replaced.expected} Switch to Code + PKCE first.` }
    : { ...replaced, steps: [`Use Code + PKCE. It has no limit of ${maxGroups} groups.`] };
}

/** Finds why the predicted response has no groups. */
function findFault(run: KnownRun, findCauses: FindCauses): Fault | undefined {
  const prediction = predictRun(run);
  const { refusal } = prediction;
  if (refusal) {
    const { setUpChange, reason, setting = reason } = refusal;
    const change = refusal.change
      ? sendScopes(refusal.change)
      : [useCode].find((it) => !isFutile({ change: it }, run));
    return {
      refusal: reason,
      consequence: `Okta will refuse the request. ${setting}`,
      steps: [],
      ...(change && { change }),
      ...(setUpChange && { setUpChange }),
    };
  }
  const [fault] = rankByHelp(findCauses(buildPredictedRun(run, prediction)), run);
  return (
    fault && {
      ...fault,
      consequence: fault.because
        ? `there will still be no groups, because ${joinClauses(fault.because)}.`
        : `another problem remains. ${fault.title}.`,
    }
  );
}

/** Whether another cause's change includes the change of this cause. */
function isPartOf(cause: Changes, other: Changes): boolean {
  const [part, whole] = [listSettings(cause), listSettings(other)];
  return part.length > 0 && part.length < whole.length && part.every((it) => whole.includes(it));
}

function listSettings({ change, setUpChange }: Changes): readonly string[] {
  const list = (settings: object) => Object.entries(settings).map((it) => JSON.stringify(it));
  const { claim, to } = setUpChange?.kind === "change_claim" ? setUpChange : {};
  return [
    ...(change?.kind === "send_request" ? list(change.request) : []),
    ...list(to ?? {}).map((it) => `${claim?.id} ${it}`),
  ];
}

/** Adds another problem and its fix to a cause. */
function addFault(
  first: FoundCause,
  fault: Fault | FoundCause,
  causes: readonly FoundCause[],
  index: number,
): FoundCause {
  const present = causes.find((it) => isSame(it, fault));
  const because = first.because && present?.because && [...first.because, ...present.because];
  const start = index === 0 ? "This fix alone is not enough:" : "Even with both fixes,";
  // The page cuts off long texts, so problems that only the set-up fixes are named after the next request.
  const isTold = "consequence" in fault && (index === 0 || fault.change);
  const sentence = because ? present?.observed : isTold ? `${start} ${fault.consequence}` : "";
  const change = first.change && addChange(first.change, fault.change);
  const setUpChange = first.setUpChange ?? fault.setUpChange;
  const consolePath = first.consolePath ?? fault.consolePath;
  return {
    ...first,
    ...(because && noGroups(...because)),
    expected: `${first.expected} ${sentence}`.trim(),
    steps: [...first.steps, ...fault.steps],
    ...(consolePath && { consolePath }),
    ...(change && { change }),
    ...(setUpChange && { setUpChange, whoActs: "okta-admin" }),
  };
}

/** Adds a second change of the request, unless the first change includes it. */
function addChange(first: Change, second: Change | undefined): Change {
  return second && !isPartOf({ change: second }, { change: first })
    ? mergeRequests(first, second)
    : first;
}
