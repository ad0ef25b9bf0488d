import { useDeferredValue, useMemo } from "react";
import type { ClaimsMember } from "../../../oidc/claims-set.ts";
import { type ClaimOrigins, isGroupsClaim } from "../../../okta/is-groups-claim.ts";
import styles from "./ClaimsJson.module.css";
import { useClaimOrigins } from "./claim-origins.ts";
import { escapeHidden, indentJson } from "./indent-json.ts";
import { cutJson } from "./LongText.tsx";

type ClaimsJsonProps = {
  members: readonly ClaimsMember[];
  headerText?: string | undefined;
};

/** The length of JSON that is rendered at once. Only more than about 2,000 groups exceed it. */
const maxLengthAtOnce = 100_000;
const none: readonly ClaimsMember[] = [];

/** JSON is rendered in blocks, because the browser skips blocks that are out of sight. */
const maxLines = 100;
const maxBlockLength = 8000;

export function ClaimsJson({ members, headerText }: ClaimsJsonProps) {
  const origins = useClaimOrigins();
  const isLong = members.reduce((sum, { source }) => sum + source.length, 0) > maxLengthAtOnce;
  // Renders long JSON in a separate task, because the click's task removes the previous view, which may be as long.
  const laterMembers = useDeferredValue(members, isLong ? none : members);
  const shownMembers = isLong ? laterMembers : members;
  const blocks = useMemo(() => buildBlocks(shownMembers, origins), [shownMembers, origins]);
  return (
    <div className={styles.json}>
      {headerText !== undefined && (
        <>
          <h4>Header</h4>
          <pre>{cutJson(escapeHidden(indentJson(headerText)), maxBlockLength)}</pre>
          <h4>Payload</h4>
        </>
      )}
      <pre>
        {blocks.map(({ text, lineCount, isGroups }, index) => (
          <span
            key={index}
            className={styles.block}
            style={{ containIntrinsicBlockSize: `auto ${lineCount}lh` }}
            data-groups={isGroups || undefined}
          >
            {cutJson(text, maxBlockLength)}
          </span>
        ))}
      </pre>
    </div>
  );
}

function buildBlocks(members: readonly ClaimsMember[], origins: ClaimOrigins | undefined) {
  const parts = [
    { lines: ["{"], isGroups: false },
    ...members.map(({ name, value, source }, index) => {
      const comma = index < members.length - 1 ? "," : "";
      const text = `  ${JSON.stringify(name)}: ${indentJson(source, 1)}${comma}`;
      return { lines: text.split("\n"), isGroups: isGroupsClaim(name, value, origins) };
    }),
    { lines: ["}"], isGroups: false },
  ];
  const blocks: { lines: string[]; isGroups: boolean }[] = [];
  for (const { lines, isGroups } of parts) {
    for (const line of lines) {
      const last = blocks.at(-1);
      if (last?.isGroups === isGroups && last.lines.length < maxLines) last.lines.push(line);
      else blocks.push({ lines: [line], isGroups });
    }
  }
  return blocks.map(({ lines, isGroups }) => ({
    text: escapeHidden(lines.join("\n")),
    lineCount: lines.length,
    isGroups,
  }));
}
