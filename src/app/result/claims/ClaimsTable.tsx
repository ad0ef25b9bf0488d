import { useMemo, useState } from "react";
import type { ClaimsMember } from "../../../oidc/claims-set.ts";
import { groupClaims } from "../../../okta/claim-order.ts";
import { Button } from "../../../ui/Button.tsx";
import type { Copied } from "../../../ui/use-copy.ts";
import { ClaimRow } from "./ClaimRow.tsx";
import styles from "./ClaimsTable.module.css";
import { useClaimOrigins } from "./claim-origins.ts";
import { formatCount } from "./format-count.ts";

type ClaimsTableProps = {
  members: readonly ClaimsMember[];
  nowSeconds: number;
  explainAll: boolean;
  added?: ReadonlySet<string> | undefined;
  /** Renders only the first section: the groups, if there are any. */
  isFirstFrame?: boolean;
  copied: Copied | undefined;
  copy: (id: string, text: string) => void;
};

/** More rows at once would take longer than 100 ms. */
const stepSize = 200;

const titles = {
  groups: undefined,
  user: "About the user",
  token: "About the sign-in and the token",
};

export function ClaimsTable({ members, added, isFirstFrame, copied, ...rest }: ClaimsTableProps) {
  const origins = useClaimOrigins();
  const [count, setCount] = useState(stepSize);
  const kinds = useMemo(() => groupClaims(members, origins), [members, origins]);
  const hidden = Math.max(0, members.length - count);
  return (
    <>
      <table aria-label="Claims" className={styles.table}>
        {takeFirst(isFirstFrame ? kinds.slice(0, 1) : kinds, count).map(
          ({ kind, members: ofKind }) => (
            <tbody key={kind}>
              {titles[kind] && (
                <tr className={styles.section}>
                  <td colSpan={2}>{titles[kind]}</td>
                </tr>
              )}
              {ofKind.map((member) => {
                const copyId = `${member.name} ${members.indexOf(member)}`;
                return (
                  <ClaimRow
                    key={copyId}
                    member={member}
                    isAdded={added?.has(member.name) ?? false}
                    copyId={copyId}
                    isCopied={copied?.id === copyId && copied.isDone}
                    {...rest}
                  />
                );
              })}
            </tbody>
          ),
        )}
      </table>
      {hidden > 0 && (
        <p className={styles.more}>
          <Button look="quiet" onClick={() => setCount(count + stepSize)}>
            Show {Math.min(hidden, stepSize)} more of {formatCount(members.length)} claims
          </Button>
        </p>
      )}
    </>
  );
}

type Kinds = ReturnType<typeof groupClaims<ClaimsMember>>;

function takeFirst(kinds: Kinds, count: number): Kinds {
  let room = count;
  return kinds.flatMap(({ kind, members }) => {
    const taken = members.slice(0, Math.max(0, room));
    room -= taken.length;
    return taken.length > 0 ? [{ kind, members: taken }] : [];
  });
}
