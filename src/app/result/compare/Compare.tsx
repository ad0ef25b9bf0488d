import { useId, useMemo } from "react";
import { Button } from "../../../ui/Button.tsx";
import type { Run } from "../../run.ts";
import { ClaimOriginsContext } from "../claims/claim-origins.ts";
import { listClaimsSources } from "../claims-sources.ts";
import { hasManyOrgs } from "../describe-run.ts";
import { type FindOrigins, uniteOrigins } from "../known-origins.ts";
import styles from "./Compare.module.css";
import { ComparisonTable } from "./ComparisonTable.tsx";
import { chooseSides, type SideIds } from "./choose-sides.ts";
import { nameSource } from "./name-source.ts";

type CompareProps = {
  /** Oldest first. */
  runs: readonly Run[];
  findOrigins?: FindOrigins;
  chosen: SideIds;
  onChoose: (chosen: SideIds) => void;
  nowSeconds: number;
  takesFocus: boolean;
  canSend: boolean;
  onCompareFatAndThin: () => void;
};

/** Two claims sets of this tab, side by side. */
export function Compare(props: CompareProps) {
  const {
    runs,
    findOrigins,
    chosen,
    onChoose,
    nowSeconds,
    takesFocus,
    canSend,
    onCompareFatAndThin,
  } = props;
  const id = useId();
  const sources = useMemo(() => runs.flatMap(listClaimsSources), [runs]);
  const namesOrg = hasManyOrgs(runs);
  const sides = useMemo(() => chooseSides(sources, chosen), [sources, chosen]);
  if (!sides) {
    return (
      <div className={styles.empty}>
        <h2>Compare two tokens</h2>
        <p>
          Send two requests: one for the ID token only, one for both tokens. Then see which claims
          the second ID token lacks.
        </p>
        <Button look="primary" disabled={!canSend} onClick={onCompareFatAndThin}>
          Compare fat and thin
        </Button>
      </div>
    );
  }
  const { left, right } = sides;
  const origins = uniteOrigins(findOrigins?.(left.run), findOrigins?.(right.run));
  const options = sources.map((source) => (
    <option key={source.id} value={source.id}>
      {nameSource(source, namesOrg)}
    </option>
  ));
  const choose = (changed: SideIds) => onChoose({ left: left.id, right: right.id, ...changed });
  return (
    <ClaimOriginsContext value={origins}>
      <ComparisonTable sides={sides} nowSeconds={nowSeconds} takesFocus={takesFocus}>
        <div className={`${styles.choice} no-print`}>
          <label htmlFor={`${id}-left`} className="legend">
            Left
          </label>
          <select
            id={`${id}-left`}
            value={left.id}
            onChange={(event) => choose({ left: event.target.value })}
          >
            {options}
          </select>
        </div>
        <div className={`${styles.choice} no-print`}>
          <label htmlFor={`${id}-right`} className="legend">
            Right
          </label>
          <select
            id={`${id}-right`}
            value={right.id}
            onChange={(event) => choose({ right: event.target.value })}
          >
            {options}
          </select>
        </div>
      </ComparisonTable>
    </ClaimOriginsContext>
  );
}
