import { useCallback, useEffect, useRef, useState } from "react";

/**
 * Focuses the bar's main button after a step by arrow key, and when the focused element of the bar
 * is gone. If there is no such button yet, the next one gets the focus. Enter then continues.
 */
export function useFocusOnAction() {
  const region = useRef<HTMLElement>(null);
  const [keys, setKeys] = useState(0);
  const countKey = useCallback(() => setKeys((earlier) => earlier + 1), []);
  const focused = useRef<Node | "awaited">(undefined);

  const focus = useCallback(() => {
    const find = (selector: string) => region.current?.querySelector<HTMLElement>(selector);
    const action =
      find("[role=group] :is(button, a)") ??
      find("[data-lesson-action] :is(button, a)") ??
      find("[data-way-on]");
    if (action) action.focus();
    else focused.current = "awaited";
  }, []);

  useEffect(() => {
    function follow({ target }: FocusEvent) {
      const isInBar = target instanceof Node && region.current?.contains(target);
      focused.current = isInBar ? target : undefined;
    }
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, []);

  useEffect(() => {
    if (keys > 0) focus();
  }, [keys, focus]);

  // After each render, because a check or the set-up may have replaced the focused button.
  useEffect(() => {
    const { current } = focused;
    const isMissing = current === "awaited" || current?.isConnected === false;
    if (isMissing && document.activeElement === document.body) focus();
  });

  return { region, countKey };
}
