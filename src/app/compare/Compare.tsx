import { type ReactNode, useId } from "react";
import { Button } from "../../ui/Button.tsx";
import { useLandingFocus } from "../use-landing-focus.ts";
import styles from "./Compare.module.css";

type CompareProps = {
  canSend: boolean;
  /** A comparison has just been completed, or has come to a halt. */
  takesFocus: boolean;
  onCompareFatAndThin: () => void;
  /** The runs of this tab, once there are any. */
  children: ReactNode;
};

/** The way to compare fat and thin in one go, and below it whatever this tab has to compare. */
export function Compare({ canSend, takesFocus, onCompareFatAndThin, children }: CompareProps) {
  const headingId = useId();
  const heading = useLandingFocus(takesFocus);
  return (
    <section
      className={styles.compare}
      aria-labelledby={headingId}
      data-landed-on={takesFocus || undefined}
    >
      <header className={styles.header}>
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          Compare
        </h2>
        <p>
          A fat ID token comes alone and carries every claim you asked for. A thin one comes with an
          access token and leaves most of them, groups among them, to UserInfo. This sends both
          requests, one after the other, and lays the answers side by side. The newest twelve
          answers of this tab stay here until you close it.
        </p>
        <Button disabled={!canSend} onClick={onCompareFatAndThin}>
          Compare fat and thin
        </Button>
      </header>
      {children}
    </section>
  );
}
