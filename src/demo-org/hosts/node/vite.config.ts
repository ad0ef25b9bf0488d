import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { bundledLicences } from "../../../build/bundled-licences.ts";

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

/** Bundles the command and `startDemoOrg` with all they need, so that the package has no dependencies. */
export default defineConfig({
  plugins: [declareTypes(), bundledLicences()],
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
