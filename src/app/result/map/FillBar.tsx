import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../../ui/Button.tsx";
import { count, describePause, summarizeFill } from "./describe-fill.ts";
import styles from "./FillBar.module.css";
import { type Fill, findCurrentRow } from "./fill-state.ts";
import { nameRequest } from "./map-row.ts";
import type { MapActions } from "./map-state.ts";
import type { MapTableRow } from "./map-table.ts";

type FillBarProps = {
  /** Of the map that is shown. */
  fill: Fill | undefined;
  rows: readonly MapTableRow[];
  /** Why the map can't be filled now. */
  blockedBecause: string | undefined;
  onStart: (rowIds: ReadonlySet<string>) => void;
  onGoOn: Parameters<MapActions["goOn"]>[0] extends infer Mode ? (mode: Mode) => void : never;
  onStop: () => void;
  /** The export. */
  children: ReactNode;
};

/** Fills the map, tells how far it is, and what keeps it from going on. */
export function FillBar(props: FillBarProps) {
  const { fill, rows, blockedBecause, onStart, onGoOn, onStop, children } = props;
  if (fill?.status === "running") return <Progress fill={fill} onStop={onStop} />;
  if (fill?.status === "paused") {
    return (
      <Pause fill={fill} canSend={blockedBecause === undefined} onGoOn={onGoOn} onStop={onStop} />
    );
  }
  const left = rows.filter(({ isLeft }) => isLeft);
  const all = rows.filter(({ row }) => row.unsent === undefined);
  const wanted = left.length > 0 ? left : all;
  const number = count(wanted.length, "request");
  return (
    <div className={styles.bar}>
      <Button
        look="primary"
        disabled={blockedBecause !== undefined || wanted.length === 0}
        onClick={() => onStart(new Set(wanted.map(({ row }) => row.id)))}
      >
        {left.length > 0 ? `Fill the map: ${number} left` : `Fill the map again: ${number}`}
      </Button>
      <Outcome fill={fill} rows={rows} blockedBecause={blockedBecause} />
      {children}
    </div>
  );
}

function Outcome({
  fill,
  rows,
  blockedBecause,
}: Pick<FillBarProps, "fill" | "rows" | "blockedBecause">) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const isEnded = fill !== undefined;
  // The chain's last page starts here for the keyboard and for screen readers.
  useEffect(() => {
    if (isEnded) paragraph.current?.focus({ preventScroll: true });
  }, [isEnded]);
  return (
    <p ref={paragraph} role="status" tabIndex={-1} className={styles.words}>
      {fill?.status === "stopped"
        ? `Stopped after ${fill.position} of ${count(fill.queue.length, "request")}.`
        : fill
          ? summarizeFill(fill, rows)
          : (blockedBecause ?? "Shows no sign-in page.")}{" "}
      {!fill && "Filled squares were seen, dashed ones are predicted."}
    </p>
  );
}

function Progress({ fill, onStop }: { fill: Fill; onStop: () => void }) {
  const row = findCurrentRow(fill);
  const total = fill.queue.length;
  const stop = useRef<HTMLButtonElement>(null);

  // Each request opens the page anew: Stop keeps the focus, and Escape works wherever it is.
  useEffect(() => {
    stop.current?.focus({ preventScroll: true });
    const stopByKey = (event: KeyboardEvent) => event.key === "Escape" && onStop();
    window.addEventListener("keydown", stopByKey);
    return () => window.removeEventListener("keydown", stopByKey);
  }, [onStop]);

  return (
    <div className={styles.bar} data-fill="running">
      <progress aria-label="Filling the map" max={total} value={fill.position} />
      <p className={styles.words}>
        {fill.position} of {total}
        {row && (
          <>
            : <bdi>{row.serverName}</bdi>, {nameRequest(row.responseType)}
          </>
        )}
      </p>
      {/* The page may be gone before the button is released. */}
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
    <div className={styles.bar} data-fill="paused">
      <div role="alert" className={styles.pause}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p>
          {sentence} {fill.position} of {count(fill.queue.length, "request")} done.
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
