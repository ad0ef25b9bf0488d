import { useCallback, useEffect, useRef, useState } from "react";
import type { StepSetUp } from "./use-step-set-up.ts";

type Kind = StepSetUp["state"]["kind"];

/** Their buttons are gone in the next state, and the focus with them. */
const kindsWithButtons: readonly Kind[] = ["needs-consent", "changed", "declined"];

/** After a step by arrow key, or where a button is gone, focuses the bar's main button, so that Enter goes on. */
export function useFocusOnAction(kind: Kind) {
  const region = useRef<HTMLElement>(null);
  const [keys, setKeys] = useState(0);
  const countKey = useCallback(() => setKeys((earlier) => earlier + 1), []);
  const earlierKind = useRef(kind);

  const focus = useCallback(() => {
    const find = (part: string) =>
      region.current?.querySelector<HTMLElement>(`${part} :is(button, a)`);
    (find("[role=group]") ?? find("[data-lesson-action]"))?.focus();
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
