import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { findBrowser } from "./find-browser.ts";

/** Playwright's command line, to be run with this very Node. */
export const playwrightCli = join(
  dirname(fileURLToPath(import.meta.resolve("playwright/package.json"))),
  "cli.js",
);

/** As root Chromium has no sandbox, which is common in containers; everybody else keeps it. */
export const launchArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @returns The path of a Chromium that starts on this machine; undefined if there is none. */
export function findBrowserHere(): string | undefined {
  return findBrowser({
    platform: process.platform,
    environment: process.env,
    playwrightPath: chromium.executablePath(),
    isBrowser,
  });
}

/**
 * Gets a Chromium: Playwright's own build, or else, as root on a Debian, the distribution's.
 *
 * @returns Its path; undefined if neither could be had.
 */
export function installBrowser(): string | undefined {
  const isLinuxRoot = process.platform === "linux" && process.getuid?.() === 0;
  const withLibraries = isLinuxRoot ? ["--with-deps"] : [];
  run(process.execPath, [playwrightCli, "install", ...withLibraries, "chromium"]);

  const found = findBrowserHere();
  if (found !== undefined || !isLinuxRoot || !existsSync("/etc/debian_version")) return found;
  run("apt-get", ["update"]);
  run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
  return findBrowserHere();
}

/** A name on the path is not enough: it may be a stub that only says where to get a browser, or lack its libraries. */
function isBrowser(path: string): boolean {
  if (!existsSync(path)) return false;
  // Chrome for Windows does not print its version: it opens a window.
  if (process.platform === "win32") return true;
  const answer = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return answer.status === 0 && /\bChrom(e|ium)\b/.test(answer.stdout);
}

/** Runs a command for the person to see, for five minutes at most: without a network some never end. */
function run(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: "inherit", timeout: 300_000 });
}
