import { useState } from "react";
import type { JsonObject } from "../../oidc/json.ts";
import { explainClaim } from "../../okta/glossary/claims.ts";
import { findGroupsClaims } from "../../okta/groups-claims.ts";
import { Button } from "../../ui/Button.tsx";
import { ClaimMeaning } from "./ClaimMeaning.tsx";
import styles from "./ClaimsTable.module.css";
import { ClaimValue } from "./ClaimValue.tsx";
import rows from "./claim-rows.module.css";
import { GroupList } from "./GroupList.tsx";

type ClaimsTableProps = {
  claims: JsonObject;
  nowSeconds: number;
  /** Names of claims that this set has over the one it is held beside; they are marked. */
  added?: ReadonlySet<string>;
};

/** More rows than these at once would keep a browser busy; no honest token has a tenth of them. */
const mostAtFirst = 500;

/** A decoded claims set, one row a claim, in the token's own order, each with its meaning. */
export function ClaimsTable({ claims, nowSeconds, added }: ClaimsTableProps) {
  const groupsClaims = new Map(findGroupsClaims(claims).map(({ name, groups }) => [name, groups]));
  const [showsAll, setShowsAll] = useState(false);
  const all = Object.entries(claims);
  const shown = showsAll
    ? all
    : all.filter(([name], index) => index < mostAtFirst || groupsClaims.has(name));
  return (
    <>
      <table className={`${rows.claims} ${styles.table}`}>
        <caption>Claims</caption>
        <tbody>
          {shown.map(([name, value]) => {
            const groups = groupsClaims.get(name);
            const { meaning, source, format } = explainClaim(name);
            return (
              <tr
                key={name}
                data-groups-claim={groups ? true : undefined}
                data-added={added?.has(name) || undefined}
              >
                <th scope="row">{name}</th>
                <td>
                  {groups ? (
                    <GroupList groups={groups} />
                  ) : (
                    <ClaimValue value={value} {...(format === "numeric-date" && { nowSeconds })} />
                  )}
                  {added?.has(name) && <strong className={styles.added}>Added by UserInfo</strong>}
                  <ClaimMeaning meaning={meaning} source={source} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.length < all.length && (
        <Button onClick={() => setShowsAll(true)}>Show all {all.length} claims</Button>
      )}
    </>
  );
}
