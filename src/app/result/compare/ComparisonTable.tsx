import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { shorten } from "../../shorten.ts";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { countOf, formatCount, keepCounts } from "../claims/format-count.ts";
import { showName, showShort } from "../claims/VisibleText.tsx";
import { type ClaimsSource, findNamedUser } from "../claims-sources.ts";
import { describeRun, isUntrusted, nameSource } from "../describe-run.ts";
import { FatOrThinTag } from "../slots/Slot.tsx";
import { WeightStrip } from "../slots/WeightStrip.tsx";
import styles from "./Compare.module.css";
import { ComparedValue } from "./ComparedValue.tsx";
import type { SideIds, Sides } from "./choose-sides.ts";
import {
  type Comparison,
  type ComparisonRow,
  compareSources,
  findLeftOutOf,
} from "./compare-sources.ts";
import { FatAndThinNote } from "./FatAndThinNote.tsx";

type ComparisonTableProps = {
  sides: Sides;
  sources: readonly ClaimsSource[];
  namesOrg: boolean;
  onChoose: (chosen: SideIds) => void;
  nowSeconds: number;
  /** Moves the focus to the heading, because the second response has just been received. */
  takesFocus: boolean;
};

const sideNames = ["left", "right"] as const;

export function ComparisonTable(props: ComparisonTableProps) {
  const { sides, nowSeconds, takesFocus } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const [showsSame, setShowsSame] = useState(false);
  const origins = useClaimOrigins();
  const comparison = useMemo(() => compareSources(sides, origins), [sides, origins]);
  const { different, alwaysDifferent, same } = comparison;
  const { left, right } = sides;
  const leftOut = useMemo(
    () => ({
      left: findLeftOutOf(left, right),
      right: findLeftOutOf(right, left),
    }),
    [left, right],
  );
  const shared = { leftOut, nowSeconds };

  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, [takesFocus]);

  return (
    <>
      <div className={`row ${styles.tools}`}>
        {sideNames.map((side) => (
          <SideField key={side} side={side} {...props} />
        ))}
        <div className={`row ${styles.count}`}>
          {/* A status inside the heading would leave the heading without an accessible name. */}
          <div role="status">
            <h2 ref={title} tabIndex={-1}>
              {left.id === right.id ? "The same on both sides" : countDifferences(comparison)}
            </h2>
          </div>
          <div className="no-print">
            <Checkbox label="Show same claims" isChecked={showsSame} onChange={setShowsSame} />
          </div>
        </div>
      </div>
      <UsersNote sides={sides} />
      <FatAndThinNote sides={sides} leftOut={leftOut} />
      <div className={`card ${styles.frame}`}>
        <table aria-label="Comparison" className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <Heading source={left} leftOut={leftOut.left} />
              <Heading source={right} leftOut={leftOut.right} />
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

type SideFieldProps = ComparisonTableProps & { side: (typeof sideNames)[number] };

function SideField({ side, sides, sources, namesOrg, onChoose }: SideFieldProps) {
  const id = useId();
  const { left, right } = sides;
  return (
    <div className={`${styles.choice} no-print`}>
      <label htmlFor={id} className="legend">
        {side === "left" ? "Left" : "Right"}
      </label>
      <select
        id={id}
        value={sides[side].id}
        onChange={({ target }) =>
          onChoose({ left: left.id, right: right.id, [side]: target.value })
        }
      >
        {sources.map((source) => (
          <option key={source.id} value={source.id}>
            {nameSource(source, namesOrg)}
          </option>
        ))}
      </select>
    </div>
  );
}

function countDifferences({ different, alwaysDifferent }: Comparison): string {
  const count = different.filter(({ difference }) => difference !== "same").length;
  const always = alwaysDifferent.length;
  const summary = count === 0 ? "No differences" : countOf(count, "difference");
  if (always === 0) return keepCounts(summary);
  const verb = always === 1 ? "differs" : "differ";
  return keepCounts(
    count === 0
      ? `${summary}, except ${countOf(always, "claim")} that ${verb} in every token`
      : `${summary}. ${countOf(always, "more claim")} ${verb} in every token.`,
  );
}

/** Differences between two users say nothing about tokens. */
function UsersNote({ sides: { left, right } }: { sides: Sides }) {
  const users = [findNamedUser(left.run), findNamedUser(right.run)];
  if (users.includes(undefined) || users[0] === users[1]) return null;
  return (
    <Callout kind="warning" role="note">
      <p>
        The two sides are about different users:{" "}
        {users.map((user = "", index) => (
          <span key={index}>
            {index > 0 && " and "}
            <b>
              <bdi>{showShort(user)}</bdi>
            </b>
          </span>
        ))}
        .
      </p>
    </Callout>
  );
}

type LeftOut = readonly LeftOutClaim[] | undefined;

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
            <bdi>{showShort(user)}</bdi>
          </>
        )}
      </span>
    </th>
  );
}

type RowsProps = {
  title?: string;
  rows: readonly ComparisonRow[];
  leftOut: { left: LeftOut; right: LeftOut };
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
          {sideNames.map((side) => (
            <td key={side}>
              <ComparedValue
                row={row}
                side={side}
                isLeftOut={leftOut[side]?.some(({ name }) => name === row.name) ?? false}
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
