import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { RunningDemoOrg, StartDemoOrgOptions } from "./node/demo-org-types.ts";
import {
  describeArgument,
  describeExposure,
  describeHelp,
  describeStart,
  renderStart,
  type StartedOrg,
} from "./node/notices.ts";
import { parseSettings, type Settings } from "./node/settings.ts";
import { isLoopback, startDemoOrg } from "./node/start-demo-org.ts";
import { describeProblem, StartError } from "./node/start-problem.ts";

const isNpmScript = process.env.npm_lifecycle_event === "org";
const command = isNpmScript ? "npm run org --" : "npx okta-demo-org";

async function main(): Promise<void> {
  const settings = parseSettings(process.env, process.argv.slice(2));
  switch (settings.kind) {
    case "help":
      return console.log(describeHelp(command));
    case "unknown_argument":
    case "no_value":
      return fail(describeArgument(settings, command));
    case "problem":
      return fail(describeProblem(settings.problem));
    case "start":
      return start(settings);
    default:
      return settings satisfies never;
  }
}

type Start = Extract<Settings, { kind: "start" }>;

async function start(settings: Start): Promise<void> {
  const { options, isJson } = settings;
  let org: RunningDemoOrg;
  try {
    org = await startDemoOrg({ ...options, ...(await loadFiles(settings)) });
  } catch (error) {
    if (error instanceof StartError) return fail(error.message);
    throw error;
  }
  const { host = "localhost" } = options;
  if (!isLoopback(host)) console.error(describeExposure(host));
  const started = describeOrg(org, options);
  console.log(isJson ? renderStart(started) : describeStart(started));
}

/** Paths are relative to the folder where the command was typed. npm runs scripts in the project's folder. */
async function loadFiles({
  seedFile,
  tlsFiles,
}: Start): Promise<Pick<StartDemoOrgOptions, "seed" | "tls">> {
  const folder = (isNpmScript && process.env.INIT_CWD) || "";
  const read = async (file: string) => {
    const path = resolve(folder, file);
    try {
      return await readFile(path, "utf8");
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StartError({ code: "unreadable_tls", path, reason });
    }
  };
  return {
    ...(seedFile !== undefined && { seed: resolve(folder, seedFile) }),
    ...(tlsFiles && { tls: { key: await read(tlsFiles.key), cert: await read(tlsFiles.cert) } }),
  };
}

function describeOrg(org: RunningDemoOrg, { apiToken, redirectUris = [] }: Start["options"]) {
  const { url, issuer, customIssuer, clientId, users } = org;
  const passwords = new Set(users.flatMap(({ password }) => password ?? []));
  return {
    url,
    issuer,
    customIssuer,
    clientId,
    redirectUris: org.redirectUris,
    addsRedirectUris: redirectUris.some((uri) => org.redirectUris.includes(uri)),
    usernames: users.map(({ username }) => username),
    password: passwords.size === 1 ? [...passwords][0] : undefined,
    apiToken: apiToken === undefined || apiToken === "random" ? org.apiToken : undefined,
  } satisfies StartedOrg;
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

// npm passes a signal to its shell. One that doesn't exec the command, such as dash, ends alone and leaves it running.
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit();
  }, 250).unref();
}

// Collects garbage earlier: less memory. Not in `startDemoOrg`, whose process is not the org's own.
setFlagsFromString("--heap-growing-percent=50");
setFlagsFromString("--semi-space-growth-factor=1");

// As the first process of a container, Node would ignore these signals.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit());
if (process.env.npm_lifecycle_event !== undefined) endWithParent();
await main();
