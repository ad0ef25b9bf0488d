import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findBrowserHere, installBrowser, playwrightCli } from "./browser.ts";

/** Runs the end-to-end checks in a Chromium that is found, or else fetched. Takes Playwright's own arguments. */
function main(): number {
  const named = process.env.CHROMIUM_PATH;
  const browser = findBrowserHere() ?? (named ? undefined : installBrowser());
  if (browser === undefined) {
    console.error(
      named
        ? `CHROMIUM_PATH names no Chrome or Chromium that starts: ${named}`
        : "The end-to-end checks need a browser: install Chrome or Chromium, or set CHROMIUM_PATH to one.",
    );
    return 1;
  }

  const config = fileURLToPath(new URL("../playwright.config.ts", import.meta.url));
  const checks = spawnSync(
    process.execPath,
    [playwrightCli, "test", "--config", config, ...process.argv.slice(2)],
    { stdio: "inherit", env: { ...process.env, CHROMIUM_PATH: browser } },
  );
  return checks.status ?? 1;
}

process.exitCode = main();
