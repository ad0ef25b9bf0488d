import { type ComponentProps, type ReactNode, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { formatCount } from "./format-count.ts";
import styles from "./VisibleText.module.css";
import { showText } from "./VisibleText.tsx";

type LongTextProps = {
  text: string;
  maxLength: number;
  show: (text: string) => ReactNode;
};

/** Long text is rendered in blocks, because the browser skips blocks that are out of sight. */
const blockLength = 4000;

/** Shows the beginning of a long text, and the rest on demand. */
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
  if (isWhole)
    return (
      <span ref={takeFocus} tabIndex={-1} className={styles.whole}>
        {showWhole(text, show)}
      </span>
    );
  return showBeginning(text, maxLength, { show, onClick: () => setIsWhole(true) });
}

/** Moves the focus to the whole text, because the button that had the focus is gone. */
export function takeFocus(whole: HTMLElement | null): void {
  whole?.focus({ preventScroll: true });
}

export function showWhole(text: string, show: LongTextProps["show"] = showText): ReactNode {
  return splitText(text).map((block, index) => (
    <span key={index} className={styles.block}>
      {show(block)}
    </span>
  ));
}

type BeginningProps = Omit<ComponentProps<typeof Button>, "look"> & {
  show?: LongTextProps["show"];
};

/** @param button The props of the button that shows the rest. */
export function showBeginning(
  text: string,
  maxLength: number,
  { show = showText, ...button }: BeginningProps,
): ReactNode {
  return (
    <>
      {show(cutBetweenCharacters(text, maxLength))}…{" "}
      <Button look="quiet" {...button}>
        Show all {formatCount(text.length)} characters
      </Button>
    </>
  );
}

function splitText(text: string): readonly string[] {
  return text.match(new RegExp(`.{1,${blockLength}}`, "gsu")) ?? [];
}

/** A cut surrogate pair would show a character that was not sent. */
function cutBetweenCharacters(text: string, maxLength: number): string {
  return text.slice(0, maxLength).replace(/\p{Cs}$/u, "");
}
