/** What a landing needs before the page itself: one file, loaded by a tab with a request or a response. */
import { drawFirstFrame } from "./first-frame/draw-first-frame.tsx";
import { provideLanding } from "./provided-landing.ts";
import * as sessionParts from "./session-parts.ts";

export { drawFirstFrame, sessionParts };

provideLanding({ drawFirstFrame, sessionParts });
