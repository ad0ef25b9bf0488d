import { describe, expect, test } from "vitest";
import { findBrowser, type Machine } from "./find-browser.ts";

const playwrightPath = "/home/me/.cache/ms-playwright/chromium/chrome";

/** A Linux machine that has these browsers. */
const machine = (browsers: string[], environment: Machine["environment"] = {}): Machine => ({
  platform: "linux",
  environment: { PATH: "/usr/local/bin:/usr/bin", ...environment },
  playwrightPath,
  isBrowser: (path) => browsers.includes(path),
});

describe(findBrowser, () => {
  test("prefers the browser in CHROMIUM_PATH", () => {
    const CHROMIUM_PATH = "/opt/chromium";
    const found = findBrowser(machine([CHROMIUM_PATH, "/usr/bin/chromium"], { CHROMIUM_PATH }));
    expect(found).toBe(CHROMIUM_PATH);
  });

  test("uses no other browser if CHROMIUM_PATH is not one", () => {
    const found = findBrowser(machine(["/usr/bin/chromium"], { CHROMIUM_PATH: "/opt/gone" }));
    expect(found).toBeUndefined();
  });

  test("prefers an installed browser to Playwright's", () => {
    expect(findBrowser(machine([playwrightPath, "/usr/bin/chromium"]))).toBe("/usr/bin/chromium");
  });

  test("prefers the build without windows, which is faster", () => {
    const shell = "/usr/bin/chromium-headless-shell";
    expect(findBrowser(machine(["/usr/bin/chromium", shell]))).toBe(shell);
  });

  test("uses Playwright's browser if none is installed", () => {
    expect(findBrowser(machine([playwrightPath]))).toBe(playwrightPath);
  });

  test("finds Chrome on macOS", () => {
    const path = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(findBrowser({ ...machine([path]), platform: "darwin" })).toBe(path);
  });

  test("returns undefined if there is none", () => {
    expect(findBrowser(machine([]))).toBeUndefined();
  });
});
