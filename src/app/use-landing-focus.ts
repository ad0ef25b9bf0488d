import { type RefObject, useEffect, useRef } from "react";

/**
 * Leads whoever has just landed to what came: with the focus on its heading, and with its section (`data-landed-on`) at
 * the top of the window, where most of it can be seen. (Focus alone scrolls the heading to the middle.)
 *
 * @returns For the heading.
 */
export function useLandingFocus(takesFocus: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest("[data-landed-on]")?.scrollIntoView({ block: "start" });
  }, [takesFocus]);
  return heading;
}
