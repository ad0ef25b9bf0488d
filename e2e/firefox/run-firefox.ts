import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findCli } from "../support/cli.ts";

/** Runs the main flows in Firefox where it is installed, and says so where it is not. */
function main(): number {
  const firefox = findFirefox();
  if (firefox === undefined) {
    console.log("There is no Firefox here: install it, or set FIREFOX_PATH to one.");
    return 0;
  }
  const { status } = spawnSync(
    process.execPath,
    [findCli("playwright"), "test", "--config", "e2e/firefox/playwright.config.ts"],
    { stdio: "inherit", env: { ...process.env, FIREFOX_PATH: firefox } },
  );
  return status ?? 1;
}

function findFirefox(): string | undefined {
  const { FIREFOX_PATH, PATH = "" } = process.env;
  const installed = PATH.split(delimiter).flatMap((folder) =>
    ["firefox-esr", "firefox"].map((command) => join(folder, command)),
  );
  const ofMac = "/Applications/Firefox.app/Contents/MacOS/firefox";
  return (FIREFOX_PATH ? [FIREFOX_PATH] : [...installed, ofMac]).find(existsSync);
}

process.exitCode = main();
