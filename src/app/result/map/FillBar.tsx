import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../../ui/Button.tsx";
import type { Run } from "../../run.ts";
import { countOf, joinWords } from "../claims/format-count.ts";
import styles from "./FillBar.module.css";
import { type Fill, findCurrentRow } from "./fill-state.ts";
import type { MapActions } from "./map-actions.ts";
import { nameRequest } from "./map-row.ts";
import type { MapCell, MapTableRow } from "./map-table.ts";

type FillBarProps = {
  fill: Fill | undefined;
  rows: readonly MapTableRow[];
  runs: readonly Run[];
  blockedBecause: string | undefined;
  onStart: (rowIds: ReadonlySet<string>) => void;
  onGoOn: (mode: Parameters<MapActions["goOn"]>[0]) => void;
  onStop: () => void;
  children: ReactNode;
};

export function FillBar(props: FillBarProps) {
  const { fill, rows, runs, blockedBecause, onStart, onGoOn, onStop, children } = props;
  if (fill?.status === "running") return <Progress fill={fill} onStop={onStop} />;
  if (fill?.status === "paused") {
    return (
      <Pause fill={fill} canSend={blockedBecause === undefined} onGoOn={onGoOn} onStop={onStop} />
    );
  }
  const left = rows.filter(({ isLeft }) => isLeft);
  const all = rows.filter(({ row }) => row.unsent === undefined);
  const wanted = left.length > 0 ? left : all;
  const number = countOf(wanted.length, "request");
  return (
    <div className={`row ${styles.bar} no-print`}>
      <Button
        look="primary"
        disabled={blockedBecause !== undefined || wanted.length === 0}
        onClick={() => onStart(new Set(wanted.map(({ row }) => row.id)))}
      >
        {left.length > 0 ? `Fill the map: ${number} left` : `Fill the map again: ${number}`}
      </Button>
      <Outcome fill={fill} rows={rows} runs={runs} blockedBecause={blockedBecause} />
      {children}
    </div>
  );
}

type OutcomeProps = Pick<FillBarProps, "fill" | "rows" | "runs" | "blockedBecause">;

function Outcome({ fill, rows, runs, blockedBecause }: OutcomeProps) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const isEnded = fill !== undefined;
  // The last response loads the page again, so keyboard and screen reader start at the outcome.
  useEffect(() => {
    if (isEnded) paragraph.current?.focus({ preventScroll: true });
  }, [isEnded]);
  return (
    <p ref={paragraph} role="status" tabIndex={-1} className={styles.words}>
      {fill?.status === "stopped"
        ? `Stopped after ${fill.position} of ${countOf(fill.queue.length, "request")}.`
        : fill
          ? summarizeFill(fill, rows, runs)
          : (blockedBecause ?? "Sends requests without a sign-in page.")}{" "}
      {!fill && "Dashed squares are predictions. Solid squares are results."}
    </p>
  );
}

function Progress({ fill, onStop }: { fill: Fill; onStop: () => void }) {
  const row = findCurrentRow(fill);
  const total = fill.queue.length;
  const stop = useRef<HTMLButtonElement>(null);

  // Each response loads the page again, so Stop takes the focus again. Escape also stops the fill.
  useEffect(() => {
    stop.current?.focus({ preventScroll: true });
    const stopByKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // The same Escape must not also end a presentation.
      event.preventDefault();
      onStop();
    };
    document.addEventListener("keydown", stopByKey);
    return () => document.removeEventListener("keydown", stopByKey);
  }, [onStop]);

  return (
    <div className={`row ${styles.bar} no-print`} data-fill="running">
      <progress aria-label="Filling the map" max={total} value={fill.position} />
      <p className={styles.words}>
        {fill.position} of {total}
        {row && (
          <>
            : <bdi>{row.serverName}</bdi>, {nameRequest(row.responseType)}
          </>
        )}
      </p>
      {/* The next request may leave the page before the button is released. */}
      <Button ref={stop} onPointerDown={({ button }) => button === 0 && onStop()} onClick={onStop}>
        Stop
      </Button>
    </div>
  );
}

