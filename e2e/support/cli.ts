import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Finds a package's command-line script, to run it with this Node: `node_modules/.bin` holds shell scripts on Windows.
 *
 * @throws The package is not installed, or its main command is not named after it.
 */
export function findCli(packageName: string): string {
  const manifestUrl = import.meta.resolve(`${packageName}/package.json`);
  const { bin } = JSON.parse(readFileSync(fileURLToPath(manifestUrl), "utf8"));
  return fileURLToPath(new URL(bin[packageName], manifestUrl));
}
