import { createRandomValue } from "../../../oidc/authorization-request.ts";
import { isReasonToRefuse } from "../../../oidc/trust.ts";
import { contradicts } from "../../../okta/groups-map/contradicts.ts";
import { mapPlaces } from "../../../okta/groups-map/map-cell.ts";
import { fetchSignedInUser } from "../../demo-org-api.ts";
import { buildChoiceQuery, parseChoice, type RequestChoice } from "../../request-choice.ts";
import type { Run } from "../../run.ts";
import type { RunActionsContext } from "../../run-actions-context.ts";
import { addRun, maxRunCount, saveRuns } from "../../runs.ts";
import { findUserId } from "../use-run-user.ts";
import { buildDigest, type RecordContext } from "./build-digest.ts";
import {
  addDigest,
  adoptUser,
  assignUser,
  type Digest,
  loadDigests,
  saveDigests,
} from "./digests.ts";
import {
  clearFill,
  type Fill,
  findCurrentRow,
  loadFill,
  type StoredRow,
  saveFill,
  toMapQuestion,
  toMapRow,
  toStoredQuestion,
  toStoredRow,
} from "./fill-state.ts";
import type { MapQuestion } from "./map-question.ts";
import type { MapActions } from "./map-state.ts";
import { predictMap } from "./predict-map.ts";
import {
  type CheckedResponse,
  checkWholeRun,
  completeResponse,
  findInteractionError,
} from "./receive-fill-response.ts";

/** A reload repeats the current request. One that never comes back is not repeated for ever. */
const maxAttempts = 2;
const maxAgeSeconds = 15 * 60;

/** What only a browser's page can do. */
const pageNavigation = {
  assign: (url: string) => window.location.assign(url),
  replace: (url: string) => window.location.replace(url),
  /** Cancels a navigation that has not brought another page yet. */
  stop: () => window.stop(),
  isReload: () =>
    performance
      .getEntriesByType("navigation")
      .some((entry) => "type" in entry && entry.type === "reload"),
};

