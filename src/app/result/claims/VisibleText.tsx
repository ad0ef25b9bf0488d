import type { ReactNode } from "react";
import { splitVisible } from "../../../oidc/visible-text.ts";
import styles from "./VisibleText.module.css";

/** Shows hidden characters as code points. Text without any stays plain text, since lists of groups are long. */
export function showText(text: string): ReactNode {
  const parts = splitVisible(text);
  if (parts.every(({ kind }) => kind === "text")) return text;
  return parts.map((part, index) =>
    part.kind === "text" ? (
      part.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
      <span key={index} className={styles.codePoint} title={part.name}>
        {part.codePoint}
      </span>
    ),
  );
}

/** The same as plain text, for accessible names. */
export function writeVisible(text: string): string {
  return splitVisible(text)
    .map((part) => (part.kind === "text" ? part.text : part.codePoint))
    .join("");
}
