import * as v from "valibot";
import { parseClaimsSet } from "../oidc/claims-set.ts";
import { findMember, parseJsonObject } from "../oidc/json.ts";
import type { DecodedJwt } from "../oidc/jwt.ts";
import { parseResponse } from "../oidc/parsed-response.ts";
import { parseTokenResponse, type TokenResponseText } from "../oidc/token-request.ts";
import { codeLifetimeSeconds } from "../okta/code-lifetime.ts";
import type { ClaimOrigins } from "../okta/is-groups-claim.ts";
import { type IssuedTokens, listIssuedTokens } from "./issued-tokens.ts";
import { type Run, type StoredRun, storedRunSchema, type TokenRequestState } from "./run.ts";
import type { TabStorage } from "./tab-storage.ts";

const key = "runs";
const version = 3;
export const maxRunCount = 12;
const keptAfterExpirySeconds = 60 * 60;

const storedSchema = v.object({ version: v.literal(version), runs: v.array(storedRunSchema) });

/**
 * Loads this tab's runs, oldest first, without those whose tokens expired more than an hour ago.
 *
 * @returns None if the stored value has another format.
 */
export function loadRuns(storage: TabStorage, nowSeconds: number): readonly Run[] {
  const stored = v.safeParse(storedSchema, storage.load(key));
  if (!stored.success) return [];
  const runs = stored.output.runs.map(parseStoredRun);
  const kept = dropExpiredRuns(runs, nowSeconds);
  if (!isSame(runs, kept)) saveRuns(storage, kept);
  return kept;
}

export function isSame(runs: readonly Run[], others: readonly Run[]): boolean {
  return runs.length === others.length && runs.every((run, index) => run === others[index]);
}

export type SaveRunsResult = {
  runs: readonly Run[];
  /**
   * `storage_full`: older runs were removed to make room. `over_limit`: older runs were removed because there were too many;
   * only the first time in this tab. `unsaved`: a reload loses the newest run; without storage, all runs.
   */
  status: "saved" | "storage_full" | "over_limit" | "unsaved";
};

/** Saves the runs. In a full storage, those that this tab did not request are dropped first, then the oldest. */
export function saveRuns(storage: TabStorage, runs: readonly Run[]): SaveRunsResult {
  const newest = runs.at(-1);
  if (!newest) {
    storage.remove(key);
    return { runs, status: "saved" };
  }
  const droppable = findDroppable(runs, newest);
  for (let count = 0; count <= droppable.length && runs.length <= maxRunCount; count++) {
    const dropped = droppable.slice(0, count);
    const kept = runs.filter((run) => !dropped.includes(run));
    const result = storage.save(key, { version, runs: kept.map(toStoredRun) });
    if (result === "disabled") return { runs, status: "unsaved" };
    if (result === "saved") return { runs: kept, status: count === 0 ? "saved" : "storage_full" };
  }
  // The newest run has no room in the storage, so it is lost at a reload.
  const older = saveRuns(storage, runs.slice(0, -1));
  return { runs: [...older.runs, newest], status: "unsaved" };
}

export function findNextNumber(runs: readonly Run[]): number {
  return Math.max(0, ...runs.map(({ number }) => number)) + 1;
}

/**
 * Adds a run and keeps the newest twelve. A run that this tab did not request never removes a requested run: forged
 * responses must not remove real results.
 */
export function addRun(runs: readonly Run[], run: Run): readonly Run[] {
  const all = [...runs, run];
  const dropped = findDroppable(all, run).slice(0, Math.max(0, all.length - maxRunCount));
  return all.filter((it) => !dropped.includes(it));
}

/** Removes runs whose tokens expired more than an hour ago, and the verifiers of expired codes. */
export function dropExpiredRuns(runs: readonly Run[], nowSeconds: number): readonly Run[] {
  return runs
    .filter((run) => {
      const expiry = findExpiry(run);
      return expiry === undefined || nowSeconds - expiry <= keptAfterExpirySeconds;
    })
    .map((run) => withoutExpiredVerifier(run, nowSeconds));
}

function withoutExpiredVerifier(run: Run, nowSeconds: number): Run {
  const { tokenRequest, receivedAtSeconds } = run;
  if (tokenRequest?.status !== "unsent" || tokenRequest.codeVerifier === undefined) return run;
  if (nowSeconds - receivedAtSeconds <= codeLifetimeSeconds) return run;
  return { ...run, tokenRequest: { ...tokenRequest, codeVerifier: undefined } };
}

/**
 * Makes room in a full storage: removes the oldest run that this tab did not request, or else the oldest.
 *
 * @returns `false` if there is no run to remove.
 */
export function dropStoredRun(storage: TabStorage, nowSeconds: number): boolean {
  const runs = loadRuns(storage, nowSeconds);
  const dropped = runs.find((run) => !isRequested(run)) ?? runs[0];
  const kept = runs.filter((run) => run !== dropped);
  if (dropped) saveRuns(storage, kept);
  return dropped !== undefined;
}

