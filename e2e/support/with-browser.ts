import { spawnSync } from "node:child_process";
import { findInstalledBrowser, installBrowser } from "./browser.ts";
import { findCli } from "./cli.ts";

/**
 * Runs a package's command with a browser: `with-browser.ts playwright test --config …`. The command finds the browser's
 * path in `CHROMIUM_PATH`. Installs Chromium if the machine has no browser.
 */
function main([packageName = "", ...args]: readonly string[]): number {
  const named = process.env.CHROMIUM_PATH;
  const browser = findInstalledBrowser() ?? (named ? undefined : installBrowser());
  if (browser === undefined) {
    console.error(
      named
        ? `CHROMIUM_PATH is not a Chrome or Chromium that starts: ${named}`
        : "These tests need a browser: install Chrome or Chromium, or set CHROMIUM_PATH to one.",
    );
    return 1;
  }

  const { status } = spawnSync(process.execPath, [findCli(packageName), ...args], {
    stdio: "inherit",
    env: { ...process.env, CHROMIUM_PATH: browser },
  });
  return status ?? 1;
}

process.exitCode = main(process.argv.slice(2));
