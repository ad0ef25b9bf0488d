import { createRandomValue } from "../../../oidc/authorization-request.ts";
import type { Check } from "../../../oidc/check.ts";
import { isSameSet } from "../../../oidc/is-same-set.ts";
import { isReasonToRefuse } from "../../../oidc/trust.ts";
import { contradicts } from "../../../okta/groups-map/contradicts.ts";
import { mapPlaces } from "../../../okta/groups-map/map-cell.ts";
import { isReload } from "../../is-reload.ts";
import { buildChoiceQuery, parseChoice } from "../../request-choice.ts";
import type { Run } from "../../run.ts";
import { addRun, findNextNumber, maxRunCount, saveRuns } from "../../runs.ts";
import type { RunActionsContext } from "../../session-state.ts";
import { findUserId } from "../claims-sources.ts";
import { toChoice } from "../to-choice.ts";
import { buildDigest, findNewDigest, type RecordContext } from "./build-digest.ts";
import { addDigest, adoptUser, type Digest, loadDigests, saveDigests } from "./digests.ts";
import { clearFill, type Fill, findCurrentRow, loadFill, saveFill } from "./fill-state.ts";
import type { MapQuestion } from "./map-question.ts";
import { isSameServer, type MapRow } from "./map-row.ts";
import { predictMap } from "./predict-map.ts";
import {
  assignFillUser,
  type CheckedResponse,
  checkWholeRun,
  completeResponse,
  fetchLogin,
  findInteractionError,
  identifyUser,
} from "./receive-fill-response.ts";

/** A reload repeats the current request, but only once. */
const maxAttempts = 2;
const maxAgeSeconds = 15 * 60;

const pageNavigation = {
  assign: (url: string) => window.location.assign(url),
  replace: (url: string) => window.location.replace(url),
  stop: () => window.stop(),
  isReload,
};

export type MapActions = ReturnType<typeof createMapActions>;

/**
 * Creates the map's actions, and adds the stored map to the session's state. Each request of a fill leaves the page, so a
 * fill is stored in the tab, and `resume` continues it after the page is loaded again.
 *
 * @param navigation Replaces the browser's navigation in tests.
 */
