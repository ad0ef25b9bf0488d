import { useMemo } from "react";
import { Button } from "../../../ui/Button.tsx";
import type { Run } from "../../run.ts";
import { ClaimOriginsContext } from "../claims/claim-origins.ts";
import { listClaimsSources } from "../claims-sources.ts";
import { hasManyOrgs } from "../describe-run.ts";
import { uniteOrigins } from "../unite-origins.ts";
import styles from "./Compare.module.css";
import { ComparisonTable } from "./ComparisonTable.tsx";
import { chooseSides, type SideIds } from "./choose-sides.ts";

type CompareProps = {
  /** Oldest first. */
  runs: readonly Run[];
  chosen: SideIds;
  onChoose: (chosen: SideIds) => void;
  nowSeconds: number;
  takesFocus: boolean;
  canSend: boolean;
  onCompareFatAndThin: () => void;
};

export function Compare({ runs, chosen, ...props }: CompareProps) {
  const sources = useMemo(() => runs.flatMap(listClaimsSources), [runs]);
  const sides = useMemo(() => chooseSides(sources, chosen), [sources, chosen]);
  if (!sides) {
    return (
      <div className={styles.empty}>
        <h2>Compare two tokens</h2>
        <p>
          Send two requests: one for the ID token only, one for both tokens. Then see which claims
          the second ID token lacks.
        </p>
        <Button look="primary" disabled={!props.canSend} onClick={props.onCompareFatAndThin}>
          Compare fat and thin
        </Button>
      </div>
    );
  }
  const origins = uniteOrigins(sides.left.run.claimOrigins, sides.right.run.claimOrigins);
  return (
    <ClaimOriginsContext value={origins}>
      <ComparisonTable {...props} {...{ sides, sources }} namesOrg={hasManyOrgs(runs)} />
    </ClaimOriginsContext>
  );
}
