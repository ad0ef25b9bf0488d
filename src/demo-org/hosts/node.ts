import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { StartDemoOrgOptions } from "./node/demo-org-types.ts";
import { describeExposure, describeHelp, describeStart, renderStart } from "./node/notices.ts";
import { parseSettings, type Settings } from "./node/settings.ts";
import { isLoopback, startDemoOrg } from "./node/start-demo-org.ts";
import { findReason, StartError } from "./node/start-error.ts";

const isNpmScript = process.env.npm_lifecycle_event === "org";
const command = isNpmScript ? "npm run org --" : "npx okta-demo-org";

async function main(): Promise<void> {
  const settings = parseSettings(process.env, process.argv.slice(2), command);
  if (settings.kind === "help") return console.log(describeHelp(command));
  const { options, isJson } = settings;
  const org = await startDemoOrg({ ...options, ...(await loadFiles(settings)) });
  const { host = "localhost" } = options;
  if (!isLoopback(host)) console.error(describeExposure(host));
  console.log(isJson ? renderStart(org, options) : describeStart(org, options));
}

type Start = Extract<Settings, { kind: "start" }>;

/** Resolves paths in the folder where the command was typed. npm runs scripts in the project's folder instead. */
async function loadFiles({
  seedFile,
  tlsFiles,
}: Start): Promise<Pick<StartDemoOrgOptions, "seed" | "tls">> {
  const folder = (isNpmScript && process.env.INIT_CWD) || "";
  const read = (file: string) => {
    const path = resolve(folder, file);
    return readFile(path, "utf8").catch((cause: unknown) => {
      throw new StartError(
        `Can't read ${path}: ${findReason(cause)}. Give the path of a PEM file.`,
      );
    });
  };
  return {
    ...(seedFile !== undefined && { seed: resolve(folder, seedFile) }),
    ...(tlsFiles && { tls: { key: await read(tlsFiles.key), cert: await read(tlsFiles.cert) } }),
  };
}

// npm sends a signal only to its shell. Some shells, such as dash, then end and leave this process running.
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
  }, 250).unref();
}

// Collects garbage earlier, to use less memory. `startDemoOrg` can't set this, because it runs in the caller's process.
setFlagsFromString("--heap-growing-percent=50");
setFlagsFromString("--semi-space-growth-factor=1");

// As the first process of a container, Node would ignore these signals.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit());
if (process.env.npm_lifecycle_event !== undefined) endWithParent();
await main().catch((error: unknown) => {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
