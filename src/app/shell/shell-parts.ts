import { createPart } from "../part.ts";

/** Code that the shell's first frame doesn't need. */
export const shellParts = createPart(() => import("./ShellParts.tsx"));
