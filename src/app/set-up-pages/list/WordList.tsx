import { Fragment } from "react";
import styles from "./WordList.module.css";

/** A comma-separated list in a table cell. Lines break between entries, inside one only if it doesn't fit. */
export function WordList({ words }: { words: readonly string[] }) {
  return words.map((word, index) => (
    <Fragment key={word}>
      {index > 0 && ", "}
      <span className={styles.word}>{word}</span>
    </Fragment>
  ));
}
