import { memo, useId, useMemo, useState } from "react";
import type { ClaimsMember } from "../../../oidc/claims-set.ts";
import type { JsonValue } from "../../../oidc/json.ts";
import { explainClaim } from "../../../okta/glossary/claims.ts";
import { isGroupsClaim } from "../../../okta/is-groups-claim.ts";
import { AfterFirstFrame } from "../../../ui/AfterFirstFrame.tsx";
import { CopyIconButton } from "../../../ui/CopyIconButton.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { shorten } from "../../shorten.ts";
import styles from "./ClaimRow.module.css";
import { ClaimValue, ValueNotes } from "./ClaimValue.tsx";
import { useClaimOrigins } from "./claim-origins.ts";
import { countOf } from "./format-count.ts";
import { GroupList } from "./GroupList.tsx";
import { listGroups } from "./list-groups.ts";
import { showName, writeShort } from "./VisibleText.tsx";

type ClaimRowProps = {
  member: ClaimsMember;
  nowSeconds: number;
  explainAll: boolean;
  isAdded: boolean;
  copyId: string;
  isCopied: boolean;
  copy: (id: string, text: string) => void;
};

export const ClaimRow = memo(function ClaimRow(props: ClaimRowProps) {
  const { member, nowSeconds, explainAll, isAdded, copyId, isCopied, copy } = props;
  const { name, value, source } = member;
  const explanationId = useId();
  const [isExplained, setIsExplained] = useFollowing(explainAll);
  const origins = useClaimOrigins();
  const isGroups = isGroupsClaim(name, value, origins);
  const groups = useMemo(() => listGroups(member, origins), [member, origins]);
  return (
    <tr
      className={styles.row}
      data-groups-claim={isGroups || undefined}
      data-added={isAdded || undefined}
    >
      <th scope="row" className={styles.name}>
        <button
          type="button"
          aria-expanded={isExplained}
          aria-controls={isExplained ? explanationId : undefined}
          onClick={() => setIsExplained(!isExplained)}
        >
          {showName(shorten(name))}
        </button>
      </th>
      <td className={styles.cell}>
        <div className={styles.value}>
          {groups ? (
            <Groups groups={groups} />
          ) : (
            <ClaimValue member={member} nowSeconds={nowSeconds} />
          )}
          {isGroups && !groups && <p className={styles.remark}>{describeShape(value)}</p>}
          <ValueNotes member={member} />
          {isExplained && <Explanation id={explanationId} member={member} />}
        </div>
        <div className={styles.aside}>
          <AfterFirstFrame>
            <CopyIconButton
              label={`Copy ${writeShort(name)}`}
              isCopied={isCopied}
              onClick={() => copy(copyId, typeof value === "string" ? value : source)}
            />
          </AfterFirstFrame>
          {isAdded && (
            <span className={styles.added}>
              Added<span className="visually-hidden"> by UserInfo</span>
            </span>
          )}
          {groups && <span className={styles.count}>{countOf(groups.length, "group")}</span>}
        </div>
      </td>
    </tr>
  );
});

function Groups({ groups }: { groups: readonly string[] }) {
  if (groups.length === 0) return <p className={styles.remark}>The list is empty.</p>;
  return <GroupList groups={groups} />;
}

function describeShape(value: JsonValue): string {
  if (typeof value === "string") return "Sent as one string, not as a list.";
  return Array.isArray(value) ? "The list contains no names." : "Not a list.";
}

function Explanation({ id, member }: { id: string; member: ClaimsMember }) {
  const { meaning, source } = explainClaim(member.name, member.value);
  return (
    <small id={id} className={styles.explanation}>
      {meaning} {source && <ExternalLink href={source.url}>{source.title}</ExternalLink>}
    </small>
  );
}

/** A boolean state that is reset to `all` whenever `all` changes. */
function useFollowing(all: boolean): readonly [boolean, (own: boolean) => void] {
  const [choice, setChoice] = useState({ all, own: all });
  return [choice.all === all ? choice.own : all, (own) => setChoice({ all, own })];
}
