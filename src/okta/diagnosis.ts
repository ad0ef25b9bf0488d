import { findRedirectTokens, usesCode } from "../oidc/authorization-request.ts";
import { causesOfRefusal, missingGroupsCauses } from "./causes/catalogue.ts";
import type { Cause, Evidence } from "./causes/cause.ts";
import type { CauseId } from "./causes/cause-id.ts";
import { isOverLimit, stopsRequest } from "./causes/changed-set-up.ts";
import { findAppExclusion, findServerExclusions } from "./causes/exclusion.ts";
import { judgeIdToken } from "./fat-and-thin.ts";
import {
  certainties,
  type FoundCause,
  type FoundGroups,
  type RunToDiagnose,
} from "./found-cause.ts";
import { findListsOfTexts } from "./groups-claims.ts";
import { collectEvidence, type EvidenceByPlace, listFound } from "./groups-evidence.ts";
import { useCode } from "./groups-request.ts";
import { findIncompleteGroups } from "./incomplete-groups.ts";
import { findOrigins } from "./list-origins.ts";
import type { OrgSetUp } from "./org-set-up.ts";
import { planFixes } from "./plan-fixes.ts";
import { predictWithSetUp } from "./prediction-with-set-up/predict-with-set-up.ts";
import { findEffectiveScopes } from "./request-to-predict.ts";
import { findFlowChange, findRequestedScopes } from "./set-up-rules/allow-request.ts";
import { maxGroups } from "./set-up-rules/evaluate-claim.ts";
import { canHoldGroups } from "./set-up-rules/expression-content.ts";

export type Diagnosis = {
  places: EvidenceByPlace;
  found: readonly FoundGroups[];
  /** Why groups are missing, likeliest first. Empty if every requested token that can have groups has them. */
  causes: readonly FoundCause[];
  incomplete?: FoundCause;
};

/** Finds a run's groups, and why others are missing. @see Okta: Customize tokens returned from Okta with a Groups claim */
export function diagnose(run: RunToDiagnose): Diagnosis {
  const evidence = collect(run);
  const { places, found } = evidence;
  const incomplete = run.refusal ? undefined : findIncompleteGroups(run, found);
  return {
    places,
    found,
    causes: planFixes(findCauses(run, evidence), run, findCauses),
    ...(incomplete && { incomplete: omitHarmful({ ...byDefault, ...incomplete }, run) }),
  };
}

function findCauses(run: RunToDiagnose, evidence = collect(run)): readonly FoundCause[] {
  const tested = run.refusal ? causesOfRefusal : missingGroupsCauses;
  return rank(testCauses(tested, evidence), run, evidence).map((it) =>
    omitHarmful(it, run, { change: useCode }),
  );
}

/**
 * Removes the change of the set-up from a cause if the changed claim would fail, so that the user could not sign in.
 *
 * @param instead Replaces the change for a user with too many groups.
 */
function omitHarmful(
  cause: FoundCause,
  { setUp, responseType }: RunToDiagnose,
  instead: Pick<FoundCause, "change"> = {},
): FoundCause {
  const { setUpChange, ...others } = cause;
  if (!setUp || !setUpChange || !stopsRequest(setUpChange, setUp, responseType)) return cause;
  if (!isOverLimit(setUp, responseType)) return others;
  const canUseCode = setUp.app && !findFlowChange(setUp.app, "code");
  const limit = `Let the claim list at most ${maxGroups} of the user’s groups, or use Code + PKCE. With more, the other flows return an error.`;
  const steps = [...cause.steps, limit];
  if (others.change || !instead.change || !canUseCode) return { ...others, steps };
  const count = `The user is in ${setUp.user?.groups.length} groups.`;
  const first = `Switch to Code + PKCE first: the other flows allow only ${maxGroups}.`;
  return { ...others, ...instead, expected: `${cause.expected} ${count} ${first}`, steps };
}

function collect(run: RunToDiagnose): Evidence {
  const origins = findOrigins(run.claimOrigins, run.setUp);
  const places = collectEvidence(run, origins);
  const found = listFound(places);
  const isReturned = (place: keyof EvidenceByPlace) =>
    !["not_requested", "refused"].includes(places[place].state);
  const hasIdToken = isReturned("ID token");
  const hasAccessToken = isReturned("Access token");
  const weight = hasIdToken ? judgeWeight(run, found) : undefined;
  const isUnreadable = Object.values(places).some(({ state }) => state === "unreadable");
  const claims = [run.idTokenClaims, run.accessTokenClaims, run.userInfoClaims];
  const scopes = findGrantedScopes(run);
  return {
    run,
    scopes,
    places,
    found,
    hasIdToken,
    hasAccessToken,
    hasGroupsScope: run.scopes.includes("groups"),
    weight,
    lists: claims
      .flatMap((it) => findListsOfTexts(it ?? {}, origins))
      .filter(({ name }) => canListHoldGroups(name, run.setUp)),
    exclusions: isUnreadable
      ? []
      : findExclusions({ ...run, scopes }, places, found, weight === "thin"),
    userInfoWould: wouldUserInfo(run),
  };
}

