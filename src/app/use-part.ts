import { useCallback, useEffect, useState } from "react";
import { afterNextFrame } from "./after-next-frame.ts";
import type { Part } from "./part.ts";

/**
 * Loads a part once it is needed, and renders again.
 *
 * @returns The part's code and state, and `load`, which loads the part earlier.
 */
export function usePart<Code>(part: Part<Code>, isNeeded = true) {
  const [state, setState] = useState<"loading" | "loaded" | "failed">("loading");
  const load = useCallback(() => {
    part.load().then(
      () => setState("loaded"),
      () => setState("failed"),
    );
  }, [part]);
  useEffect(() => {
    if (isNeeded) afterNextFrame(load);
  }, [isNeeded, load]);
  return { code: part.loaded(), hasFailed: state === "failed", load };
}
