import { type ReactNode, useEffect, useRef } from "react";

/**
 * A form that a button has just called for, wherever on the page that was: brought into view, with its first field ready
 * for typing. When it goes, the focus is where it came from.
 */
export function Summoned({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const summoner = document.activeElement;
    place.current?.scrollIntoView({ block: "nearest" });
    place.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    return () => {
      if (summoner instanceof HTMLElement) summoner.focus();
    };
  }, []);

  return <div ref={place}>{children}</div>;
}
