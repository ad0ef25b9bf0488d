import { type ReactNode, useEffect, useRef } from "react";

/** Scrolls a form that was just opened into view and focuses its first field. Restores focus when it closes. */
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
