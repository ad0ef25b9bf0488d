import type { drawFirstFrame } from "./first-frame/draw-first-frame.tsx";
import type * as sessionParts from "./session-parts.ts";

type Landing = { drawFirstFrame: typeof drawFirstFrame; sessionParts: typeof sessionParts };

let provide = (_landing: Landing) => {};

/** A landing's code, once the page has loaded it as a script. `import()` would tell only after another frame. */
export const providedLanding = new Promise<Landing>((resolve) => {
  provide = resolve;
});

export function provideLanding(landing: Landing): void {
  provide(landing);
}
