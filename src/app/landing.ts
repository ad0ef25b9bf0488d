/** Code that a landing needs before the page, as one file. A tab with a request or a response loads it. */
import { afterNextFrame } from "./after-next-frame.ts";
import type { DemoOrgStatus } from "./demo-org-status.ts";
import { drawFirstFrame } from "./first-frame/draw-first-frame.tsx";
import type { Preferences } from "./preferences.ts";
import { provideLanding } from "./provided-landing.ts";
import type { Session } from "./session.ts";
import * as sessionParts from "./session-parts.ts";

type Page = [DemoOrgStatus, Preferences];

export { sessionParts, showFirstFrame };

provideLanding({ showFirstFrame, sessionParts });

/** Draws the first frame, if there is one, and starts loading the page's other files. Resolves when the frame is visible. */
async function showFirstFrame(root: Element, session: Session, ...page: Page): Promise<void> {
  const drawn = drawFirstFrame(root, session.getState(), ...page);
  // The built page has links to the other files: src/build/first-frame.ts.
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[data-rel]:not([rel])"))
    link.rel = link.dataset.rel ?? "";
  if (drawn === "exchanging") {
    await waitForTokens(session);
    drawFirstFrame(root, session.getState(), ...page);
  }
  if (drawn) await new Promise<void>(afterNextFrame);
}

/** Waits for tokens before React is loaded, which would delay them. After this time, the page shows the tokens itself. */
const maxWaitMs = 1000;

function waitForTokens({ getState, subscribe }: Session): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      unsubscribe();
      resolve();
    };
    const unsubscribe = subscribe(() => {
      if (getState().shownRun?.tokenRequest?.status !== "sending") stop();
    });
    setTimeout(stop, maxWaitMs);
  });
}
