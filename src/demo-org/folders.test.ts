import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Lint checks imports between layers. This test finds import cycles between folders of one layer. */
test("imports between the demo org's folders run one way", async () => {
  const imports = await findFolderImports();
  expect(imports.get("http/endpoints")).toContain("rules/grants");
  const mutual = [...imports].flatMap(([folder, imported]) =>
    [...imported].filter((it) => canReach(imports, it, folder)).map((it) => `${folder} → ${it}`),
  );
  expect(mutual).toEqual([]);
});

/** Maps each folder to the folders it imports. Subfolders below the second level count as the folder above. */
async function findFolderImports(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const imports = new Map<string, Set<string>>();
  for (const file of await readdir(root, { recursive: true })) {
    if (!file.endsWith(".ts") || /\.test\.ts$|(^|\/)test-/.test(file)) continue;
    const text = await readFile(join(root, file), "utf8");
    for (const [, path = ""] of text.matchAll(/\bfrom "(\.[^"]+)"/g)) {
      const from = findFolder(file);
      const to = findFolder(relative(root, join(root, dirname(file), path)));
      if (from !== to) imports.set(from, (imports.get(from) ?? new Set()).add(to));
    }
  }
  return imports;
}

function findFolder(file: string): string {
  return dirname(file).split("/").slice(0, 2).join("/");
}

function canReach(
  imports: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
): boolean {
  const reached = new Set([from]);
  for (const folder of reached) for (const next of imports.get(folder) ?? []) reached.add(next);
  return reached.has(to);
}
