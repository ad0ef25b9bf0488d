import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { bundledLicences } from "../../../build/bundled-licences.ts";

const find = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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

/** Saves memory: a single two-byte character doubles the size of a module's source, which Node keeps in memory. */
function escapeSource(): Plugin {
  return {
    name: "escape-source",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === "chunk")
          chunk.code = chunk.code.replace(
            /[^\0-\x7f]/g,
            (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
          );
    },
  };
}

export default defineConfig({
  plugins: [declareTypes(), bundledLicences(), escapeSource()],
  publicDir: false,
  logLevel: "warn",
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist-org",
    minify: true,
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
