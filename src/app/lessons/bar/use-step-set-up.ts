import { useCallback, useEffect, useRef, useState } from "react";
import { announceSetUpChange } from "../../set-up/set-up-event.ts";
import type { Lesson } from "../lesson.ts";
import type { LessonOrg, PreparedStep, PrepareOptions } from "../set-up/lesson-org.ts";

export type StepSetUp = ReturnType<typeof useStepSetUp>;

type State =
  | { kind: "not-needed" | "preparing" }
  | { kind: "declined"; parts: readonly string[] }
  | PreparedStep;

/** Sets up the demo org for a step once the user has allowed it. @param org `undefined` until the demo org is ready. */
export function useStepSetUp(org: LessonOrg | undefined | "other", lesson: Lesson, step: number) {
  const [known, setKnown] = useState<{ step: number; state: State }>();
  const [hasDeclined, setDeclined] = useState(false);
  /** The step that the page was opened with, until the user opens another one. */
  const linkedStep = useRef<number | undefined>(step);

  const prepare = useCallback(
    async (options?: PrepareOptions, isCancelled: () => boolean = () => false) => {
      if (!org || org === "other") return;
      const state = await org.prepare(lesson, step, options);
      if (state.kind === "ready" && state.hasChanged) announceSetUpChange();
      if (!isCancelled()) setKnown({ step, state });
    },
    [org, lesson, step],
  );

  useEffect(() => {
    let isCancelled = false;
    if (linkedStep.current !== step) linkedStep.current = undefined;
    const isFromLink = linkedStep.current === step;
    // Another tab may have changed the org.
    const prepareAgain = () => void prepare({ isFromLink }, () => isCancelled);
    prepareAgain();
    window.addEventListener("focus", prepareAgain);
    return () => {
      isCancelled = true;
      window.removeEventListener("focus", prepareAgain);
    };
  }, [prepare, step]);

  return {
    state: findState(),
    allow() {
      setDeclined(false);
      void prepare({ hasConsent: true });
    },
    decline: () => setDeclined(true),
    repeat: () => void prepare({ again: true, hasConsent: true }),
  };

  function findState(): State {
    if (org === "other") return { kind: "not-needed" };
    if (known?.step !== step) return { kind: "preparing" };
    return known.state.kind === "needs-consent" && hasDeclined
      ? { ...known.state, kind: "declined" }
      : known.state;
  }
}
