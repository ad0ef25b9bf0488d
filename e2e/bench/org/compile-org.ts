import { rmSync } from "node:fs";
import { build } from "vite";
import { root } from "./child-process.ts";
import { compiledOrgFolder, orgHost } from "./servers.ts";

/** Compiles the org into one file, so that its figures can be had without tsx. @returns What takes that away again. */
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
