import { createPart } from "./part.ts";

export const afterFirstFrame = createPart(() => import("./after-first-frame.ts"));
