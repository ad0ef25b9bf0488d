import { Fragment } from "react";
import styles from "./Words.module.css";

/** Several words in a cell of a table, with commas between them. Only one that is longer than a column is broken. */
export function Words({ words }: { words: readonly string[] }) {
  return words.map((word, index) => (
    <Fragment key={word}>
      {index > 0 && ", "}
      <span className={styles.word}>{word}</span>
    </Fragment>
  ));
}
