import type { ReactNode } from "react";
import { splitVisible } from "../../../oidc/visible-text.ts";
import { shorten } from "../../shorten.ts";
import styles from "./VisibleText.module.css";

export function showText(text: string): ReactNode {
  const parts = splitVisible(text);
  if (parts.every(({ kind }) => kind === "text")) return text;
  return parts.map((part, index) =>
    part.kind === "text" ? (
      part.text
    ) : (
      <span key={index} className={styles.codePoint} title={part.name}>
        {part.codePoint}
      </span>
    ),
  );
}

/** Shows only the beginning of a text that a server chose. */
export function showShort(text: string, maxLength?: number): ReactNode {
  return showText(shorten(text, maxLength));
}

const collapsedSpaces = /(^ +| +$| {2,})/;

/** Shows a name so that it looks different from every other name, even if only spaces differ. */
export function showName(name: string): ReactNode {
  if (name === "") return <em>(empty name)</em>;
  if (!collapsedSpaces.test(name)) return showText(name);
  return name
    .split(collapsedSpaces)
    .map((part, index) => (
      <span key={index}>{index % 2 === 0 ? showText(part) : showSpaces(part.length)}</span>
    ));
}

function showSpaces(count: number): ReactNode {
  return Array.from({ length: count }, (_, index) => (
    <span key={index} className={styles.codePoint} title="space">
      U+0020
    </span>
  ));
}

export function writeVisible(text: string): string {
  return splitVisible(text)
    .map((part) => (part.kind === "text" ? part.text : part.codePoint))
    .join("");
}

export function writeShort(text: string): string {
  return writeVisible(shorten(text));
}
