import { type ReactNode, useState } from "react";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { writeVisible } from "../result/claims/VisibleText.tsx";
import { findNamedUser } from "../result/claims-sources.ts";
import { countParts, describePart, describeRepairs } from "./describe-pasted.ts";
import { maxParts } from "./find-in-json.ts";
import { unknownTexts } from "./guess-kind.ts";
import { PastedRequest } from "./PastedRequest.tsx";
import styles from "./PastedResult.module.css";
import { type PageContext, PastedTokens } from "./PastedTokens.tsx";
import type { Pasted } from "./parse-pasted.ts";
import { hasClaims, type PastedPart } from "./pasted-part.ts";
import { buildPastedRun } from "./pasted-run.ts";

type PastedResultProps = PageContext & { pasted: Pasted };

type ShownPart = Exclude<PastedPart, { kind: "keys" }>;

export function PastedResult({ pasted, ...page }: PastedResultProps) {
  const { parts, looksLike } = pasted;
  // Keys are used to verify tokens, but have no view of their own.
  const shown = parts.filter((part): part is ShownPart => part.kind !== "keys");
  const [index, setIndex] = useState(() => findFirst(shown));
  const part = shown[index];
  // The choice below names the other parts.
  const named = shown.length > 1 ? parts.filter(({ kind }) => kind === "keys") : parts;
  const unknown = looksLike && unknownTexts[looksLike];
  const repairs = describeRepairs(pasted);
  return (
    <>
      <div className="row note">
        {unknown && <p>{unknown}</p>}
        {named.length > 0 && (
          <ul className={`row ${styles.chips}`} aria-label="Found">
            {countParts(named).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        {parts.length === maxParts && (
          <p>Only the first {maxParts} parts of this text are shown.</p>
        )}
        {repairs && <p>{repairs}</p>}
        {parts.length > 0 && shown.length === 0 && (
          <p>Keys only verify tokens. Paste a token, too.</p>
        )}
      </div>
      <PartChoice parts={shown} index={index} onChoose={setIndex} />
      {part?.kind === "request" && (
        <PastedRequest key={index} request={part.request} demoOrgUrl={page.demoOrg.orgUrl} />
      )}
      {part && hasClaims(part) && (
        <PastedTokens key={index} part={part} number={index + 1} parts={parts} {...page} />
      )}
    </>
  );
}

type PartChoiceProps = {
  parts: readonly ShownPart[];
  index: number;
  onChoose: (index: number) => void;
};

/** A HAR file can have dozens of parts. */
const maxSegments = 4;

function PartChoice({ parts, index, onChoose }: PartChoiceProps): ReactNode {
  if (parts.length < 2) return null;
  const choices = parts.map((part, position) => ({
    value: String(position),
    label: `${position + 1}. ${describePart(part)}${nameUser(part)}`,
  }));
  const field = {
    value: String(index),
    onChange: (value: string) => onChoose(Number(value)),
  };
  return parts.length > maxSegments ? (
    <div className={styles.select}>
      <SelectField label="Show" options={choices} {...field} />
    </div>
  ) : (
    <SegmentedControl legend="Show" choices={choices} {...field} size="small" wraps />
  );
}

const maxUserLength = 40;

/** Names the user, to tell parts of the same kind apart. */
function nameUser(part: ShownPart): string {
  if (part.kind === "request") return "";
  const user = findNamedUser(buildPastedRun(part, { number: 1, parts: [], nowSeconds: 0 }));
  return user === undefined ? "" : ` · ${writeVisible(user.slice(0, maxUserLength))}`;
}

/** Prefers tokens to claims without a token, and claims to a code. Requests and errors come last. */
function findFirst(parts: readonly PastedPart[]): number {
  const kinds: readonly ((part: PastedPart) => boolean)[] = [
    (part) => part.kind === "response" && part.tokens.length > 0,
    (part) => part.kind === "claims",
    (part) => part.kind === "response" && part.response.kind === "success",
  ];
  const places = kinds.map((isKind) => parts.findIndex(isKind));
  return places.find((place) => place !== -1) ?? 0;
}
