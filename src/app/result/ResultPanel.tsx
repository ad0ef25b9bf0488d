import { type ComponentProps, type ReactNode, useCallback, useEffect, useState } from "react";
import { Tabs } from "../../ui/Tabs.tsx";
import { afterFirstFrame } from "../after-first-frame-part.ts";
import { findFatRun } from "../fat-thin-comparison.ts";
import { isOfChosenOrg, isSameRequest } from "../is-same-request.ts";
import { isForNextRequest } from "../next-request.ts";
import { MissingPart } from "../PartFailure.tsx";
import type { Preferences } from "../preferences.ts";
import type { MetadataState } from "../request/use-metadata.ts";
import { parseChoice, type RequestChoice } from "../request-choice.ts";
import type { Run } from "../run.ts";
import { maxRunCount } from "../runs.ts";
import type { Session } from "../session.ts";
import type { SendOptions, SessionState } from "../session-state.ts";
import { mainId } from "../shell/Shell.tsx";
import { shorten } from "../shorten.ts";
import { useArrowKeys } from "../use-arrow-keys.ts";
import { useNow } from "../use-now.ts";
import { usePart } from "../use-part.ts";
import type { ViewState } from "../view-state.ts";
import { idTokenSourceId } from "./claims-sources.ts";
import type { Compare } from "./compare/Compare.tsx";
import type { SideIds } from "./compare/choose-sides.ts";
import type { MapView } from "./map/MapView.tsx";
import { mapPart } from "./map/map-part.ts";
import { type RecordRun, RunResult } from "./RunResult.tsx";
import { RunsStrip } from "./runs/RunsStrip.tsx";
import { useExplainClaims } from "./use-explain-claims.tsx";
import { useFetchOrigins } from "./use-fetch-origins.ts";

type ResultPanelProps = {
  state: SessionState;
  session: Session;
  /** Metadata of the server in the form, which is often the run's server, too. */
  metadata: MetadataState;
  demoOrgStatus: "starting" | "ready" | "unavailable";
  preferences: Preferences;
  prediction: ReactNode;
  isMapOpen: boolean;
};

type View = ViewState["view"];

