import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus to the nearest heading when the focused control disappears. Otherwise it returns to the page's start. */
export function useFocusFallback(): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);

  useEffect(() => {
    const root = ref.current;
    if (!root) return;
    /** The control that last had focus and its ancestors, innermost first. */
    let path: readonly Element[] = [];
    const updatePath = ({ target }: FocusEvent) => {
      path = target instanceof Element && root.contains(target) ? listPath(target, root) : [];
    };
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body || path[0]?.isConnected !== false) return;
      findHeading(path)?.focus({ preventScroll: true });
    });

    document.addEventListener("focusin", updatePath);
    observer.observe(root, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", updatePath);
      observer.disconnect();
    };
  }, []);
  return ref;
}

function listPath(element: Element, root: Element): readonly Element[] {
  const path = [element];
  for (let next = element; next !== root && next.parentElement; next = next.parentElement)
    path.push(next.parentElement);
  return path;
}

/** Finds the first heading inside the innermost element that is still connected, and makes it focusable. */
function findHeading(path: readonly Element[]): HTMLElement | undefined {
  for (const element of path) {
    const heading = element.isConnected && element.querySelector<HTMLElement>("h2, h3");
    if (heading) {
      heading.tabIndex = -1;
      return heading;
    }
  }
  return undefined;
}
