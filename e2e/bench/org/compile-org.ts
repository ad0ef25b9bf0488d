import { rmSync } from "node:fs";
import { build } from "vite";
import { root } from "./child-process.ts";
import { compiledOrgFolder } from "./servers.ts";

/** Bundles the demo org's command as the package has it. @returns A function that deletes the bundle. */
export async function compileOrg(): Promise<() => void> {
  const outDir = root + compiledOrgFolder;
  await build({
    root,
    configFile: `${root}src/demo-org/hosts/node/vite.config.ts`,
    logLevel: "error",
    build: { outDir, emptyOutDir: true },
  });
  return () => rmSync(outDir, { recursive: true });
}
