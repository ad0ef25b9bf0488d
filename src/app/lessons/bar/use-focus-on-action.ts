import { useCallback, useEffect, useRef, useState } from "react";
import type { StepSetUp } from "./use-step-set-up.ts";

type Kind = StepSetUp["state"]["kind"];

/** Set-up states whose buttons disappear in the next state, which would lose the focus. */
const kindsWithButtons: readonly Kind[] = ["needs-consent", "changed", "declined"];

/** Focuses the bar's main button after a step by arrow key, or when the focused button is gone. Enter then continues. */
export function useFocusOnAction(kind: Kind) {
  const region = useRef<HTMLElement>(null);
  const [keys, setKeys] = useState(0);
  const countKey = useCallback(() => setKeys((earlier) => earlier + 1), []);
  const earlierKind = useRef(kind);

  const focus = useCallback(() => {
    const find = (selector: string) => region.current?.querySelector<HTMLElement>(selector);
    const action =
      find("[role=group] :is(button, a)") ??
      find("[data-lesson-action] :is(button, a)") ??
      find("[data-way-on]");
    action?.focus();
  }, []);

  useEffect(() => {
    if (keys > 0) focus();
  }, [keys, focus]);

  useEffect(() => {
    const hadButtons = kindsWithButtons.includes(earlierKind.current);
    earlierKind.current = kind;
    const isLost = document.activeElement === document.body;
    if (isLost && (keys > 0 || hadButtons)) focus();
  }, [kind, keys, focus]);

  return { region, countKey };
}