/** Whether a list can be groups that an expression copies, for example from an attribute of the user. */
function canListHoldGroups(claim: string, { app, server }: Partial<OrgSetUp> = {}): boolean {
  const claims = server?.claims ?? (app?.groupsClaim ? [app.groupsClaim] : []);
  const named = claims.filter(({ name }) => name === claim);
  const canHold = ({ value }: (typeof claims)[number]) =>
    value.kind === "filter" || canHoldGroups(value.expression);
  return named.length === 0 || named.some(canHold);
}

/** Returns the granted scopes, or the requested scopes if the set-up is unknown. */
function findGrantedScopes(run: RunToDiagnose): readonly string[] {
  if (!run.setUp) return run.scopes;
  return findEffectiveScopes({ ...run, scopes: findRequestedScopes(run, run.setUp) });
}

/** With a code, the org server's ID token is fat, but was thin in older orgs. The claims or UserInfo show which. */
function judgeWeight(
  { server, responseType, idTokenClaims = {} }: RunToDiagnose,
  found: readonly FoundGroups[],
): Evidence["weight"] {
  const { accessToken, idToken } = findRedirectTokens(responseType);
  if (idToken && !usesCode(responseType)) return accessToken ? "thin" : "fat";
  if (server.kind === "org" && found.some(({ where }) => where === "UserInfo")) return "thin";
  if (server.kind === "custom") return idToken && !accessToken ? "fat" : "thin";
  return judgeIdToken({ claims: idTokenClaims, returned: "for_code" }).kind;
}

function findExclusions(
  { setUp, server, scopes }: RunToDiagnose,
  places: EvidenceByPlace,
  found: readonly FoundGroups[],
  isThin: boolean,
): Evidence["exclusions"] {
  if (!setUp) return [];
  type Token = "ID token" | "Access token";
  const isAbsent = (place: Token) => places[place].state === "absent";
  // Beside a claim that is no list, the server can have another groups claim.
  const isMissing = (place: Token) => isAbsent(place) || places[place].state === "text";
  if (server.kind === "org") {
    const isAnyAbsent = isAbsent("ID token") || isAbsent("Access token");
    return isAnyAbsent && found.length === 0 ? [findAppExclusion(setUp)] : [];
  }
  const find = (token: "id_token" | "access_token", isTokenThin: boolean) =>
    findServerExclusions({ setUp, scopes, token, isThin: isTokenThin }).flatMap((exclusion) => {
      const isLeftOut = "otherwise" in exclusion && exclusion.kind !== "other_token";
      return isLeftOut && exclusion.otherwise.kind === "value"
        ? [exclusion, exclusion.otherwise]
        : [exclusion];
    });
  return [
    ...(isMissing("ID token") ? find("id_token", isThin) : []),
    ...(isMissing("Access token") ? find("access_token", false) : []),
  ];
}

/** Whether UserInfo would have groups. `undefined` if the prediction is open. */
function wouldUserInfo({ setUp, clientId = "", ...run }: RunToDiagnose): boolean | undefined {
  if (!setUp) return undefined;
  const { server, responseType, scopes } = run;
  const { userInfo } = predictWithSetUp({ server, responseType, scopes, clientId }, setUp);
  return userInfo?.groups === "depends" ? undefined : userInfo?.groups === "yes";
}

const byDefault = { certainty: "certain", whoActs: "okta-admin" } as const;

function testCauses(causes: readonly Cause[], evidence: Evidence): readonly FoundCause[] {
  return causes.flatMap(({ id, source, find }) => {
    const finding = find(evidence);
    return finding ? [{ id, source, ...byDefault, ...finding }] : [];
  });
}

/** If a token can't be decoded, these causes replace the others. */
const unreadable: readonly CauseId[] = ["encrypted_token", "unreadable_token"];

/** The list is in the response, so this cause comes before anything that the request may lack. */
const first: CauseId = "list_may_hold_groups";

/** Sorts causes, likeliest first. Removes possible causes if the set-up proves a cause. */
function rank(
  causes: readonly FoundCause[],
  { setUp, refusal }: RunToDiagnose,
  evidence: Evidence,
): readonly FoundCause[] {
  const later = listLater(evidence);
  const isUnreadable = causes.some(({ id }) => unreadable.includes(id));
  const isProven = setUp !== undefined && causes.some(({ certainty }) => certainty === "certain");
  const listed = causes
    .filter(({ id }) => !isUnreadable || id === "call_userinfo" || unreadable.includes(id))
    .filter(({ certainty, id }) => !isProven || certainty === "certain" || id === first);
  // `refused` fits every refusal and only explains Okta's error, so an exact cause replaces it.
  const exact = refusal ? listed.filter(({ id }) => id !== "refused") : listed;
  return (exact.length > 0 ? exact : listed)
    .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index)
    .toSorted((a, b) => rankOf(a, later) - rankOf(b, later));
}

/**
 * Lists proven causes that come after other proven causes: a `claim_on_other_token` after the cause of the token that
 * has the claim, and a claim that is no list after a claim that needs a smaller change.
 */
function listLater({ exclusions }: Evidence): readonly CauseId[] {
  const isSmallest = exclusions.length === 0 || exclusions.some(({ kind }) => kind === "other");
  return isSmallest ? ["claim_on_other_token"] : ["claim_on_other_token", "claim_not_a_list"];
}

function rankOf({ id, certainty }: FoundCause, later: readonly CauseId[]): number {
  const isLater = later.includes(id) && certainty === "certain";
  return id === first ? -1 : certainties.indexOf(certainty) + (isLater ? 0.5 : 0);
}