export function createMapActions(context: RunActionsContext, navigation = pageNavigation) {
  const { getState, update, storage, nowSeconds } = context;
  let fill: Fill | undefined;
  update({ map: { digests: loadDigests(storage), fill } });

  function changeFill(changed: Fill): void {
    fill = changed;
    saveFill(storage, changed);
    update({ map: { digests: loadDigests(storage), fill } });
  }

  function changeDigests(digests: readonly Digest[]): void {
    saveDigests(storage, digests);
    update({ map: { digests, fill } });
  }

  function pause(current: Fill, reason: NonNullable<Fill["pause"]>): void {
    changeFill({ ...current, status: "paused", pause: reason });
  }

  async function sendCurrent(current: Fill, mode: "silent" | "interactive"): Promise<void> {
    const row = findCurrentRow(current);
    if (!row) return finish(current);
    const attempts = current.attempts + 1;
    changeFill({ ...current, status: "running", pause: undefined, attempts });
    const isFirst = current.position === 0;
    const choice = { ...parseChoice(current.query), ...toChoice(row) };
    await context.send({
      ...(mode === "silent" && { prompt: "none" }),
      mapRequest: {
        choice,
        query: buildChoiceQuery(choice),
        fill: { fillId: current.id, rowId: row.id },
        setLocation(url) {
          if (fill?.id !== current.id || fill.status !== "running") return;
          // Back returns to the page as it was before the fill.
          if (isFirst || mode === "interactive") navigation.assign(url);
          else navigation.replace(url);
        },
      },
    });
    const { sending } = getState();
    if (sending.status === "failed") pause(current, { kind: "not-sent", message: sending.message });
    if (sending.status === "incomplete") {
      pause(current, { kind: "not-sent", message: "The form’s request is not complete." });
    }
  }

  function finish(current: Fill): void {
    changeFill({ ...current, status: "done", pause: undefined });
    clearFill(storage);
  }

  async function receiveFillResponse(current: Fill, received: Run): Promise<void> {
    const rowId = received.request?.fill?.rowId;
    const error = findInteractionError(received);
    if (error !== undefined) return pause(current, { kind: "needs-user", error });

    const checked = await completeResponse(received, { ...context.exchange, nowSeconds });
    const identified = checked.isRefused
      ? current
      : await identifyUser(current, checked.run, context.exchange.fetch);
    // The user may have stopped the fill, cleared the results, or started another fill meanwhile.
    const stored = loadFill(storage);
    if (stored?.id !== current.id) return;
    if (identified === "other-user") return pause(current, { kind: "other-user" });
    const row = identified.rows.find(({ id }) => id === rowId);
    const hasFailed = row !== undefined && !addResponse(identified, row, checked);
    const next: Fill = {
      ...identified,
      position: current.position + 1,
      attempts: 0,
      failedRowIds: [...current.failedRowIds, ...(hasFailed ? [row.id] : [])],
    };
    if (stored.status !== "running") {
      changeFill({ ...next, status: "stopped" });
      return clearFill(storage);
    }
    changeFill(next);
    return sendCurrent(next, "silent");
  }

  /**
   * Adds a response to the map, and to the list of runs if it contradicts the prediction or can't be used.
   *
   * @returns Whether the response is in the map.
   */
  function addResponse(
    current: Fill,
    row: MapRow,
    { run: received, isRefused, userInfo }: CheckedResponse,
  ): boolean {
    const run = { ...received, claimOrigins: row.origins && new Map(row.origins) };
    const context = {
      user: { id: current.userId, name: current.question.login },
      userInfo,
      predicted: row.cells,
    };
    const digest = buildDigest(run, { ...context, isListed: false });
    const isOrgServer = row.server.kind === "org";
    const isContradiction = mapPlaces.some((place) => {
      const seen = digest?.cells[place];
      return seen !== undefined && contradicts(row.cells[place], seen.cell, { isOrgServer });
    });
    const isListed = (isContradiction || isRefused || !digest) && addToList(run);
    if (isRefused || !digest) return false;
    const listed = isListed ? (buildDigest(run, { ...context, isListed }) ?? digest) : digest;
    const earlier = assignFillUser(loadDigests(storage), current);
    changeDigests(addDigest(earlier, adoptUser(earlier, listed)));
    return true;
  }

  /** Adds a run if the list is not full, because a fill must not remove the user's runs. */
  function addToList(run: Run): boolean {
    const { runs } = getState();
    if (runs.length >= maxRunCount) return false;
    const number = findNextNumber(runs);
    const saved = saveRuns(storage, addRun(runs, { ...run, number }));
    update({ runs: saved.runs, storage: saved.status });
    return true;
  }

  function record(run: Run, checks: readonly Check[], recorded: RecordContext = {}): void {
    if (checks.some(isReasonToRefuse)) return;
    const digests = loadDigests(storage);
    const digest = findNewDigest(run, digests, recorded);
    if (digest) changeDigests(addDigest(digests, digest));
  }

  return {
    record,

    /** Checks runs that are not in the map yet, and adds them. */
    async recordRuns(
      runs: readonly Run[],
      user: NonNullable<RecordContext["user"]>,
      rows: readonly MapRow[],
    ): Promise<void> {
      for (const run of runs) {
        // Only the newest run is known to have the current user and set-up.
        const isNewest = run === runs.at(-1) && run.request?.org === "demo";
        const recorded = isNewest ? { user, predicted: findPrediction(run, user.id, rows) } : {};
        if (!findNewDigest(run, loadDigests(storage), recorded)) continue;
        record(run, await checkWholeRun(run, context.exchange.fetch, nowSeconds()), recorded);
      }
    },

    async start(wanted: MapQuestion, rowIds: ReadonlySet<string>): Promise<void> {
      const signedIn = await fetchLogin(wanted);
      const question = { ...wanted, login: wanted.login ?? signedIn };
      const { rows, userId } = await predictMap(question, context.exchange.fetch);
      const queue = rows.filter(({ id, unsent }) => rowIds.has(id) && unsent === undefined);
      const started: Fill = {
        id: createRandomValue(),
        question,
        query: buildChoiceQuery(getState().choice),
        startedAtSeconds: nowSeconds(),
        userId,
        rows: [...rows],
        queue: queue.map(({ id }) => id),
        position: 0,
        attempts: 0,
        status: "running",
        failedRowIds: [],
      };
      changeFill(started);
      const isSignedIn = signedIn !== undefined && signedIn === question.login;
      if (question.org === "demo" && !isSignedIn) return pause(started, { kind: "needs-user" });
      return sendCurrent(started, "silent");
    },

    /** Continues a paused fill: with `prompt=none`, or so that the user can sign in. */
    async goOn(mode: "silent" | "interactive"): Promise<void> {
      if (!fill) return;
      if (fill.pause?.kind === "other-user") return this.stop();
      await sendCurrent({ ...fill, attempts: 0 }, mode);
    },

    stop(): void {
      if (!fill) return;
      const isLeaving = fill.status === "running";
      changeFill({ ...fill, status: "stopped", pause: undefined });
      navigation.stop();
      // A running fill stays stored: the status `stopped` tells the next response that no request follows.
      if (!isLeaving) clearFill(storage);
      update({ sending: { status: "idle" } });
    },

    async resume(received: Run | undefined): Promise<void> {
      const stored = loadFill(storage);
      if (!stored) return;
      if (received?.request?.fill?.fillId === stored.id) {
        // The org redirects to the page without the query that contains the form's choice.
        context.takeChoice(parseChoice(stored.query));
        changeFill(stored);
        // Not awaited: the page shows the progress meanwhile.
        void receiveFillResponse(stored, received).catch(() =>
          pause(stored, { kind: "not-sent", message: notLoaded }),
        );
        return;
      }
      // A link opened the page with another request.
      if (buildChoiceQuery(getState().choice) !== stored.query) return clearFill(storage);
      changeFill(stored);
      if (stored.status !== "running") {
        if (stored.status !== "paused") clearFill(storage);
        return;
      }
      const isFresh = nowSeconds() - stored.startedAtSeconds <= maxAgeSeconds;
      if (navigation.isReload() && isFresh && stored.attempts < maxAttempts) {
        void sendCurrent(stored, "silent");
      } else {
        pause(stored, { kind: "interrupted" });
      }
    },

    reload(): void {
      const stored = loadFill(storage);
      fill = stored;
      if (stored?.status === "running") pause(stored, { kind: "interrupted" });
      else update({ map: { digests: loadDigests(storage), fill: stored } });
    },
  };
}

const notLoaded =
  "The code that checks the response could not be loaded. Check your connection, then continue.";

function findPrediction(run: Run, userId: string | undefined, rows: readonly MapRow[]) {
  const { request } = run;
  const isOfUser = userId !== undefined && (findUserId(run) ?? userId) === userId;
  const row = rows.find(
    ({ server, responseType, scopes }) =>
      isOfUser &&
      request?.responseType === responseType &&
      isSameServer(request.server, server) &&
      isSameSet(request.scopes, scopes),
  );
  return row?.cells;
}
