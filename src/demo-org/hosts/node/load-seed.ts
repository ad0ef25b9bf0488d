import { readFile } from "node:fs/promises";
import { parseOrgFile } from "../../http/controls/org-file.ts";
import type { Configuration } from "../../model/configuration.ts";

export type SeedProblem = { readonly path: string | undefined } & (
  | { readonly code: "unreadable"; readonly reason: string }
  | { readonly code: "no_json" }
  | { readonly code: "broken"; readonly causes: readonly string[] }
);

type ParsedSeed =
  | { readonly kind: "seed"; readonly configuration: Configuration }
  | { readonly kind: "problem"; readonly problem: SeedProblem };

export async function loadSeed(path: string): Promise<ParsedSeed> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { kind: "problem", problem: { code: "unreadable", path, reason } };
  }
  const json = parseJson(text);
  if (!json) return { kind: "problem", problem: { code: "no_json", path } };
  return parseSeed(json.value, path);
}

export function parseSeed(value: unknown, path?: string): ParsedSeed {
  const file = parseOrgFile(value);
  return file.kind === "file"
    ? { kind: "seed", configuration: file.configuration }
    : { kind: "problem", problem: { code: "broken", path, causes: file.causes } };
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return undefined;
  }
}
