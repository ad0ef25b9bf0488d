import { readFile } from "node:fs/promises";
import type { Configuration } from "../../model/configuration.ts";
import { parseOrgFile } from "../../org-file/org-file.ts";

/** Why a file is no org. */
export type SeedProblem = { readonly path: string } & (
  | { readonly code: "unreadable"; readonly reason: string }
  | { readonly code: "no_json" }
  | { readonly code: "broken"; readonly causes: readonly string[] }
);

type ReadSeed =
  | { readonly kind: "seed"; readonly configuration: Configuration }
  | { readonly kind: "problem"; readonly problem: SeedProblem };

/** Reads an org out of a file that one was exported to. */
export async function readSeed(path: string): Promise<ReadSeed> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { kind: "problem", problem: { code: "unreadable", path, reason } };
  }
  const json = parseJson(text);
  if (!json) return { kind: "problem", problem: { code: "no_json", path } };
  const file = parseOrgFile(json.value);
  return file.kind === "file"
    ? { kind: "seed", configuration: file.configuration }
    : { kind: "problem", problem: { code: "broken", path, causes: file.causes } };
}

/** Some editors put a byte order mark before it. */
function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return undefined;
  }
}
