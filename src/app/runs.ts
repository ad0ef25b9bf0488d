import * as v from "valibot";
import { parseClaimsSet } from "../oidc/claims-set.ts";
import { findMember, parseJsonObject } from "../oidc/json.ts";
import type { DecodedJwt } from "../oidc/jwt.ts";
import { parseResponse } from "../oidc/parsed-response.ts";
import { parseTokenResponse, type TokenResponseText } from "../oidc/token-request.ts";
import { type IssuedTokens, listIssuedTokens } from "./issued-tokens.ts";
import { sentRequestSchema } from "./pending-requests.ts";
import type { Run, TokenRequestState } from "./run.ts";
import type { SaveResult, TabStorage } from "./tab-storage.ts";
import { codeLifetimeSeconds } from "./token-step.ts";

const key = "runs";
const version = 3;
export const maxRunCount = 12;
/** Long enough to talk about an expired token. */
const keptAfterExpirySeconds = 60 * 60;

const storedTokenRequestSchema = v.variant("status", [
  v.object({
    status: v.literal("unsent"),
    reason: v.picklist([
      "not_started",
      "interrupted",
      "check_failed",
      "no_verifier",
      "foreign_endpoint",
    ]),
    tokenEndpoint: v.exactOptional(v.pipe(v.string(), v.url())),
    codeVerifier: v.exactOptional(v.string()),
  }),
  v.object({
    status: v.literal("sent"),
    tokenEndpoint: v.pipe(v.string(), v.url()),
    sentAtSeconds: v.number(),
    responseText: v.variant("kind", [
      v.object({ kind: v.literal("answered"), status: v.number(), text: v.string() }),
      v.object({
        kind: v.literal("unreachable"),
        because: v.picklist(["failed", "timed_out", "too_large", "not_allowed"]),
      }),
    ]),
  }),
]);

const storedRunSchema = v.object({
  id: v.string(),
  number: v.number(),
  receivedAtSeconds: v.number(),
  origin: v.picklist(["requested", "repeated", "unexpected", "unstored"]),
  request: v.exactOptional(sentRequestSchema),
  expectedState: v.exactOptional(v.string()),
  responseText: v.string(),
  returnedIn: v.picklist(["fragment", "query"]),
  tokenRequest: v.exactOptional(storedTokenRequestSchema),
  userInfo: v.exactOptional(v.string()),
});

const storedSchema = v.object({ version: v.literal(version), runs: v.array(storedRunSchema) });

/**
 * Loads this tab's runs, oldest first, without those whose tokens expired more than an hour ago. A stored value of
 * another format yields none.
 */
export function loadRuns(storage: TabStorage, nowSeconds: number): readonly Run[] {
  const stored = v.safeParse(storedSchema, storage.load(key));
  if (!stored.success) return [];
  const runs = stored.output.runs.map(parseStoredRun);
  const kept = dropExpiredRuns(runs, nowSeconds);
  if (!isSame(runs, kept)) saveRuns(storage, kept);
  return kept;
}

/** Whether both are the same objects in the same order. */
export function isSame(runs: readonly Run[], others: readonly Run[]): boolean {
  return runs.length === others.length && runs.every((run, index) => run === others[index]);
}

export type SaveRunsResult = {
  /** What is shown from now on. */
  runs: readonly Run[];
  /**
   * `dropped`: the storage was full, so the oldest runs are gone. `unsaved`: not even the newest run fits, or the
   * browser disables storage; a reload loses it.
   */
  status: "saved" | "dropped" | "unsaved";
};

/**
 * Saves the runs. A full storage drops runs that this tab did not request first, then the oldest.
 */
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
    const result = store(storage, kept);
    if (result === "disabled") return { runs, status: "unsaved" };
    if (result === "saved") return { runs: kept, status: count === 0 ? "saved" : "dropped" };
  }
  // The newest run has no room. It is shown until a reload.
  const older = saveRuns(storage, runs.slice(0, -1));
  return { runs: [...older.runs, newest], status: "unsaved" };
}

/**
 * Adds a run and keeps the newest twelve. Runs that this tab did not request never push out those that it did: a page
 * that opens this one with forged responses must not remove real results.
 */
