import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** What a process has used since it started; its memory is what it holds now (resident set size). */
export type Usage = { readonly cpuMs: number; readonly memoryBytes: number };

const longestComplaint = 4000;

/** The project's folder, with a slash at its end. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Starts Node in the project's folder, with a channel to it; what it prints is shown only if it fails. */
export function startNode(
  nodeArguments: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(process.execPath, nodeArguments, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (part: string) => {
    said = (said + part).slice(-longestComplaint);
  });
  child.on("exit", (code) => {
    if (code) console.error(said);
  });
  return child;
}

/** Sends a message and waits for the answer. @throws {Error} The process ended instead. */
export async function ask(child: ChildProcess, message: string | object): Promise<unknown> {
  const ended = new AbortController();
  const abort = () => ended.abort(new Error("A process ended in the middle of its work."));
  child.once("exit", abort);
  const answer = once(child, "message", { signal: ended.signal });
  child.send(message);
  return (await answer.finally(() => child.off("exit", abort)))[0];
}

/** @throws {TypeError} The process was not started with `report-usage.mjs`. */
export async function readUsage(child: ChildProcess): Promise<Usage> {
  const { cpuMs, memoryBytes } = Object(await ask(child, "usage"));
  if (typeof cpuMs !== "number" || typeof memoryBytes !== "number")
    throw new TypeError("The process does not tell what it uses.");
  return { cpuMs, memoryBytes };
}

/** Ends a process, unless it has ended, and waits until it is gone. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}
