import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const biome = await readFile(join(root, "biome.json"), "utf8");
const project = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const packages: readonly string[] = Object.keys(project.devDependencies);
const paths = [
  ...(await readdir(root)),
  ...(await Promise.all(["src", "e2e"].map(listPaths))).flat(),
].map((path) => path.replaceAll("\\", "/"));

async function listPaths(folder: string): Promise<readonly string[]> {
  const found = await readdir(join(root, folder), { recursive: true });
  return [folder, ...found.map((path) => join(folder, path))];
}

/** Lists the patterns in all lists of this name, without `!`. Each alternative of `{a,b}` is one of them. */
function listPatterns(list: "includes" | "group"): readonly string[] {
  const lists = biome.matchAll(new RegExp(`"${list}": (\\[[^\\]]*\\])`, "g"));
  const patterns = [...lists].flatMap(([, json = "[]"]): string[] => JSON.parse(json));
  return [...new Set(patterns.map((it) => it.replace(/^!/, "")).flatMap(expandBraces))];
}

function expandBraces(pattern: string): readonly string[] {
  const [braces, alternatives] = /\{([^{}]+)\}/.exec(pattern) ?? [];
  if (!braces || !alternatives) return [pattern];
  return alternatives.split(",").flatMap((it) => expandBraces(pattern.replace(braces, it)));
}

function matchesAny(pattern: string, names: readonly string[]): boolean {
  const source = pattern.replace(/\*\*\/|\*\*|\*|[.+?^$()[\]|\\]/g, (part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".+";
    return part === "*" ? "[^/]*" : `\\${part}`;
  });
  const expression = new RegExp(`^${source}$`);
  return names.some((name) => expression.test(name));
}

const imported = listPatterns("group");
const isPath = (pattern: string) => pattern.startsWith("**/");

test.each(listPatterns("includes"))("biome.json's pattern %s has a file", (pattern) => {
  expect(matchesAny(pattern, paths)).toBe(true);
});

test.each(imported.filter(isPath))("the forbidden import %s has a file", (pattern) => {
  expect(matchesAny(pattern, paths)).toBe(true);
});

test.each(imported.filter((it) => !isPath(it)))(
  "the forbidden import %s is an installed package",
  (pattern) => {
    const name = pattern.startsWith("@") ? pattern : pattern.replace(/\/\*\*$/, "");
    expect(matchesAny(name, packages)).toBe(true);
  },
);

test.each([...new Set(biome.match(/\b(?:src|e2e)\/[\w./-]*\w/g))])(
  "biome.json's path %s exists",
  (path) => {
    expect(paths).toContain(path);
  },
);
