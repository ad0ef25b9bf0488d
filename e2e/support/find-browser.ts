import { delimiter, join } from "node:path";

/** What looking for a browser needs of the machine. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where Playwright would keep a Chromium of its own. */
  readonly playwrightPath: string;
  /** Whether a browser at this path exists and starts. */
  readonly isBrowser: (path: string) => boolean;
};

const commands = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];

/**
 * Finds a Chromium to test with: the one named by `CHROMIUM_PATH`, one that the machine has, or one that Playwright has
 * brought before.
 *
 * @returns Its path; undefined if there is none. A path that `CHROMIUM_PATH` names is not second-guessed by another:
 *   if it is no browser, neither is anything else.
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
