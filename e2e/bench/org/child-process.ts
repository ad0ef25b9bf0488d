import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** CPU time since the process started, and its resident set size now. */
export type Usage = { readonly cpuMs: number; readonly memoryBytes: number };

const maxErrorLength = 4000;

/** The project's folder, with a trailing slash. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Starts Node in the project's folder with an IPC channel. Shows its stderr only if it fails. */
export function startNode(
  nodeArguments: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(process.execPath, nodeArguments, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (part: string) => {
    errors = (errors + part).slice(-maxErrorLength);
  });
  child.on("exit", (code) => {
    if (code) console.error(errors);
  });
  return child;
}

/** Sends a message and waits for the reply. @throws {Error} The process ended first. */
export async function call(child: ChildProcess, message: string | object): Promise<unknown> {
  const ended = new AbortController();
  const abort = () => ended.abort(new Error("A process ended before it replied."));
  child.once("exit", abort);
  const reply = once(child, "message", { signal: ended.signal });
  child.send(message);
  return (await reply.finally(() => child.off("exit", abort)))[0];
}

/** @throws {TypeError} The process was not started with `report-usage.mjs`. */
export async function fetchUsage(child: ChildProcess): Promise<Usage> {
  const { cpuMs, memoryBytes } = Object(await call(child, "usage"));
  if (typeof cpuMs !== "number" || typeof memoryBytes !== "number")
    throw new TypeError("The process does not report its usage.");
  return { cpuMs, memoryBytes };
}

/** Ends a process if it still runs, and waits until it has ended. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}
