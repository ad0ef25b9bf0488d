import { exchangeCode } from "./exchange-code.ts";
import { findAutomaticRequest } from "./fat-thin-comparison.ts";
import { isForNextRequest } from "./next-request.ts";
import { loadPendingRequests, type PendingRequest } from "./pending-requests.ts";
import { type Landed, parseUnread, receiveResponses } from "./receive-response.ts";
import { parseChoice, type RequestChoice } from "./request-choice.ts";
import type { MapActions } from "./result/map/map-actions.ts";
import { mapPart } from "./result/map/map-part.ts";
import type { Run } from "./run.ts";
import { dropExpiredRuns, isSame, loadRuns, saveRuns } from "./runs.ts";
import type { ExchangeOptions, RunActionsContext } from "./session-state.ts";
import { mapFillKey, ownOrgKey, unreadKey } from "./tab-storage.ts";
import { loadViewState, saveViewState, type ViewState } from "./view-state.ts";

type RunChange = Partial<Pick<Run, "userInfo" | "tokenRequest" | "claimOrigins">>;

export type RunActions = ReturnType<typeof createRunActions>;

/**
 * Creates the session's actions on runs. Call `receiveUnread` first: it receives the saved responses, and loads the stored runs.
 * Create the actions once per page, because they know which codes are being exchanged.
 */
