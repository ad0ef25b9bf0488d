import { useEffect } from "react";

/** Elements with arrow keys of their own. */
const hasOwnKeys =
  "input, select, textarea, [contenteditable], [role=tab], [role=radiogroup], [role=dialog], summary";

/** Steps through the runs with the left and right arrow keys, while the page is presented. */
export function useRunKeys(isPresenting: boolean, onStep: (step: -1 | 1) => void): void {
  useEffect(() => {
    if (!isPresenting) return;
    function step(event: KeyboardEvent) {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
      if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
      if (key !== "ArrowLeft" && key !== "ArrowRight") return;
      if (target instanceof Element && target.closest(hasOwnKeys)) return;
      event.preventDefault();
      onStep(key === "ArrowLeft" ? -1 : 1);
    }
    window.addEventListener("keydown", step);
    return () => window.removeEventListener("keydown", step);
  }, [isPresenting, onStep]);
}
