import { useMemo } from "react";
import type { ClaimsMember } from "../../../oidc/claims-set.ts";
import type { JsonObject } from "../../../oidc/json.ts";
import { type ClaimOrigins, isGroupsClaim } from "../../../okta/is-groups-claim.ts";
import styles from "./ClaimsJson.module.css";
import { useClaimOrigins } from "./claim-origins.ts";
import { escapeHidden, indentJson } from "./indent-json.ts";
import { cutJson } from "./LongText.tsx";

type ClaimsJsonProps = {
  members: readonly ClaimsMember[];
  header?: JsonObject | undefined;
};

/** The browser skips blocks that are out of sight. */
const maxLines = 100;
const maxBlockLength = 8000;

export function ClaimsJson({ members, header }: ClaimsJsonProps) {
  const origins = useClaimOrigins();
  const blocks = useMemo(() => buildBlocks(members, origins), [members, origins]);
  return (
    <div className={styles.json}>
      {header && (
        <>
          <h4>Header</h4>
          <pre>{cutJson(escapeHidden(JSON.stringify(header, null, 2)), maxBlockLength)}</pre>
          <h4>Payload</h4>
        </>
      )}
      <pre>
        {blocks.map(({ text, isGroups }, index) => (
          <span key={index} className={styles.block} data-groups={isGroups || undefined}>
            {cutJson(text, maxBlockLength)}
          </span>
        ))}
      </pre>
    </div>
  );
}

function buildBlocks(members: readonly ClaimsMember[], origins: ClaimOrigins | undefined) {
  const lines = [
    { text: "{", isGroups: false },
    ...members.flatMap(({ name, value, source }, index) => {
      const comma = index < members.length - 1 ? "," : "";
      const text = `  ${JSON.stringify(name)}: ${indentJson(source, 1)}${comma}`;
      const isGroups = isGroupsClaim(name, value, origins);
      return text.split("\n").map((line) => ({ text: line, isGroups }));
    }),
    { text: "}", isGroups: false },
  ];
  const blocks: { lines: string[]; isGroups: boolean }[] = [];
  for (const { text, isGroups } of lines) {
    const last = blocks.at(-1);
    if (last?.isGroups === isGroups && last.lines.length < maxLines) last.lines.push(text);
    else blocks.push({ lines: [text], isGroups });
  }
  return blocks.map(({ lines: ofBlock, isGroups }) => ({
    text: escapeHidden(ofBlock.join("\n")),
    isGroups,
  }));
}
