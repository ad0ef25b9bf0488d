import { spawnSync } from "node:child_process";
import { existsSync, statfsSync } from "node:fs";
import { chromium } from "playwright";
import { findCli } from "./cli.ts";
import { findBrowser } from "./find-browser.ts";

/** Chromium does not start with its sandbox as root, which is common in containers. */
export const launchArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Playwright keeps Chromium's shared memory in a file, because containers often have only 64 MB. With enough of it, tests
 * take an eighth less time.
 */
export const ignoredArguments: string[] = hasSharedMemory() ? ["--disable-dev-shm-usage"] : [];

function hasSharedMemory(): boolean {
  if (process.platform !== "linux" || !existsSync("/dev/shm")) return false;
  const { bavail, bsize } = statfsSync("/dev/shm");
  return bavail * bsize > 1_000_000_000;
}

/** @returns The path of a Chrome or Chromium that starts on this machine; undefined if there is none. */
export function findInstalledBrowser(): string | undefined {
  return findBrowser({
    platform: process.platform,
    environment: process.env,
    playwrightPath: chromium.executablePath(),
    isBrowser,
  });
}

/**
 * Installs Chromium: Playwright's build, or the distribution's if that fails and we are root on Debian.
 *
 * @returns Its path; undefined if neither could be installed.
 */
export function installBrowser(): string | undefined {
  const isLinuxRoot = process.platform === "linux" && process.getuid?.() === 0;
  const withLibraries = isLinuxRoot ? ["--with-deps"] : [];
  run(process.execPath, [findCli("playwright"), "install", ...withLibraries, "chromium"]);

  const found = findInstalledBrowser();
  if (found !== undefined || !isLinuxRoot || !existsSync("/etc/debian_version")) return found;
  run("apt-get", ["update"]);
  // Older releases of Debian have only the whole browser.
  for (const name of ["chromium-headless-shell", "chromium"])
    if (findInstalledBrowser() === undefined)
      run("apt-get", ["install", "--yes", "--no-install-recommends", name]);
  return findInstalledBrowser();
}

/** Starts the file, because it may be a stub that only says where to get the browser, or may lack libraries. */
function isBrowser(path: string): boolean {
  if (!existsSync(path)) return false;
  // Chrome for Windows opens a window instead of printing its version.
  if (process.platform === "win32") return true;
  const answer = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return answer.status === 0 && /\bChrom(e|ium)\b/.test(answer.stdout);
}

/** Runs a command and shows its output. Stops it after five minutes: some never end without a network. */
function run(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: "inherit", timeout: 300_000 });
}
