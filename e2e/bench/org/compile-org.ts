import { rmSync } from "node:fs";
import { build } from "vite";
import { root } from "./child-process.ts";
import { compiledOrgFolder, orgHost } from "./servers.ts";

/** Bundles the demo org into one file, to measure it without tsx. @returns Deletes that file. */
export async function compileOrg(): Promise<() => void> {
  const outDir = root + compiledOrgFolder;
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: { ssr: orgHost, outDir, emptyOutDir: true },
  });
  return () => rmSync(outDir, { recursive: true });
}
