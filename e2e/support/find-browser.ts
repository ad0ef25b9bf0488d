import { delimiter, join } from "node:path";

/** The facts about a machine that decide which browser is found. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where Playwright installs its own Chromium. */
  readonly playwrightPath: string;
  /** Whether a browser at this path exists and starts. */
  readonly isBrowser: (path: string) => boolean;
};

/** First the build without windows: it opens pages in two thirds of the time. */
const commands = [
  "chromium-headless-shell",
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
];

/**
 * Finds a browser to test with: the one in `CHROMIUM_PATH`, else an installed Chrome or Chromium, else Playwright's own.
 *
 * @returns Its path; undefined if there is none. If `CHROMIUM_PATH` is set and is not a browser, no other is tried.
 */
export function findBrowser(machine: Machine): string | undefined {
  const named = machine.environment.CHROMIUM_PATH;
  const candidates = named ? [named] : [...listSystemBrowsers(machine), machine.playwrightPath];
  return candidates.find(machine.isBrowser);
}

function listSystemBrowsers({ platform, environment }: Machine): string[] {
  if (platform === "darwin")
    return ["Google Chrome", "Chromium"].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  if (platform === "win32")
    return [environment.ProgramFiles, environment["ProgramFiles(x86)"], environment.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, "Google/Chrome/Application/chrome.exe"));

  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}
