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
  test("takes the browser that CHROMIUM_PATH names before any other", () => {
    const CHROMIUM_PATH = "/opt/chromium";
    const found = findBrowser(machine([CHROMIUM_PATH, "/usr/bin/chromium"], { CHROMIUM_PATH }));
    expect(found).toBe(CHROMIUM_PATH);
  });

  test("takes no other where the one that CHROMIUM_PATH names is not there", () => {
    const found = findBrowser(machine(["/usr/bin/chromium"], { CHROMIUM_PATH: "/opt/gone" }));
    expect(found).toBeUndefined();
  });

  test("takes what the machine has, before what Playwright has brought", () => {
    expect(findBrowser(machine([playwrightPath, "/usr/bin/chromium"]))).toBe("/usr/bin/chromium");
  });

  test("takes what Playwright has brought, where the machine has none", () => {
    expect(findBrowser(machine([playwrightPath]))).toBe(playwrightPath);
  });

  test("finds Chrome among the applications of a Mac", () => {
    const path = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(findBrowser({ ...machine([path]), platform: "darwin" })).toBe(path);
  });

  test("says that there is none", () => {
    expect(findBrowser(machine([]))).toBeUndefined();
  });
});
