import { useId, useState } from "react";
import type { ClaimsMember } from "../../../oidc/claims-set.ts";
import { type ComparedClaim, compareClaims } from "../../../okta/difference.ts";
import { findGroupsClaims } from "../../../okta/groups-claims.ts";
import { findLeftOutClaims } from "../../../okta/left-out.ts";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { ClaimValue } from "../claims/ClaimValue.tsx";
import { escapeHidden } from "../claims/escape-hidden.ts";
import { GroupList } from "../claims/GroupList.tsx";
import type { ClaimsSource } from "../claims-sources.ts";
import { FatOrThinTag } from "../slots/FatOrThinTag.tsx";
import { WeightStrip } from "../slots/WeightStrip.tsx";
import styles from "./ComparisonTable.module.css";

type ComparisonTableProps = { left: ClaimsSource; right: ClaimsSource };

const differences = {
  "only-left": "only left",
  "only-right": "only right",
  changed: "differs",
  same: "same",
};

/** Two claims sets, claim by claim: groups first, then what differs; what is the same on demand. */
export function ComparisonTable({ left, right }: ComparisonTableProps) {
  const id = useId();
  const [showsSame, setShowsSame] = useState(false);
  const rows = compareClaims(left.set.claims, right.set.claims);
  const different = rows.filter(({ difference }) => difference !== "same");
  const shown = rows.filter(
    ({ difference, isGroups }) => showsSame || isGroups || difference !== "same",
  );
  const count = different.length === 1 ? "1 difference" : `${different.length} differences`;
  return (
    <>
      <div className={styles.summary}>
        <p role="status">{count}</p>
        <Checkbox label="Show same claims" isChecked={showsSame} onChange={setShowsSame} />
      </div>
      <div className={styles.frame}>
        <table aria-label="Comparison" className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <Heading source={left} other={right} />
              <Heading source={right} other={left} />
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr
                key={row.name}
                data-difference={row.difference === "same" ? undefined : row.difference}
                data-groups-claim={row.isGroups || undefined}
              >
                <th
                  scope="row"
                  aria-labelledby={`${id}-${index}-name`}
                  aria-describedby={`${id}-${index}-difference`}
                >
                  <bdi id={`${id}-${index}-name`}>{escapeHidden(row.name)}</bdi>
                  <small id={`${id}-${index}-difference`}>{differences[row.difference]}</small>
                </th>
                <Cell row={row} source={left} other={right} />
                <Cell row={row} source={right} other={left} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type SideProps = { source: ClaimsSource; other: ClaimsSource };

function Heading({ source, other }: SideProps) {
  const { run, place, kind, set } = source;
  return (
    <th scope="col">
      <span className={styles.title}>
        {run.number} · {place} {kind && <FatOrThinTag kind={kind} />}
      </span>
      <WeightStrip members={set.members} leftOut={findLeftOut(source, other)} />
    </th>
  );
}

function Cell({ row, source, other }: SideProps & { row: ComparedClaim }) {
  const member = source.set.members.findLast(({ name }) => name === row.name);
  if (!member) {
    const isLeftOut = findLeftOut(source, other)?.some(({ name }) => name === row.name);
    return <td className={styles.absent}>{isLeftOut ? "left out" : "not there"}</td>;
  }
  return (
    <td>
      <Value member={member} />
    </td>
  );
}

function Value({ member }: { member: ClaimsMember }) {
  const groups = findGroupsClaims({ [member.name]: member.value })[0]?.groups;
  return groups ? <GroupList groups={groups} /> : <ClaimValue member={member} />;
}

/** A thin ID token left out what a fuller claims set of the same user has. */
function findLeftOut(source: ClaimsSource, other: ClaimsSource) {
  const isSameUser = source.set.claims.sub === other.set.claims.sub;
  if (source.place !== "ID token" || other.place === "Access token" || !isSameUser) {
    return undefined;
  }
  return source.kind === "fat" ? [] : findLeftOutClaims(source.set.claims, [other.set.claims]);
}
