/** What a landing needs before the page itself: one file, loaded by a tab with a request or a response. */
import { afterNextFrame } from "./after-next-frame.ts";
import { drawFirstFrame } from "./first-frame/draw-first-frame.tsx";
import { provideLanding } from "./provided-landing.ts";
import * as sessionParts from "./session-parts.ts";

export { sessionParts, showFirstFrame };

provideLanding({ showFirstFrame, sessionParts });

/** Resolves when the first frame is visible, or there is none. The page's other files are loading then. */
async function showFirstFrame(...page: Parameters<typeof drawFirstFrame>): Promise<void> {
  const isDrawn = drawFirstFrame(...page);
  // The built page names them: src/build/first-frame.ts.
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[data-rel]:not([rel])"))
    link.rel = link.dataset.rel ?? "";
  if (isDrawn) await new Promise<void>(afterNextFrame);
}
