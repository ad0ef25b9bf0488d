import { createPart } from "../part.ts";

/** What the first frame of the shell does without. */
export const shellParts = createPart(() => import("./ShellParts.tsx"));
