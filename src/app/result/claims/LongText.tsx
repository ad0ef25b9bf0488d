import { type ReactNode, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { formatCount } from "./format-count.ts";
import styles from "./LongText.module.css";
import { showText } from "./VisibleText.tsx";

type LongTextProps = {
  text: string;
  maxLength: number;
  /** Turns text into what is shown. JSON has its own escapes for invisible characters. */
  show: (text: string) => ReactNode;
};

/** A browser lays out a block of this length in a few milliseconds; those out of sight wait. */
const blockLength = 4000;

/** Text of any length: the beginning, and the rest on demand. Short text stays plain text. */
export function cutText(
  text: string,
  maxLength: number,
  show: LongTextProps["show"] = showText,
): ReactNode {
  return text.length <= maxLength ? show(text) : <LongText {...{ text, maxLength, show }} />;
}

export function cutJson(json: string, maxLength: number): ReactNode {
  return cutText(json, maxLength, (text) => text);
}

function LongText({ text, maxLength, show }: LongTextProps) {
  const [isWhole, setIsWhole] = useState(false);
  if (isWhole) {
    return splitText(text).map((block, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place
      <span key={index} className={styles.block}>
        {show(block)}
      </span>
    ));
  }
  return (
    <>
      {show(cutBetweenCharacters(text, maxLength))}…{" "}
      <Button look="quiet" onClick={() => setIsWhole(true)}>
        Show all {formatCount(text.length)} characters
      </Button>
    </>
  );
}

function splitText(text: string): readonly string[] {
  return text.match(new RegExp(`.{1,${blockLength}}`, "gsu")) ?? [];
}

/** A cut through a surrogate pair would show half of a character that nobody sent. */
function cutBetweenCharacters(text: string, maxLength: number): string {
  return text.slice(0, maxLength).replace(/\p{Cs}$/u, "");
}
