import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the built page is made of. Of a folder its own time counts too: it changes when a file in it is gone. */
const sources = ["index.html", "package-lock.json", "public", "src", "vite.config.ts"];

/** Says whether `dist/` holds the page as it is now: nothing that goes into it has been changed since. */
export function isBuilt(root: string): boolean {
  const built = statSync(join(root, "dist/index.html"), { throwIfNoEntry: false })?.mtimeMs;
  return built !== undefined && sources.every((it) => findNewest(join(root, it)) < built);
}

/** When the file, or the newest of the folder and all that is in it, was changed: milliseconds. */
function findNewest(path: string): number {
  const itself = statSync(path);
  if (!itself.isDirectory()) return itself.mtimeMs;
  const within = readdirSync(path).map((name) => findNewest(join(path, name)));
  return Math.max(itself.mtimeMs, ...within);
}
