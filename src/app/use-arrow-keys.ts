import { useLayoutEffect } from "react";

/** Elements that use arrow keys themselves. A region in the tab order scrolls with them. */
const hasOwnKeys =
  "input, select, textarea, [contenteditable], [role=tab], [role=radiogroup], dialog, [role=dialog], summary, [tabindex='0']";

/** Steps with the left and right arrow keys, unless the focused element or an open dialog uses them. */
export function useArrowKeys(isActive: boolean, onStep: (step: -1 | 1) => void): void {
  // A layout effect, because the user can press a key as soon as the part is visible.
  useLayoutEffect(() => {
    if (!isActive) return;
    function step(event: KeyboardEvent) {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
      if (defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
      if (key !== "ArrowLeft" && key !== "ArrowRight") return;
      if (target instanceof Element && target.closest(hasOwnKeys)) return;
      if (document.querySelector("dialog[open], [popover]:popover-open")) return;
      event.preventDefault();
      onStep(key === "ArrowLeft" ? -1 : 1);
    }
    window.addEventListener("keydown", step);
    return () => window.removeEventListener("keydown", step);
  }, [isActive, onStep]);
}
