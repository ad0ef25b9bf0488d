import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** The file beside the bundles that has the project's licence and those of all packages in them. */
const licencesFileName = "LICENSES.txt";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Code that the bundler adds by itself: its modules have no path. */
const helpers: readonly (readonly [prefix: string, packageName: string])[] = [
  ["\0rolldown/", "rolldown"],
  ["\0vite/", "vite"],
];

/**
 * Writes the licences and notices of every package in the bundles. If several builds share one instance, the file has the
 * packages of all of them.
 *
 * @throws A bundled package has no licence file.
 * @see Apache License 2.0 §4(a), (d); MIT License
 */
export function bundledLicences(): Plugin {
  const folders = new Set<string>();
  return {
    name: "bundled-licences",
    async generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        const modules = output.type === "chunk" ? output.moduleIds : [];
        for (const folder of modules.flatMap(findPackageFolder)) folders.add(folder);
      }
      const parts = await Promise.all([root, ...[...folders].sort()].map(readLicences));
      this.emitFile({
        type: "asset",
        fileName: licencesFileName,
        // With a byte order mark, because not every host declares that a text is UTF-8.
        source: `\uFEFF${parts.join("\n\n---\n\n")}\n`,
      });
    },
  };
}

/** The folder of the package that a bundled module belongs to, without a trailing slash. */
function findPackageFolder(moduleId: string): string[] {
  const helper = helpers.find(([prefix]) => moduleId.startsWith(prefix));
  if (helper) return [join(root, "node_modules", helper[1])];
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(moduleId) ?? [];
  return folder === undefined ? [] : [folder];
}

async function readLicences(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const title = `${manifest.name} ${manifest.version} (${manifest.license})`;
  const files = (await readdir(folder)).filter((it) =>
    /^(?:licen[cs]e|copying|notice|third-party-notices)(?:\.(?:md|txt))?$/i.test(it),
  );
  if (!files.some((it) => /^(?:licen[cs]e|copying)/i.test(it)))
    throw new Error(`${basename(folder)} has no licence file, so it can't be bundled.`);
  const texts = await Promise.all(files.sort().map((it) => readFile(join(folder, it), "utf8")));
  // Cut off the licences of the bundler's dependencies: its helpers in the bundle contain none of them.
  const ownTexts = texts.map((it) => it.split(/^# Licenses of bundled dependencies/m, 1)[0] ?? "");
  return [title, ...ownTexts.map((it) => it.trim())].join("\n\n");
}
