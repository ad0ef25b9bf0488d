import type { JsonObject } from "../../oidc/json.ts";
import { explainClaim } from "../../okta/glossary/claims.ts";
import { findGroupsClaims } from "../../okta/groups-claims.ts";
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

/** A decoded claims set, one row a claim, in the token's own order, each with its meaning. */
export function ClaimsTable({ claims, nowSeconds, added }: ClaimsTableProps) {
  const groupsClaims = new Map(findGroupsClaims(claims).map(({ name, groups }) => [name, groups]));
  return (
    <table className={`${rows.claims} ${styles.table}`}>
      <caption>Claims</caption>
      <tbody>
        {Object.entries(claims).map(([name, value]) => {
          const groups = groupsClaims.get(name);
          const { meaning, source, format } = explainClaim(name);
          return (
            <tr
              key={name}
              data-groups-claim={groups ? true : undefined}
              data-added={added?.has(name) || undefined}
            >
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
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
  );
}
