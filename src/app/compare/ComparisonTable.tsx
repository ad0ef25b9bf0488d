import { useId } from "react";
import type { JsonObject } from "../../oidc/json.ts";
import { type ComparedClaim, compareClaims } from "../../okta/difference.ts";
import { findGroupsClaims } from "../../okta/groups-claims.ts";
import { ClaimValue } from "../claims/ClaimValue.tsx";
import rows from "../claims/claim-rows.module.css";
import { GroupList } from "../claims/GroupList.tsx";
import styles from "./ComparisonTable.module.css";

type Column = { label: string; claims: JsonObject };
type ComparisonTableProps = { left: Column; right: Column };

const words = {
  "only-left": "Only left",
  "only-right": "Only right",
  changed: "Differs",
  same: "Same",
};

/** Two claims sets, claim by claim: groups first, then what differs. */
export function ComparisonTable({ left, right }: ComparisonTableProps) {
  const id = useId();
  return (
    <table className={`${rows.claims} ${styles.table}`}>
      <caption>Comparison</caption>
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">{left.label}</th>
          <th scope="col">{right.label}</th>
        </tr>
      </thead>
      <tbody>
        {compareClaims(left.claims, right.claims).map((row, index) => (
          <tr
            key={row.name}
            data-difference={row.difference === "same" ? undefined : row.difference}
            data-groups-claim={row.isGroups || undefined}
          >
            {/* It heads the row by the claim's name alone, as in every table of claims. */}
            <th
              scope="row"
              aria-labelledby={`${id}-${index}-name`}
              aria-describedby={`${id}-${index}-difference`}
            >
              <bdi id={`${id}-${index}-name`}>{row.name}</bdi>
              <small id={`${id}-${index}-difference`}>{words[row.difference]}</small>
            </th>
            <Cell claim={row} side="left" />
            <Cell claim={row} side="right" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { claim: ComparedClaim; side: "left" | "right" };

function Cell({ claim, side }: CellProps) {
  const value = claim[side];
  if (value === undefined) return <td className={styles.absent}>not there</td>;
  const groups = findGroupsClaims({ [claim.name]: value })[0]?.groups;
  return <td>{groups ? <GroupList groups={groups} /> : <ClaimValue value={value} />}</td>;
}
