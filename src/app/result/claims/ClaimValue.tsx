import type { ClaimsMember, JsonNote } from "../../../oidc/claims-set.ts";
import { explainClaim } from "../../../okta/glossary/claims.ts";
import { describeTime, looksLikeMilliseconds } from "../../describe-time.ts";
import styles from "./ClaimValue.module.css";
import { formatCount, keepCounts } from "./format-count.ts";
import { escapeHidden, indentJson, inlineJson } from "./indent-json.ts";
import { cutJson, cutText } from "./LongText.tsx";

const maxLength = 800;

export function ClaimValue({ member, nowSeconds }: { member: ClaimsMember; nowSeconds: number }) {
  const { name, value, source } = member;
  if (explainClaim(name).format === "numeric-date" && typeof value === "number") {
    return <Time name={name} seconds={value} source={source} nowSeconds={nowSeconds} />;
  }
  const isPlain = typeof value === "string" && !needsQuotes.test(value);
  return (
    <code className={styles.value}>
      {isPlain ? cutText(value, maxLength) : cutJson(writeJson(member), maxLength)}
    </code>
  );
}

type TimeProps = { name: string; seconds: number; source: string; nowSeconds: number };

function Time({ name, seconds, source, nowSeconds }: TimeProps) {
  const time = describeTime(seconds, nowSeconds);
  if (!time || looksLikeMilliseconds(seconds)) {
    return (
      <>
        <code className={styles.value}>{source}</code>
        <small className={styles.note}>
          {time
            ? "This looks like milliseconds. Token times are in seconds."
            : "This date doesn’t exist."}
        </small>
      </>
    );
  }
  const isExpired = name === "exp" && time.isPast;
  return (
    <time dateTime={time.iso} className={styles.time} data-expired={isExpired || undefined}>
      <span>{isExpired ? `expired ${time.relative}` : time.relative}</span>
      <small>
        {keepCounts(time.absolute)} <code>{source}</code>
      </small>
    </time>
  );
}

/** A list of numbers can have a note for each. */
const maxNotes = 5;

/** Notes about values that an app's JSON parser would change. */
export function ValueNotes({ member }: { member: ClaimsMember }) {
  const { notes } = member;
  const texts = notes.slice(0, maxNotes).map((note) => describeNote(note, member));
  if (notes.length > maxNotes) {
    texts.push(`${formatCount(notes.length - maxNotes)} more notes like these.`);
  }
  return texts.map((text, index) => (
    <small key={index} className={styles.note}>
      {cutText(text, maxLength)}
    </small>
  ));
}

function describeNote(note: JsonNote, member: ClaimsMember): string {
  switch (note.code) {
    case "inexact_number":
      return `JavaScript can’t represent ${note.sent} exactly: apps read it as ${Number(note.sent)}.`;
    case "duplicate_member":
      return note.name === member.name
        ? "Sent more than once. JavaScript apps read the last one only."
        : `“${note.name}” was sent more than once. JavaScript apps read the last one only.`;
    default:
      return note satisfies never;
  }
}

/** Matches strings that need quotes: empty, with outer spaces, or like a number, a literal, a list or an object. */
const needsQuotes = /^$|^\s|\s$|^["[{]|^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

function writeJson({ value, source }: ClaimsMember): string {
  const isFlat = Array.isArray(value) && value.every((item) => typeof item !== "object");
  return escapeHidden(isFlat ? inlineJson(source) : indentJson(source));
}
