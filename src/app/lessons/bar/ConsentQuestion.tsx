import { useId } from "react";
import { Button } from "../../../ui/Button.tsx";
import { joinWords } from "../check/join-words.ts";
import styles from "./LessonBar.module.css";
import type { StepSetUp } from "./use-step-set-up.ts";

/** Asks before a lesson changes the demo org for the first time, and names what will change. */
export function ConsentQuestion({ setUp }: { setUp: StepSetUp }) {
  const id = useId();
  const { state } = setUp;
  if (state.kind !== "needs-consent") return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" aria-labelledby={id} className={styles.question}>
      <p id={id} role="status">
        <b>Change the demo org for this lesson?</b> It changes {joinWords(state.parts)}. The set-up
        is saved first, and restored when you leave the lesson.
      </p>
      <div className={styles.buttons}>
        <Button look="primary" onClick={setUp.allow}>
          Change the demo org
        </Button>
        <Button onClick={setUp.decline}>Not now</Button>
      </div>
    </div>
  );
}
