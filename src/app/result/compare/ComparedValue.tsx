import { shorten } from "../../shorten.ts";
import { ClaimValue, ValueNotes } from "../claims/ClaimValue.tsx";
import { useClaimOrigins } from "../claims/claim-origins.ts";
import { formatCount } from "../claims/format-count.ts";
import { GroupList } from "../claims/GroupList.tsx";
import { listGroups } from "../claims/list-groups.ts";
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
  const origins = useClaimOrigins();
  if (!member) return <span className={styles.absent}>{isLeftOut ? "left out" : "not there"}</span>;
  const groups = listGroups(member, origins);
  if (!groups) {
    return (
      <>
        <ClaimValue member={member} nowSeconds={nowSeconds} />
        <ValueNotes member={member} />
      </>
    );
  }
  const other = row[side === "left" ? "right" : "left"];
  const others = other && listGroups(other, origins);
  return (
    <>
      {groups.length === 0 ? (
        <span className={styles.absent}>The list is empty.</span>
      ) : (
        <GroupList groups={groups} />
      )}
      {others && <OnlyHere groups={groups} others={others} />}
    </>
  );
}

/** As many names as a reader takes in beside a list that has all of them. */
const maxNames = 5;

function OnlyHere({ groups, others }: { groups: readonly string[]; others: readonly string[] }) {
  const known = new Set(others);
  const only = [...new Set(groups)].filter((group) => !known.has(group));
  if (only.length === 0) return null;
  const more = only.length - maxNames;
  return (
    <p className={styles.only}>
      Only here:{" "}
      {only.slice(0, maxNames).map((group, index) => (
        <span key={group}>
          {index > 0 && ", "}
          <bdi>{showName(shorten(group))}</bdi>
        </span>
      ))}
      {more > 0 && ` and ${formatCount(more)} more`}
    </p>
  );
}
