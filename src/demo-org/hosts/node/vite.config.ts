import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const find = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Adds the published types. */
function declareTypes(): Plugin {
  return {
    name: "declare-types",
    async generateBundle() {
      const types = await readFile(find("./demo-org-types.ts"), "utf8");
      const declaration = "export declare const startDemoOrg: StartDemoOrg;\n";
      this.emitFile({ type: "asset", fileName: "index.d.ts", source: `${types}\n${declaration}` });
    },
  };
}

/** Adds the licences of the bundled packages, which have to come with them. */
function collectLicences(): Plugin {
  return {
    name: "collect-licences",
    async generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((it) =>
        it.type === "chunk" ? it.moduleIds : [],
      );
      const folders = modules.flatMap(
        (module) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)?.[0] ?? [],
      );
      const licences = await Promise.all([...new Set(folders)].sort().map(readLicence));
      this.emitFile({
        type: "asset",
        fileName: "THIRD-PARTY-LICENSES.txt",
        source: licences.join("\n\n---\n\n"),
      });
    },
  };
}

async function readLicence(folder: string): Promise<string> {
  const [name = folder] = /(?:@[^/]+\/)?[^/]+$/.exec(folder) ?? [];
  const file = (await readdir(folder)).find((it) => /^licen[cs]e/i.test(it));
  if (file === undefined) throw new Error(`${name} has no licence file, so it can't be bundled.`);
  return `${name}\n\n${(await readFile(join(folder, file), "utf8")).trim()}`;
}

/** Bundles the command and `startDemoOrg` with all they need, so that the package has no dependencies. */
export default defineConfig({
  plugins: [declareTypes(), collectLicences()],
  publicDir: false,
  logLevel: "warn",
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist-org",
    minify: false,
    rolldownOptions: {
      input: {
        "okta-demo-org": find("../node.ts"),
        index: find("./package.ts"),
      },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        banner: ({ name, isEntry }) =>
          isEntry && name === "okta-demo-org" ? "#!/usr/bin/env node" : "",
      },
    },
  },
});
