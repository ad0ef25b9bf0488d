import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** The inputs of the build. The time of a folder itself counts too, because it changes when a file is deleted. */
const sources = ["index.html", "package-lock.json", "public", "src", "vite.config.ts"];

/** Whether `dist/` is up to date: none of the build's inputs changed after it. */
export function isBuilt(root: string): boolean {
  const built = statSync(join(root, "dist/index.html"), { throwIfNoEntry: false })?.mtimeMs;
  return built !== undefined && sources.every((it) => findLatestChange(join(root, it)) < built);
}

/** The latest modification time of a file, or of a folder and everything in it, in milliseconds. */
function findLatestChange(path: string): number {
  const itself = statSync(path);
  if (!itself.isDirectory()) return itself.mtimeMs;
  const within = readdirSync(path).map((name) => findLatestChange(join(path, name)));
  return Math.max(itself.mtimeMs, ...within);
}