type PauseProps = Pick<FillBarProps, "onGoOn" | "onStop"> & { fill: Fill; canSend: boolean };

function Pause({ fill, canSend, onGoOn, onStop }: PauseProps) {
  const { title, sentence, action } = describePause(fill);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={`row ${styles.bar} no-print`} data-fill="paused">
      <div role="alert" className={styles.pause}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p>
          {sentence} {fill.position} of {countOf(fill.queue.length, "request")} done.
        </p>
      </div>
      {action && (
        <Button look="primary" disabled={!canSend} onClick={() => onGoOn(action.mode)}>
          {action.label}
        </Button>
      )}
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}

type FillMessage = {
  title: string;
  sentence: string;
  action?: { label: string; mode: "silent" | "interactive" };
};

function describePause({ pause, question }: Fill): FillMessage {
  const org = question.org === "demo" ? "the demo org" : new URL(question.orgUrl).host;
  const { login } = question;
  switch (pause?.kind) {
    case "needs-user":
      return describeNeededUser(pause.error, org, login);
    case "other-user":
      return {
        title: "Someone else is signed in now",
        sentence: `The map is for one user, so filling it stopped. The results of ${login ?? "the first user"} are kept.`,
      };
    case "not-sent":
      return {
        title: "The next request could not be sent",
        sentence: pause.message,
        action: { label: "Try again", mode: "silent" },
      };
    case "interrupted":
    case undefined:
      return {
        title: "The map is not filled yet",
        sentence: `If ${org} showed an error page, check the client ID and the app’s sign-in redirect URIs first.`,
        action: { label: "Continue", mode: "silent" },
      };
    default:
      return pause satisfies never;
  }
}

function describeNeededUser(
  error: string | undefined,
  org: string,
  login: string | undefined,
): FillMessage {
  if (error === "consent_required") {
    return {
      title: "The org asks for consent first (consent_required)",
      sentence: "Consent once. The map then sends the other requests without a page.",
      action: { label: "Give consent and continue", mode: "interactive" },
    };
  }
  const code = error === undefined ? "" : ` (${error})`;
  const title = login === undefined ? `Nobody is signed in at ${org}` : `Sign in as ${login}`;
  return {
    title: title + code,
    sentence:
      error === undefined || error === "login_required"
        ? "Sign in once. The map then sends its requests without a sign-in page."
        : `${org} needs to show a page for this request. Open it once. The map then sends the other requests without a page.`,
    action: { label: "Sign in and continue", mode: "interactive" },
  };
}

function summarizeFill(fill: Fill, rows: readonly MapTableRow[], runs: readonly Run[]): string {
  const { queue, failedRowIds } = fill;
  const sent = rows.filter(({ row }) => queue.includes(row.id));
  const cells = sent.flatMap((it): readonly MapCell[] => Object.values(it.cells));
  const wrong = cells.filter(({ predicted }) => predicted !== undefined).length;
  const refused = sent.filter(({ cells: { idToken, accessToken } }) =>
    [idToken, accessToken].some((it) => it.evidence === "seen" && it.groups === "refused"),
  ).length;
  // If the list of runs was full, the response was not added to it.
  const failedRuns = runs
    .filter(({ request }) => request?.fill?.fillId === fill.id)
    .filter(({ request }) => failedRowIds.includes(request?.fill?.rowId ?? ""))
    .map(({ number }) => `run ${number}`);
  const sentences = [
    `${countOf(queue.length, "request")} sent, ${refused === 0 ? "none" : refused} refused.`,
    failedRowIds.length > 0 && `${countOf(failedRowIds.length, "response")} can’t be used.`,
    failedRuns.length > 0 && `Open ${joinWords(failedRuns)} to see why.`,
    wrong > 0
      ? `${countOf(wrong, "cell")} ${wrong === 1 ? "is" : "are"} not as predicted.`
      : "Nothing contradicts the prediction.",
  ];
  return sentences.filter(Boolean).join(" ");
}