export function createMapActions(
  context: RunActionsContext,
  navigation = pageNavigation,
): MapActions {
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
    const { pause: _, ...running } = current;
    changeFill({ ...running, status: "running", attempts: current.attempts + 1 });
    const isFirst = current.position === 0;
    const choice = chooseRow(parseChoice(current.query), row);
    await context.send({
      ...(mode === "silent" && { prompt: "none" }),
      mapRequest: {
        choice,
        query: buildChoiceQuery(choice),
        fill: { fillId: current.id, rowId: row.id },
        setLocation(url) {
          if (fill?.id !== current.id || fill.status !== "running") return;
          // The first entry stays: Back leaves the chain, and an error page of the org.
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
    const { pause: _, ...done } = current;
    changeFill({ ...done, status: "done" });
    clearFill(storage);
  }

  /** @returns `undefined` for another org than the demo org, and if nobody is signed in there. */
  async function fetchLogin({ org, orgUrl }: MapQuestion | Fill["question"]) {
    return org === "demo" ? fetchSignedInUser(orgUrl) : undefined;
  }

  /** A response that a user is named by, or that the demo org's session stands for. */
  async function identifyUser(current: Fill, run: Run): Promise<Fill | "other-user"> {
    const userId = findUserId(run);
    if (userId !== undefined) {
      if (current.userId !== undefined && current.userId !== userId) return "other-user";
      if (current.userId === userId) return current;
    }
    const login = await fetchLogin(current.question);
    const expected = current.question.login;
    if (expected !== undefined) {
      if (login !== undefined && login !== expected) return "other-user";
      if (current.userId === undefined && userId !== undefined) return { ...current, userId };
      return current;
    }
    if (login !== undefined) return predictAgain(current, login);
    return userId === undefined ? current : { ...current, userId };
  }

  /** The user of a demo org is known only now: the predictions were made for anyone. */
  async function predictAgain(current: Fill, login: string): Promise<Fill> {
    const question = { ...toMapQuestion(current.question), login };
    const { rows, userId } = await predictMap(question, context.exchange.fetch);
    return {
      ...current,
      question: toStoredQuestion(question),
      rows: rows.map(toStoredRow),
      ...(userId !== undefined && { userId }),
    };
  }

  async function receiveResponse(current: Fill, received: Run): Promise<void> {
    const rowId = received.request?.fill?.rowId;
    const error = findInteractionError(received);
    if (error !== undefined) return pause(current, { kind: "needs-user", error });

    const checked = await completeResponse(received, { ...context.exchange, nowSeconds });
    const identified = checked.isRefused ? current : await identifyUser(current, checked.run);
    // Meanwhile the user may have stopped it, cleared the results, or started another one.
    const stored = loadFill(storage);
    if (stored?.id !== current.id) return;
    if (identified === "other-user") return pause(current, { kind: "other-user" });
    const row = identified.rows.find(({ id }) => id === rowId);
    const isKept = row !== undefined && keep(identified, row, checked);
    const failedRowIds = isKept || !row ? [] : [row.id];
    const next: Fill = {
      ...identified,
      position: current.position + 1,
      attempts: 0,
      failedRowIds: [...current.failedRowIds, ...failedRowIds],
    };
    if (stored.status !== "running") {
      changeFill({ ...next, status: "stopped" });
      return clearFill(storage);
    }
    changeFill(next);
    return sendCurrent(next, "silent");
  }

  /**
   * Adds a response to the map. It becomes a run only if it is not what was predicted, or can't be used.
   *
   * @returns Whether it is in the map.
   */
  function keep(
    current: Fill,
    storedRow: StoredRow,
    { run, isRefused, userInfo }: CheckedResponse,
  ): boolean {
    const row = toMapRow(storedRow);
    const { userId: id, question } = current;
    const user = { id, name: question.login };
    const build = (isListed: boolean) =>
      buildDigest(run, {
        origins: row.origins,
        user,
        userInfo,
        predicted: row.cells,
        isListed,
      });
    const digest = build(false);
    const isWrong =
      digest !== undefined &&
      mapPlaces.some((place) => {
        const seen = digest.cells[place];
        return (
          seen !== undefined &&
          contradicts(row.cells[place], seen.cell, { isOrgServer: row.server.kind === "org" })
        );
      });
    const isListed = (isWrong || isRefused || !digest) && addToList(run);
    if (isRefused || !digest) return false;
    const listed = isListed ? (build(true) ?? digest) : digest;
    const earlier = id === undefined ? loadDigests(storage) : assignToUser(current, id);
    changeDigests(addDigest(earlier, adoptUser(earlier, listed)));
    return true;
  }

  function assignToUser(current: Fill, userId: string): readonly Digest[] {
    const { question, startedAtSeconds } = current;
    const { orgUrl, clientId, login: userName } = question;
    return assignUser(
      loadDigests(storage),
      { orgUrl, clientId, userId, userName },
      startedAtSeconds,
    );
  }

  /** Never pushes out a run of the user's own. */
  function addToList(run: Run): boolean {
    const { runs } = getState();
    if (runs.length >= maxRunCount) return false;
    const number = Math.max(0, ...runs.map((it) => it.number)) + 1;
    const saved = saveRuns(storage, addRun(runs, { ...run, number }));
    update({ runs: saved.runs, storage: saved.status });
    return true;
  }

  function findNewDigest(run: Run, recorded: RecordContext): Digest | undefined {
    if (run.origin !== "requested" || findInteractionError(run) || run.request?.fill) {
      return undefined;
    }
    const digests = loadDigests(storage);
    const built = buildDigest(run, { ...recorded, isListed: true });
    const digest = built && adoptUser(digests, built);
    // The demo org can tell who got an error. Until then it is nobody's.
    if (!digest || (run.request?.org === "demo" && digest.userId === undefined)) return undefined;
    return isRecorded(digests, digest, run) ? undefined : digest;
  }

  const record: MapActions["record"] = (run, checks, recorded = {}) => {
    const digest = checks.some(isReasonToRefuse) ? undefined : findNewDigest(run, recorded);
    if (digest) changeDigests(addDigest(loadDigests(storage), digest));
  };

  return {
    record,

    async recordRuns(runs, user) {
      for (const run of runs) {
        const isOfUser = run === runs.at(-1) && run.request?.org === "demo";
        const recorded = isOfUser ? { user } : {};
        if (!findNewDigest(run, recorded)) continue;
        record(run, await checkWholeRun(run, context.exchange.fetch, nowSeconds()), recorded);
      }
    },

    async start(asked, rowIds) {
      const signedIn = await fetchLogin(asked);
      const question = { ...asked, login: asked.login ?? signedIn };
      const { rows, userId } = await predictMap(question, context.exchange.fetch);
      const queue = rows.filter(({ id, unsent }) => rowIds.has(id) && unsent === undefined);
      const { choice } = getState();
      const started: Fill = {
        id: createRandomValue(),
        question: toStoredQuestion(question),
        query: buildChoiceQuery(choice),
        startedAtSeconds: nowSeconds(),
        ...(userId !== undefined && { userId }),
        rows: rows.map(toStoredRow),
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

    async goOn(mode) {
      if (!fill) return;
      const isOther = fill.pause?.kind === "other-user";
      // A fill belongs to one user.
      if (isOther) return this.stop();
      await sendCurrent({ ...fill, attempts: 0 }, mode);
    },

    stop() {
      if (!fill) return;
      const { pause: _, ...rest } = fill;
      const isLeaving = rest.status === "running";
      changeFill({ ...rest, status: "stopped" });
      navigation.stop();
      // A response that is on its way finds out that no other request is to follow.
      if (!isLeaving) clearFill(storage);
      update({ sending: { status: "idle" } });
    },

    async resume(received) {
      const stored = loadFill(storage);
      if (!stored) return;
      context.takeChoice(parseChoice(stored.query));
      const isCurrent = received?.request?.fill?.fillId === stored.id;
      changeFill(stored);
      if (received && isCurrent) {
        // Not awaited: the page shows how far it is.
        void receiveResponse(stored, received).catch(() =>
          pause(stored, { kind: "not-sent", message: notLoaded }),
        );
        return;
      }
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

    reload() {
      const stored = loadFill(storage);
      fill = stored;
      if (stored?.status === "running") pause(stored, { kind: "interrupted" });
      else update({ map: { digests: loadDigests(storage), fill: stored } });
    },
  };
}

const notLoaded =
  "The code that checks the response could not be loaded. Check your connection, then go on.";

function chooseRow(
  choice: RequestChoice,
  { server, responseType, scopes }: StoredRow,
): RequestChoice {
  return {
    ...choice,
    server: server.kind,
    ...(server.kind === "custom" && { authorizationServerId: server.id }),
    responseType,
    scopes,
  };
}

/** A run is recorded again only with more than before. What was predicted at the time stays. */
function isRecorded(digests: readonly Digest[], digest: Digest, run: Run): boolean {
  return digests.some(
    (it) =>
      it.userId === digest.userId &&
      mapPlaces.some((place) => it.cells[place]?.runId === run.id) &&
      (it.predicted !== undefined || digest.predicted === undefined) &&
      mapPlaces.every((place) => !digest.cells[place] || it.cells[place]),
  );
}