export function ResultPanel(props: ResultPanelProps) {
  const { state, session, demoOrgStatus, preferences, prediction, isMapOpen } = props;
  const { runs, shownRun, landed, draft } = state;
  const canSend = state.choice.org === "own" || demoOrgStatus === "ready";
  const fatRun = landed && findFatRun(landed.run, runs);
  const [view, setView] = useState<View>(
    fatRun ? "Compare" : isMapOpen ? "Map" : (state.view ?? "Tokens"),
  );
  /** A landed result takes the focus once. After that, the focus stays on the chip or tab that was pressed. */
  const [hasMoved, setMoved] = useState(false);
  /** The run opened by a button of the map or of another run. The button is gone, so the heading takes the focus. */
  const [openedRunId, setOpenedRunId] = useState<string>();
  const [sides, setSides] = useState<SideIds>(
    fatRun ? { left: idTokenSourceId(fatRun.id), right: idTokenSourceId(landed.run.id) } : {},
  );
  const { explainAll, explainSwitch } = useExplainClaims(preferences);
  const nowSeconds = useNow();
  useFetchOrigins(runs, demoOrgStatus === "ready", session.changeRun);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs again whenever the time changes
  useEffect(() => void session.dropExpired(), [session, nowSeconds]);

  const isMapChosen = isMapOpen && state.map?.fill === undefined;
  useEffect(() => {
    // The button that opened the map is gone, and the focus with it.
    if (isMapChosen && document.activeElement === document.body) {
      document.querySelector<HTMLElement>("[data-tab=Map]")?.focus();
    }
  }, [isMapChosen]);

  useEffect(() => {
    // The link that was followed is gone, and the focus with it.
    if (isForNextRequest(location.search))
      document.querySelector<HTMLElement>("main [data-next]")?.focus({ preventScroll: true });
  }, []);

  const hasRuns = runs.length > 0;
  const shownRunId = shownRun?.id;
  useEffect(() => {
    if (hasRuns) void session.saveView({ view, runId: shownRunId ?? null });
  }, [session, hasRuns, view, shownRunId]);

  const step = useCallback(
    (by: -1 | 1) => {
      // The next request is shown after the last run.
      const index = shownRun ? runs.findIndex(({ id }) => id === shownRun.id) : runs.length;
      const next = runs[index + by];
      if (!next) return;
      setView("Tokens");
      session.show(next.id);
    },
    [runs, shownRun, session],
  );
  // With a lesson open, the arrow keys step through the lesson.
  useArrowKeys(state.choice.isPresenting && state.choice.lesson === "", step);

  const record = useCallback<RecordRun>(
    // If the map can't be loaded, the error is shown when the map is opened.
    (...run) =>
      void session.loadMap().then(
        ({ record }) => record(...run),
        () => undefined,
      ),
    [session],
  );

  /** Changes and sends the shown run's request. The form may have another request. */
  function sendChanged(change: Partial<RequestChoice>, options?: SendOptions) {
    const query = shownRun?.request?.query;
    const { lesson, step } = state.choice;
    const sent = query === undefined ? state.choice : parseChoice(query);
    session.choose({ ...sent, lesson, step, ...change });
    send(options);
  }

  function send(options?: SendOptions) {
    void session.send({ metadata: props.metadata, ...options });
  }

  function showRun(runId: string | undefined) {
    setMoved(true);
    setView("Tokens");
    session.show(runId);
    setOpenedRunId(undefined);
  }

  function openRun(runId: string) {
    showRun(runId);
    setOpenedRunId(runId);
  }

  const tokens = (run: Run) => (
    <RunResult
      key={run.id}
      {...{ run, runs, nowSeconds, demoOrgStatus, explainAll }}
      takesFocus={run.id === openedRunId || (run.id === landed?.run.id && !fatRun && !hasMoved)}
      // The buttons of a run without a request would send to the form's org, which a link may have chosen.
      canSend={canSend && (run.request !== undefined || !state.isOrgFromLink)}
      onShow={openRun}
      onChecked={record}
      metadata={props.metadata}
      onExchangeCode={(allowsForeignEndpoint) =>
        void session.exchangeCode(run.id, { allowsForeignEndpoint })
      }
      onUserInfo={(received) => void session.changeRun(run.id, received)}
      onSendChanged={sendChanged}
      elsewhere={isOfChosenOrg(run, state) ? undefined : nameOrgOf(run)}
    />
  );
  return (
    <>
      {hasRuns && (
        <RunsStrip
          runs={runs}
          hasOtherOrg={runs.some((run) => !isOfChosenOrg(run, state))}
          shownRunId={shownRunId}
          hasNextRequest={shownRun !== undefined && !isSameRequest(draft, shownRun)}
          onShow={showRun}
          onClear={() => {
            // Clearing removes this panel, and the focus with it.
            void session.clear().then(() => document.getElementById(mainId)?.focus());
          }}
        />
      )}
      <StorageNotice status={state.storage} />
      <Tabs<View>
        label="Result views"
        selected={view}
        onSelect={(name) => {
          setMoved(true);
          setView(name);
        }}
        aside={view === "Tokens" && shownRun && explainSwitch}
        tabs={[
          {
            name: "Tokens",
            content: () => (shownRun ? tokens(shownRun) : prediction),
          },
          {
            name: "Compare",
            content: () => (
              <CompareTab
                runs={runs}
                chosen={sides}
                onChoose={setSides}
                nowSeconds={nowSeconds}
                takesFocus={fatRun !== undefined && !hasMoved}
                canSend={canSend}
                onCompareFatAndThin={() => {
                  const options: SendOptions = { comparison: { step: "fat" } };
                  // This button's label names no org, so the button sends to the chosen org.
                  if (shownRun && isOfChosenOrg(shownRun, state)) sendChanged({}, options);
                  else send(options);
                }}
              />
            ),
          },
          {
            name: "Map",
            content: () => (
              <MapTab
                state={state}
                loadMap={session.loadMap}
                demoOrgStatus={demoOrgStatus}
                onShowRun={openRun}
                onSend={(change) => {
                  session.choose(change);
                  send();
                }}
              />
            ),
          },
        ]}
      />
    </>
  );
}

/** Returns the words to append to the label of a button that sends to the run's org. */
function nameOrgOf({ request }: Run): string | undefined {
  if (!request) return undefined;
  return request.org === "demo"
    ? "in the demo org"
    : `at ${shorten(new URL(request.orgUrl).host, 24)}`;
}

function CompareTab(props: ComponentProps<typeof Compare>) {
  const { code, hasFailed } = usePart(afterFirstFrame);
  if (code) return <code.Compare {...props} />;
  return <MissingPart part="The comparison" hasFailed={hasFailed} />;
}

type MapTabProps = Omit<ComponentProps<typeof MapView>, "map">;

function MapTab(props: MapTabProps) {
  const { state, loadMap } = props;
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    loadMap().catch(() => setFailed(true));
  }, [loadMap]);

  const code = mapPart.loaded();
  if (code && state.map) return <code.MapView {...props} map={state.map} />;
  return <MissingPart part="The map" hasFailed={hasFailed} />;
}

function StorageNotice({ status }: { status: SessionState["storage"] }) {
  if (status === "saved") return null;
  return (
    <p role="status" className="note">
      {storageNotices[status]}
    </p>
  );
}

const storageNotices = {
  storage_full: "This tab’s storage was full, so older runs were removed.",
  over_limit: `Older runs were removed. This tab keeps the newest ${maxRunCount}.`,
  unsaved: "This run could not be stored. Reloading the page loses it.",
};
