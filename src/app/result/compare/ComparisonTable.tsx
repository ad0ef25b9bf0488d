import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { Button } from "../../../ui/Button.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { shorten } from "../../shorten.ts";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { formatCount } from "../claims/format-count.ts";
import { showName, showText } from "../claims/VisibleText.tsx";
import { type ClaimsSource, findNamedUser } from "../claims-sources.ts";
import { describeRun, isUntrusted } from "../describe-run.ts";
import { FatOrThinTag } from "../slots/Slot.tsx";
import { WeightStrip } from "../slots/WeightStrip.tsx";
import { ComparedValue } from "./ComparedValue.tsx";
import styles from "./ComparisonTable.module.css";
import type { Sides } from "./choose-sides.ts";
import {
  type Comparison,
  type ComparisonRow,
  compareSources,
  findLeftOutOf,
} from "./compare-sources.ts";

type ComparisonTableProps = {
  sides: Sides;
  nowSeconds: number;
  /** The comparison has just arrived: its heading gets the focus. */
  takesFocus: boolean;
  /** The fields that choose the sides. */
  children: ReactNode;
};

/** Two claims sets, claim by claim: groups first, then what differs; what is the same on demand. */
export function ComparisonTable(props: ComparisonTableProps) {
  const { sides, nowSeconds, takesFocus, children } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const [showsSame, setShowsSame] = useState(false);
  const origins = useClaimOrigins();
  const comparison = useMemo(() => compareSources(sides, origins), [sides, origins]);
  const { different, alwaysDifferent, same } = comparison;
  const { left, right } = sides;
  const leftOut = useMemo(() => {
    const ofSides = { left: findLeftOutOf(left, right), right: findLeftOutOf(right, left) };
    return { ofSides, names: { left: toNames(ofSides.left), right: toNames(ofSides.right) } };
  }, [left, right]);
  const shared = { leftOut: leftOut.names, nowSeconds };

  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);

  return (
    <>
      <div className={`row ${styles.tools}`}>
        {children}
        <div className={`row ${styles.count}`}>
          <h2 ref={title} tabIndex={-1}>
            <span role="status">
              {left.id === right.id ? "The same on both sides" : countDifferences(comparison)}
            </span>
          </h2>
          <div className="no-print">
            <Checkbox label="Show same claims" isChecked={showsSame} onChange={setShowsSame} />
          </div>
        </div>
      </div>
      <UsersNote sides={sides} />
      <div className={`card ${styles.frame}`}>
        <table aria-label="Comparison" className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <Heading source={left} leftOut={leftOut.ofSides.left} />
              <Heading source={right} leftOut={leftOut.ofSides.right} />
            </tr>
          </thead>
          <Rows rows={different} {...shared} />
          <Rows title="Different in every token" rows={alwaysDifferent} {...shared} />
          {showsSame && <Rows title="Same on both sides" rows={same} {...shared} />}
        </table>
      </div>
    </>
  );
}

function countDifferences({ different, alwaysDifferent }: Comparison): string {
  const count = different.filter(({ difference }) => difference !== "same").length;
  const words = count === 0 ? "No" : String(count);
  const rest =
    alwaysDifferent.length === 0
      ? ""
      : `, and ${alwaysDifferent.length} that differ in every token`;
  return `${words} ${count === 1 ? "difference" : "differences"}${rest}`;
}

/** Differences between two users say nothing about tokens. */
function UsersNote({ sides: { left, right } }: { sides: Sides }) {
  const users = [findNamedUser(left.run), findNamedUser(right.run)];
  if (users.includes(undefined) || users[0] === users[1]) return null;
  return (
    <p role="note" className={styles.note}>
      The two sides are about different users:{" "}
      {users.map((user = "", index) => (
        <span key={index}>
          {index > 0 && " and "}
          <b>
            <bdi>{showText(shorten(user))}</bdi>
          </b>
        </span>
      ))}
      .
    </p>
  );
}

type LeftOut = readonly LeftOutClaim[] | undefined;

function toNames(leftOut: LeftOut): ReadonlySet<string> {
  return new Set(leftOut?.map(({ name }) => name));
}

function Heading({ source, leftOut }: { source: ClaimsSource; leftOut: LeftOut }) {
  const { run, place, kind, set } = source;
  const user = findNamedUser(run);
  return (
    <th scope="col">
      <span className={`row ${styles.title}`}>
        {run.number} · {place} {kind && <FatOrThinTag kind={kind} />}{" "}
        {isUntrusted(run) && <strong className={styles.untrusted}>Don’t trust</strong>}
      </span>
      <WeightStrip members={set.members} leftOut={leftOut} />
      <span className={`fine-print ${styles.origin}`}>
        {describeRun(run).server}
        {user !== undefined && (
          <>
            {" · "}
            <bdi>{showText(shorten(user))}</bdi>
          </>
        )}
      </span>
    </th>
  );
}

type RowsProps = {
  title?: string;
  rows: readonly ComparisonRow[];
  leftOut: { left: ReadonlySet<string>; right: ReadonlySet<string> };
  nowSeconds: number;
};

/** More rows at once would take longer than 100 ms. No honest token has as many. */
const stepSize = 200;

function Rows({ title, rows, leftOut, nowSeconds }: RowsProps) {
  const id = useId();
  const [count, setCount] = useState(stepSize);
  const hidden = rows.length - count;
  if (rows.length === 0) return null;
  return (
    <tbody>
      {title && (
        <tr className={styles.section}>
          <td colSpan={3}>
            {title} ({rows.length})
          </td>
        </tr>
      )}
      {rows.slice(0, count).map((row, index) => (
        <tr
          key={row.name}
          data-difference={row.difference === "same" ? undefined : row.difference}
          data-groups-claim={row.isGroups || undefined}
        >
          <th scope="row" aria-labelledby={`${id}-${index}`}>
            <bdi id={`${id}-${index}`}>{showName(shorten(row.name))}</bdi>
          </th>
          {(["left", "right"] as const).map((side) => (
            <td key={side}>
              <ComparedValue
                row={row}
                side={side}
                isLeftOut={leftOut[side].has(row.name)}
                nowSeconds={nowSeconds}
              />
            </td>
          ))}
        </tr>
      ))}
      {hidden > 0 && (
        <tr>
          <td colSpan={3}>
            <Button look="quiet" onClick={() => setCount(count + stepSize)}>
              Show {Math.min(hidden, stepSize)} more of {formatCount(rows.length)} claims
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}
