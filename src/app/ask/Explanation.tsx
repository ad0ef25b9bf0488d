import { ExternalLink } from "../../ui/ExternalLink.tsx";
import type { Attention } from "./attention.ts";
import styles from "./Explanation.module.css";
import { explainAttention } from "./explain-attention.ts";

/** The explanation of whatever has the focus or the pointer. */
export function Explanation({ attention }: { attention: Attention }) {
  const { title, meaning, source } = explainAttention(attention);
  return (
    <>
      <strong className={styles.title}>{title}</strong>
      <p>{meaning}</p>
      {source && (
        <p>
          <ExternalLink href={source.url}>{source.title}</ExternalLink>
        </p>
      )}
    </>
  );
}
