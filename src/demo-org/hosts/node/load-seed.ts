import { readFile } from "node:fs/promises";
import { parseOrgFile } from "../../http/controls/org-file.ts";
import type { Configuration } from "../../model/configuration.ts";
import { findReason, StartError } from "./start-error.ts";

/** @throws {StartError} The file can't be read, or is not an exported org. */
export async function loadSeed(path: string): Promise<Configuration> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new StartError(
      `Can't read ${path}: ${findReason(cause)}. Use a file exported from a demo org.`,
    );
  });
  return parseSeed(parseJson(text, path), path);
}

/** @throws {StartError} The value is not an exported org. */
export function parseSeed(value: unknown, name = "the seed"): Configuration {
  const file = parseOrgFile(value);
  if (file.kind === "file") return file.configuration;
  const causes = file.causes.map((cause) => `    ${cause}`);
  throw new StartError(`Can't start from ${name}:\n${causes.join("\n")}`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new StartError(`${path} is not JSON. Use a file exported from a demo org.`);
  }
}
