import { useCallback, useEffect, useMemo, useRef } from "react";
import type { RequestChoice } from "../../request-choice.ts";
import type { SessionState } from "../../session-state.ts";
import { useFetched } from "../../use-fetched.ts";
import { toChoice } from "../to-choice.ts";
import type { Digest } from "./digests.ts";
import { ExportButton } from "./ExportButton.tsx";
import { FillBar } from "./FillBar.tsx";
import { type Fill, findCurrentRow, type MapState } from "./fill-state.ts";
import { MapTable } from "./MapTable.tsx";
import styles from "./MapView.module.css";
import type { MapActions } from "./map-actions.ts";
import { buildMapQuestion, keyOfQuestion, type MapQuestion } from "./map-question.ts";
import { buildMapTable, type MapTableRow, type MapUser } from "./map-table.ts";
import { type MapPrediction, predictMap, predictMapByRules } from "./predict-map.ts";

type MapViewProps = {
  state: SessionState;
  map: MapState;
  loadMap: () => Promise<MapActions>;
  demoOrgStatus: "starting" | "ready" | "unavailable";
  onShowRun: (runId: string) => void;
  onSend: (change: Partial<RequestChoice>) => void;
};

export function MapView({ state, map, ...rest }: MapViewProps) {
  const { fill, digests } = map;
  const isGoingOn = fill?.status === "running" || fill?.status === "paused";
  const form = {
    choice: state.choice,
    draft: state.draft,
    // Right after a fill, the demo org's session is not fetched yet.
    signedInUser:
      state.signedInUser ?? (fill?.question.org === "demo" ? fill.question.login : undefined),
  };
  const question = isGoingOn ? fill.question : buildMapQuestion(form, digests);
  if (!question) {
    return <p className={styles.empty}>Enter your Okta domain and client ID to see the map.</p>;
  }
  return <QuestionMap state={state} map={map} question={question} {...rest} />;
}

function QuestionMap(props: MapViewProps & { question: MapQuestion }) {
  const { state, map, question, loadMap, demoOrgStatus, onShowRun, onSend } = props;
  const { runs, isOrgFromLink, choice } = state;
  const { digests, fill } = map;
  const isReady = question.org === "own" || demoOrgStatus === "ready";
  const prediction = useMapPrediction(question, { fill, canContact: isReady && !isOrgFromLink });
  const user = findMapUser(question, prediction.userId, digests, fill);
  const rows = useMemo(
    () => buildMapTable(prediction.rows, digests, user, runs),
    [prediction.rows, digests, user, runs],
  );
  const isRunning = fill?.status === "running";
  const blockedBecause = findBlock(isOrgFromLink, isReady, demoOrgStatus);
  const latest = useRef({ question, choice });
  useEffect(() => {
    latest.current = { question, choice };
  });

  const { userId, rows: predicted } = prediction;
  const { login } = question;
  useEffect(() => {
    if (isRunning || !isReady) return;
    void loadMap().then((it) => it.recordRuns(runs, { id: userId, name: login }, predicted));
  }, [loadMap, runs, isRunning, isReady, userId, login, predicted]);

  const start = (rowIds: ReadonlySet<string>) =>
    void loadMap().then((it) => it.start(latest.current.question, rowIds));
  const stop = useCallback(() => void loadMap().then((it) => it.stop()), [loadMap]);

  return (
    <div className="stack">
      <MapTable
        rows={rows}
        currentRowId={isRunning ? findCurrentRow(fill)?.id : undefined}
        canSend={blockedBecause === undefined && !isRunning}
        onSend={(row) => onSend(toChoice(row))}
        onShowRun={onShowRun}
      />
      <Notes rows={rows} userName={user.userName} />
      <FillBar
        fill={fill}
        rows={rows}
        runs={runs}
        blockedBecause={blockedBecause}
        onStart={start}
        onGoOn={(mode) => void loadMap().then((it) => it.goOn(mode))}
        onStop={stop}
      >
        <ExportButton rows={rows} orgUrl={question.orgUrl} userName={user.userName} />
      </FillBar>
    </div>
  );
}

function findBlock(
  isOrgFromLink: boolean,
  isReady: boolean,
  demoOrgStatus: MapViewProps["demoOrgStatus"],
): string | undefined {
  if (isOrgFromLink) return "A link chose this org. First send it a request.";
  if (isReady) return undefined;
  return demoOrgStatus === "starting"
    ? "The demo org is starting."
    : "The demo org is unavailable.";
}

function Notes({ rows, userName }: { rows: readonly MapTableRow[]; userName: string | undefined }) {
  const servers = rows
    .map(({ row }) => row)
    .filter((row, index, all) => all.findIndex((it) => it.serverName === row.serverName) === index);
  return (
    <ul className={`fine-print ${styles.notes}`}>
      {userName !== undefined && (
        <li>
          User: <bdi>{userName}</bdi>
        </li>
      )}
      {servers.map(({ serverName, scopes, unsent }) => (
        <li key={serverName}>
          <bdi>{serverName}</bdi>:{" "}
          {unsent !== undefined ? (
            `not sent. ${unsent}`
          ) : scopes.length === 0 ? (
            "no scopes"
          ) : (
            <code>{scopes.join(" ")}</code>
          )}
        </li>
      ))}
    </ul>
  );
}

/**
 * Finds the map's user: the form's user for the demo org, or the newest response's user for another org.
 *
 * @param knownUserId The ID of the question's user, if the org returned the ID.
 */
function findMapUser(
  { org, orgUrl, clientId, login }: MapQuestion,
  knownUserId: string | undefined,
  digests: readonly Digest[],
  fill: Fill | undefined,
): MapUser & { userName: string | undefined } {
  const ofApp = digests.filter((it) => it.orgUrl === orgUrl && it.clientId === clientId);
  const newest = ofApp.findLast(
    ({ userName }) => org === "own" || (login !== undefined && userName === login),
  );
  const isGoingOn = fill?.status === "running" || fill?.status === "paused";
  const userId = (isGoingOn ? fill.userId : undefined) ?? knownUserId ?? newest?.userId;
  const userName = login ?? ofApp.findLast((it) => it.userId === userId && it.userName)?.userName;
  return { orgUrl, clientId, userId, userName };
}

type Options = {
  /** The fill's predictions are shown until new predictions are ready. */
  fill: Fill | undefined;
  /** The org is ready, and was not chosen only by a link. */
  canContact: boolean;
};

const settleMs = 300;
const refreshOn = ["focus"];

/** Predicts by Okta's rules alone, then with the org's set-up or metadata, and again when the tab gets the focus. */
function useMapPrediction(question: MapQuestion, { fill, canContact }: Options): MapPrediction {
  const key = keyOfQuestion(question);
  const sent = JSON.stringify(question.sentScopes);
  const isFilling = fill?.status === "running";
  const known = useFetched(canContact && !isFilling ? key : undefined, () => predictMap(question), {
    delayMs: settleMs,
    version: sent,
    refreshOn,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the question
  const byRules = useMemo(() => predictMapByRules(question), [key, sent]);
  return known ?? (fill && keyOfQuestion(fill.question) === key ? fill : byRules);
}