export function createRunActions(context: RunActionsContext) {
  const { getState, update, storage, nowSeconds } = context;
  let areRunsLoaded = false;
  /** IDs of runs whose code is being exchanged, so that no code is sent twice. */
  const exchanging = new Set<string>();
  let mapActions: Promise<MapActions> | undefined;

  async function receiveUnread(): Promise<void> {
    const unread = parseUnread(storage.load(unreadKey));
    storage.remove(unreadKey);
    const received = receiveResponses(storage, unread, nowSeconds(), getState().runs);
    if (storage.load(mapFillKey) !== null) {
      const map = await loadMap().catch(() => undefined);
      await map?.resume(received?.mapResponse);
    }
    if (!received?.landed) {
      if (areRunsLoaded) return update({ isLoadingRuns: false });
      areRunsLoaded = true;
      const restored = findRequestToRestore();
      if (restored) context.takeChoice(parseChoice(restored.query));
      const runs = loadRuns(storage, nowSeconds());
      const unanswered = findUnanswered(runs);
      const shown =
        restored || unanswered || isForNextRequest(context.getQuery())
          ? // Show the prediction, which may name the cause of the org's error page.
            { view: undefined, shownRun: undefined }
          : loadViewState(storage, runs, getState().choice.lesson);
      return update({ runs, ...shown, unanswered, isLoadingRuns: false });
    }
    areRunsLoaded = true;
    const { landed, runs, status } = received;
    const choice = findChoiceAfter(landed);
    context.takeChoice(choice);
    update({
      runs,
      shownRun: landed.run,
      landed,
      view: undefined,
      unanswered: undefined,
      storage: status,
      // A requested response means that the user has sent the org a request.
      isOrgFromLink: !landed.run.request && context.isUnknownOrg(choice),
      sending: { status: "idle" },
      isLoadingRuns: false,
    });
    for (const { id, tokenRequest } of runs) {
      if (tokenRequest?.status === "sending") void exchange(id);
    }
    const next = findAutomaticRequest(landed.run, nowSeconds());
    if (next) await context.send({ comparison: next });
  }

  /** Finds the form's values after a landing. Orgs redirect without a query, so an unrequested response's query is a link's. */
  function findChoiceAfter({ run, query }: Landed): RequestChoice {
    const isPreset = !run.request && context.getQuery() !== "";
    return query === undefined || isPreset ? getState().choice : parseChoice(query);
  }

  /**
   * Finds the request that the form shows again after the user followed a link on the org's own page, such as its error
   * page. Such a link has no query. Leaves out requests of the map, which don't belong to the form.
   */
  function findRequestToRestore(): PendingRequest | undefined {
    if (context.getQuery() !== "") return undefined;
    const [newest] = loadPendingRequests(storage, nowSeconds());
    if (!newest || newest.fill || !isLinkFrom(newest.orgUrl)) return undefined;
    return newest;
  }

  /** Finds a request that may have ended on the error page of the user's own org: the page can't see that org's pages. */
  function findUnanswered(runs: readonly Run[]): PendingRequest | undefined {
    const newest = loadPendingRequests(storage, nowSeconds()).find(({ isSent }) => isSent);
    if (newest?.org !== "own" || newest.fill) return undefined;
    const isOlder = runs.some(({ receivedAtSeconds }) => receivedAtSeconds > newest.sentAtSeconds);
    return isOlder ? undefined : newest;
  }

  function changeRun(runId: string, change: RunChange): void {
    const changed = getState().runs.map((run) => (run.id === runId ? { ...run, ...change } : run));
    const { runs, status } = saveRuns(storage, changed);
    const before = getState().storage;
    // Keep an earlier status about removed runs.
    const isKept = status === "saved" && before !== "unsaved";
    update({ runs, shownRun: findShown(runs), storage: isKept ? before : status });
  }

  async function exchange(
    runId: string,
    { allowsForeignEndpoint = false }: ExchangeOptions = {},
  ): Promise<void> {
    const run = getState().runs.find(({ id }) => id === runId);
    if (!run || exchanging.has(runId)) return;
    exchanging.add(runId);
    try {
      await exchangeCode(run, {
        ...context.exchange,
        nowSeconds,
        allowsForeignEndpoint,
        onChange: async (tokenRequest) => changeRun(runId, { tokenRequest }),
      });
    } finally {
      exchanging.delete(runId);
    }
  }

  function loadMap(): Promise<MapActions> {
    mapActions ??= mapPart.load().then((code) => code.createMapActions(context));
    // After a failed download, the next call tries again.
    mapActions.catch(() => {
      mapActions = undefined;
    });
    return mapActions;
  }

  function findShown(runs: readonly Run[]): Run | undefined {
    const { shownRun } = getState();
    return shownRun && (runs.find(({ id }) => id === shownRun.id) ?? runs.at(-1));
  }

  return {
    receiveUnread,
    changeRun,
    exchangeCode: exchange,
    saveView: (shown: Omit<ViewState, "lesson">) =>
      saveViewState(storage, { ...shown, lesson: getState().choice.lesson }),
    loadMap,
    async clear() {
      for (const key of storage.keys()) if (key !== ownOrgKey) storage.remove(key);
      const status = storage.survivesNavigation ? "saved" : "unsaved";
      const nothing = { shownRun: undefined, landed: undefined, unanswered: undefined };
      update({ runs: [], ...nothing, storage: status });
      if (mapActions) (await mapActions).reload();
    },
    dropExpired() {
      const shown = getState().runs;
      const runs = dropExpiredRuns(shown, nowSeconds());
      if (isSame(runs, shown)) return;
      saveRuns(storage, runs);
      update({ runs, shownRun: findShown(runs) });
    },
    /** Loads the stored runs again: the page may have been opened again in this tab, and changed them. */
    reload() {
      const runs = loadRuns(storage, nowSeconds());
      const unanswered = findUnanswered(runs);
      update({ runs, unanswered, shownRun: unanswered ? undefined : findShown(runs) });
      void mapActions?.then((map) => map.reload());
    },
  };
}

/** Whether the user followed a link on a page of the org. A reload doesn't count, although it keeps the referrer. */
function isLinkFrom(orgUrl: string): boolean {
  const isLink = performance
    .getEntriesByType("navigation")
    .some((entry) => "type" in entry && entry.type === "navigate");
  return isLink && document.referrer.startsWith(`${orgUrl}/`);
}
