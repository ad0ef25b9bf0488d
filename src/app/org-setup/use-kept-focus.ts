import { type RefObject, useEffect, useRef } from "react";

/**
 * Catches the focus where the control that has it goes: a row is deleted, a link leads to another page. It is then on
 * the nearest heading that is still there, or comes in its place, so that a keyboard goes on from where it was.
 *
 * @returns For the element that this is watched in.
 */
export function useKeptFocus(): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);

  useEffect(() => {
    const root = ref.current;
    if (!root) return;
    /** The control that last had the focus, and what it was in, inside out. */
    let path: readonly Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      path = target instanceof Element && root.contains(target) ? listPath(target, root) : [];
    };
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body || path[0]?.isConnected !== false) return;
      findHeading(path)?.focus({ preventScroll: true });
    });

    document.addEventListener("focusin", remember);
    observer.observe(root, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
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

/** The first heading in the innermost of these that is on the page and has one, made ready for the focus. */
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
