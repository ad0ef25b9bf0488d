import { useMemo, useState } from "react";
import { type ClaimsSource, listClaimsSources } from "../result/claims-sources.ts";
import { ComparisonTable } from "../result/compare/ComparisonTable.tsx";
import type { SideIds } from "../result/compare/choose-sides.ts";
import { hasManyOrgs } from "../result/describe-run.ts";
import type { Run } from "../run.ts";
import { loadRuns } from "../runs.ts";
import type { TabStorage } from "../tab-storage.ts";
import styles from "./PastedTokens.module.css";
import { hasClaims, type PastedPart } from "./pasted-part.ts";
import { buildPastedRun } from "./pasted-run.ts";

type PastedComparisonProps = {
  run: Run;
  parts: readonly PastedPart[];
  storage: TabStorage;
  nowSeconds: number;
};

const maxPasted = 20;

/** Compares a pasted token with another pasted token, or with a token of this tab's runs. */
export function PastedComparison({ run, parts, storage, nowSeconds }: PastedComparisonProps) {
  const [chosen, setChosen] = useState<SideIds>({});
  const [openedAtSeconds] = useState(nowSeconds);
  const runs = useMemo(() => loadRuns(storage, openedAtSeconds), [storage, openedAtSeconds]);
  const sources = useMemo(() => {
    const others = buildOtherRuns(run, parts, openedAtSeconds);
    return [run, ...others, ...runs].flatMap(listClaimsSources);
  }, [run, parts, runs, openedAtSeconds]);
  const find = (sourceId: string | undefined) => sources.find((it) => it.id === sourceId);
  const left = find(chosen.left) ?? sources[0];
  const right = find(chosen.right) ?? findOther(left, sources);
  const sides = useMemo(() => left && right && { left, right }, [left, right]);
  if (!sides) {
    return (
      <p className="note">
        There is nothing to compare with yet. Paste a second token below the first one, or send a
        request in Explore.
      </p>
    );
  }
  return (
    <div className={styles.comparison}>
      <ComparisonTable
        sides={sides}
        sources={sources}
        namesOrg={hasManyOrgs(runs)}
        onChoose={setChosen}
        nowSeconds={nowSeconds}
        takesFocus={false}
      />
    </div>
  );
}

function buildOtherRuns(
  run: Run,
  parts: readonly PastedPart[],
  nowSeconds: number,
): readonly Run[] {
  return parts
    .filter(({ kind }) => kind !== "keys")
    .slice(0, maxPasted)
    .flatMap((part, index) =>
      hasClaims(part) ? [buildPastedRun(part, { number: index + 1, parts: [], nowSeconds })] : [],
    )
    .filter(({ id }) => id !== run.id);
}

/** The newest other source from the same place, such as an ID token, else the newest other source. */
function findOther(
  left: ClaimsSource | undefined,
  sources: readonly ClaimsSource[],
): ClaimsSource | undefined {
  const others = sources.filter((source) => source !== left);
  return others.findLast(({ place }) => place === left?.place) ?? others.at(-1);
}
