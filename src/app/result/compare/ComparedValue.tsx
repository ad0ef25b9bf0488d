import { shorten } from "../../shorten.ts";
import { ClaimValue, ValueNotes } from "../claims/ClaimValue.tsx";
import { formatCount } from "../claims/format-count.ts";
import { GroupList } from "../claims/GroupList.tsx";
import { showName } from "../claims/VisibleText.tsx";
import styles from "./Compare.module.css";
import type { ComparisonRow } from "./compare-sources.ts";

type ComparedValueProps = {
  row: ComparisonRow;
  side: "left" | "right";
  isLeftOut: boolean;
  nowSeconds: number;
};

export function ComparedValue({ row, side, isLeftOut, nowSeconds }: ComparedValueProps) {
  const member = row[side];
  const groups = row.groups[side];
  if (!member) return <span className={styles.absent}>{isLeftOut ? "left out" : "not there"}</span>;
  if (!groups) {
    return (
      <>
        <ClaimValue member={member} nowSeconds={nowSeconds} />
        <ValueNotes member={member} />
      </>
    );
  }
  return (
    <>
      {groups.all.length === 0 ? (
        <span className={styles.absent}>The list is empty.</span>
      ) : (
        <GroupList groups={groups.all} />
      )}
      {groups.onlyHere.length > 0 && <OnlyHere groups={groups.onlyHere} />}
    </>
  );
}

/** A few names are enough, because the full list is beside them. */
const maxNames = 5;

function OnlyHere({ groups }: { groups: readonly string[] }) {
  const more = groups.length - maxNames;
  return (
    <p className={styles.only}>
      Only here:{" "}
      {groups.slice(0, maxNames).map((group, index) => (
        <span key={group}>
          {index > 0 && ", "}
          <bdi>{showName(shorten(group))}</bdi>
        </span>
      ))}
      {more > 0 && ` and ${formatCount(more)} more`}
    </p>
  );
}
