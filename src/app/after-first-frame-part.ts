import { createPart } from "./load-part.ts";

export const afterFirstFrame = createPart(() => import("./after-first-frame.ts"));
