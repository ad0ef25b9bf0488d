import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "vite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bundledLicences } from "./bundled-licences.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "licences-"));
});
afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/** A package that is used as `import "name"`, with its files. */
async function install(folder: string, name: string, files: Record<string, string>) {
  const manifest = { name, version: "1.2.3", license: "MIT", type: "module", main: "index.js" };
  await write(`${folder}/package.json`, JSON.stringify(manifest));
  await write(`${folder}/index.js`, `globalThis.used = "${name}";`);
  for (const [file, text] of Object.entries(files)) await write(`${folder}/${file}`, text);
}

async function bundle(entry: string, licences = bundledLicences()): Promise<string> {
  await write("entry.js", entry);
  const result = await build({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [licences],
    build: { write: false, rolldownOptions: { input: join(root, "entry.js") } },
  });
  const outputs = [result].flat().flatMap((it) => ("output" in it ? it.output : []));
  const file = outputs.find(({ fileName }) => fileName === "LICENSES.txt");
  return file?.type === "asset" ? String(file.source) : "";
}

describe(bundledLicences, () => {
  test("names each bundled package with its licence and notices, and the project's own", async () => {
    await install("node_modules/plain", "plain", { LICENSE: "Licence of plain" });
    await install("node_modules/@scope/scoped", "@scope/scoped", {
      "LICENCE.md": "Licence of scoped",
      NOTICE: "Notice of scoped",
    });
    await install("node_modules/plain/node_modules/nested", "nested", {
      license: "Licence of nested",
    });
    await write("node_modules/plain/index.js", 'import "nested";');
    await install("node_modules/unused", "unused", { LICENSE: "Licence of unused" });

    const text = await bundle('import "plain"; import "@scope/scoped";');
    expect(text).toMatch(/^\uFEFFokta-groups-explorer/);
    for (const name of ["plain", "@scope/scoped", "nested"])
      expect(text).toContain(`${name} 1.2.3 (MIT)`);
    for (const words of ["Licence of plain", "Licence of scoped", "Notice of scoped"])
      expect(text).toContain(words);
    expect(text).toContain("Licence of nested");
    expect(text).not.toContain("unused");
  });

  test("names the bundler whose helpers are in the bundle", async () => {
    await write("lazy.js", "export const lazy = 1;");
    const text = await bundle('import("./lazy.js").then(console.log);');
    expect(text).toMatch(/^(?:vite|rolldown) .*\(MIT\)$/m);
  });

  test("refuses a package without a licence file", async () => {
    await install("node_modules/bare", "bare", {});
    await expect(bundle('import "bare";')).rejects.toThrow("bare has no licence file");
  });

  test("lists the packages of all builds that share the plugin", async () => {
    await install("node_modules/first", "first", { LICENSE: "" });
    await install("node_modules/second", "second", { LICENSE: "" });
    const licences = bundledLicences();
    await bundle('import "first";', licences);
    const text = await bundle('import "second";', licences);
    expect(text).toContain("first 1.2.3");
    expect(text).toContain("second 1.2.3");
  });
});
