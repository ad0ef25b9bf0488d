import { type RefObject, useEffect, useRef } from "react";

/**
 * Leads whoever has just landed to the heading of what came: with the focus, and with the heading at the top of the
 * window, where most of what is below it can be seen. (Focus alone scrolls it to the middle.)
 *
 * @returns For the heading.
 */
export function useLandingFocus(takesFocus: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, [takesFocus]);
  return heading;
}