export function addRun(runs: readonly Run[], run: Run): readonly Run[] {
  const all = [...runs, run];
  const requested = all.filter(isRequested).slice(-maxRunCount);
  const room = Math.max(maxRunCount - requested.length, isRequested(run) ? 0 : 1);
  const unrequested = all.filter((it) => !isRequested(it));
  const kept = new Set([
    ...requested,
    ...unrequested.slice(Math.max(0, unrequested.length - room)),
  ]);
  return all.filter((it) => kept.has(it));
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
 * Makes room in a full storage: removes the oldest run that this tab did not request, else the oldest.
 *
 * @returns `false` if there is none.
 */
export function dropStoredRun(storage: TabStorage, nowSeconds: number): boolean {
  const runs = loadRuns(storage, nowSeconds);
  const dropped = runs.find((run) => !isRequested(run)) ?? runs[0];
  if (dropped)
    saveRuns(
      storage,
      runs.filter((run) => run !== dropped),
    );
  return dropped !== undefined;
}

const isRequested = ({ origin }: Run) => origin === "requested";

/** What may be dropped to make room for the newest run, in that order. */
function findDroppable(runs: readonly Run[], newest: Run): readonly Run[] {
  const others = runs.filter((run) => run !== newest);
  const unrequested = others.filter((run) => !isRequested(run));
  return isRequested(newest) ? [...unrequested, ...others.filter(isRequested)] : unrequested;
}

function store(storage: TabStorage, runs: readonly Run[]): SaveResult {
  return storage.save(key, { version, runs: runs.map(toStoredRun) });
}

/** Okta's longest lifetime of an access token. A token can't extend its stay by a far expiry. */
const maxLifetimeSeconds = 24 * 60 * 60;
const defaultLifetimeSeconds = 60 * 60;

/** When the last token of a run expires, in NumericDate seconds; `undefined` where it has none. */
function findExpiry(run: Run): number | undefined {
  const { response, receivedAtSeconds, tokenRequest } = run;
  const expiries = listIssuedTokens(run).map(findExpiryOf);
  // Some responses hold a token that could not be parsed, or one beside an error.
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
  // A computer whose clock is ahead receives tokens that look expired. They stay an hour all the same.
  return Math.max(receivedAtSeconds, Math.min(latest, receivedAtSeconds + maxLifetimeSeconds));
}

function findExp(decoded: DecodedJwt | undefined): number | undefined {
  if (decoded?.kind !== "decoded") return undefined;
  const exp = findMember(decoded.claims, "exp");
  return typeof exp === "number" ? exp : undefined;
}

type StoredRun = v.InferOutput<typeof storedRunSchema>;
type StoredTokenRequest = v.InferOutput<typeof storedTokenRequestSchema>;

function parseStoredRun({ returnedIn, tokenRequest, userInfo, ...rest }: StoredRun): Run {
  return {
    ...rest,
    tokenRequest: tokenRequest && parseStoredTokenRequest(tokenRequest),
    request: rest.request,
    expectedState: rest.expectedState,
    response: parseResponse(rest.responseText, returnedIn),
    userInfo: userInfo === undefined ? undefined : parseClaimsSet(userInfo),
  };
}

function parseStoredTokenRequest(stored: StoredTokenRequest): TokenRequestState {
  if (stored.status === "sent") {
    return { ...stored, exchange: parseTokenResponse(stored.responseText) };
  }
  const { tokenEndpoint, codeVerifier } = stored;
  return { ...stored, tokenEndpoint, codeVerifier };
}

/** This page never uses a refresh token, which can be valid for months. A reload shows a placeholder. */
function withoutRefreshToken(response: TokenResponseText): TokenResponseText {
  if (response.kind === "unreachable") return response;
  const body = parseJsonObject(response.text);
  if (!body || !Object.hasOwn(body, "refresh_token")) return response;
  return { ...response, text: JSON.stringify({ ...body, refresh_token: "{refresh_token}" }) };
}

/** Only the page that sends a request can wait for its response. */
function toStoredTokenRequest(state: TokenRequestState): StoredTokenRequest {
  if (state.status === "sent") {
    const { exchange, ...stored } = state;
    return { ...stored, responseText: withoutRefreshToken(stored.responseText) };
  }
  const { tokenEndpoint, codeVerifier } = state;
  return {
    status: "unsent",
    reason:
      state.status === "unsent" ? state.reason : tokenEndpoint ? "interrupted" : "not_started",
    ...(tokenEndpoint !== undefined && { tokenEndpoint }),
    ...(codeVerifier !== undefined && { codeVerifier }),
  };
}

function toStoredRun(run: Run): StoredRun {
  const { response, request, expectedState, tokenRequest, userInfo, ...rest } = run;
  return {
    ...rest,
    ...(tokenRequest && { tokenRequest: toStoredTokenRequest(tokenRequest) }),
    returnedIn: response.returnedIn,
    ...(request && { request }),
    ...(expectedState !== undefined && { expectedState }),
    ...(userInfo && { userInfo: userInfo.text }),
  };
}