const isRequested = ({ origin }: Run) => origin === "requested";

/** The runs that may be dropped to make room for the newest, in that order. */
function findDroppable(runs: readonly Run[], newest: Run): readonly Run[] {
  const others = runs.filter((run) => run !== newest);
  const unrequested = others.filter((run) => !isRequested(run));
  return isRequested(newest) ? [...unrequested, ...others.filter(isRequested)] : unrequested;
}

/** Okta's longest lifetime of an access token. A far expiry does not keep a token for longer. */
const maxLifetimeSeconds = 24 * 60 * 60;
const defaultLifetimeSeconds = 60 * 60;

/** When the last token of a run expires, in NumericDate seconds; `undefined` without tokens. */
function findExpiry(run: Run): number | undefined {
  const { response, receivedAtSeconds, tokenRequest } = run;
  const expiries = listIssuedTokens(run).map(findExpiryOf);
  // The response may hold a token that could not be parsed, or one beside an error.
  const mayHoldToken =
    response.parameters.some(({ name }) => /^(?:id|access)_token$/.test(name)) ||
    (tokenRequest?.status === "sent" && tokenRequest.exchange.kind === "unreadable");
  if (expiries.length === 0 && mayHoldToken) return receivedAtSeconds + defaultLifetimeSeconds;
  return expiries.length > 0 ? Math.max(...expiries) : undefined;
}

function findExpiryOf({
  idToken,
  accessToken,
  expiresInSeconds,
  receivedAtSeconds,
}: IssuedTokens): number {
  const expiries = [
    expiresInSeconds === undefined ? undefined : receivedAtSeconds + expiresInSeconds,
    findExp(idToken?.decoded),
    findExp(accessToken?.decoded),
  ].filter((it) => it !== undefined);
  const latest =
    expiries.length > 0 ? Math.max(...expiries) : receivedAtSeconds + defaultLifetimeSeconds;
  // With a fast clock, a new token looks expired. Keep it for an hour nevertheless.
  return Math.max(receivedAtSeconds, Math.min(latest, receivedAtSeconds + maxLifetimeSeconds));
}

function findExp(decoded: DecodedJwt | undefined): number | undefined {
  if (decoded?.kind !== "decoded") return undefined;
  const exp = findMember(decoded.claims, "exp");
  return typeof exp === "number" ? exp : undefined;
}

function parseStoredRun(stored: StoredRun): Run {
  const { returnedIn, tokenRequest, userInfo, claimOrigins, ...rest } = stored;
  return {
    ...rest,
    tokenRequest:
      tokenRequest?.status === "sent"
        ? { ...tokenRequest, exchange: parseTokenResponse(tokenRequest.responseText) }
        : tokenRequest,
    response: parseResponse(rest.responseText, returnedIn),
    userInfo: userInfo === undefined ? undefined : parseClaimsSet(userInfo),
    claimOrigins: claimOrigins && new Map(claimOrigins),
  };
}

/** The page does not use refresh tokens, which can be valid for months. A reload shows a placeholder. */
function withoutRefreshToken(response: TokenResponseText): TokenResponseText {
  if (response.kind === "unreachable") return response;
  const body = parseJsonObject(response.text);
  if (!body || !Object.hasOwn(body, "refresh_token")) return response;
  return { ...response, text: JSON.stringify({ ...body, refresh_token: "{refresh_token}" }) };
}

/** Stores a request that waits for a response as not sent, because a reload ends the wait. */
function toStoredTokenRequest(state: TokenRequestState): StoredRun["tokenRequest"] {
  if (state.status === "sent") {
    const { exchange, ...stored } = state;
    return { ...stored, responseText: withoutRefreshToken(stored.responseText) };
  }
  if (state.status === "unsent") return state;
  const reason = state.tokenEndpoint ? "interrupted" : "not_started";
  return { ...state, status: "unsent", reason };
}

function toStoredRun(run: Run): StoredRun {
  const { response, tokenRequest, userInfo, claimOrigins, ...rest } = run;
  return {
    ...rest,
    returnedIn: response.returnedIn,
    tokenRequest: tokenRequest && toStoredTokenRequest(tokenRequest),
    userInfo: userInfo?.text,
    claimOrigins: claimOrigins && toStoredOrigins(claimOrigins),
  };
}

const maxClaimCount = 100;
const maxClaimNameLength = 100;

/** Limits what an org with many claims or long names adds to each run. Claims with groups are kept first. */
function toStoredOrigins(origins: ClaimOrigins): StoredRun["claimOrigins"] {
  const isGroups = ([, origin]: readonly [string, string]) => origin === "groups";
  return [...origins]
    .filter(([name]) => name.length <= maxClaimNameLength)
    .toSorted((one, other) => Number(isGroups(other)) - Number(isGroups(one)))
    .slice(0, maxClaimCount);
}
