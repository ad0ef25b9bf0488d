import type { ChildProcess } from "node:child_process";
import { findFreePort } from "../../support/free-port.ts";
import type { BareTask } from "./bare-signing.ts";
import { ask, readUsage, startNode, stop } from "./child-process.ts";
import { inParallel } from "./in-parallel.ts";
import type { Server } from "./servers.ts";
import type { Tokens } from "./sign-in.ts";
import { createVisitor } from "./visitor.ts";

/** What a sign-in, or its signatures alone, took: of time, and of a processor in the process that did it. */
export type Cost = { readonly wallMs: number; readonly cpuMs: number };

export type RunningServer = { readonly child: ChildProcess; readonly origin: string };

type Startable = Pick<Server, "start" | "discoveryPath">;

const patienceMs = 60_000;
const reportUsage = ["--import", "./e2e/bench/org/report-usage.mjs"];

/** The time from the start of the process until it answers discovery, in milliseconds. */
export async function timeFirstAnswer({ start, discoveryPath }: Startable): Promise<number> {
  const port = await findFreePort();
  const { nodeArguments, environment } = start(port);
  const startedAt = performance.now();
  const child = startNode(nodeArguments, environment);
  await waitForAnswer(`http://localhost:${port}${discoveryPath}`);
  const time = performance.now() - startedAt;
  await stop(child);
  return time;
}

/** Starts a server that tells what it uses. */
export async function startMeasured(server: Server): Promise<RunningServer> {
  const port = await findFreePort();
  const { nodeArguments, environment } = server.start(port);
  const child = startNode([...reportUsage, ...nodeArguments], environment);
  const origin = `http://localhost:${port}`;
  await waitForAnswer(origin + server.discoveryPath);
  return { child, origin };
}

/** Starts a process that does nothing but sign, at `measureBareSigning`'s word. */
export function startBareSigning(): ChildProcess {
  return startNode(["--import", "tsx", "e2e/bench/org/bare-signing.ts"]);
}

/** What a sign-in at a server costs, on the average of so many, so many at once. */
export function measureSignIns(
  { signIn }: Server,
  { child, origin }: RunningServer,
  { times, parallel }: { readonly times: number; readonly parallel: number },
): Promise<Cost> {
  return measure(child, times, () => inParallel(times, parallel, () => signIn(origin)));
}

/** What the signatures of a sign-in cost alone. */
export function measureBareSigning(child: ChildProcess, task: BareTask): Promise<Cost> {
  return measure(child, task.times, () => ask(child, task));
}

/** How much is signed for each token, in bytes: all before its last dot. */
export function countSignedBytes({ idToken, accessToken }: Tokens): number[] {
  return [accessToken, idToken].map((token) => token.lastIndexOf("."));
}

async function measure(
  child: ChildProcess,
  times: number,
  work: () => Promise<unknown>,
): Promise<Cost> {
  const before = await readUsage(child);
  const startedAt = performance.now();
  await work();
  const wallMs = (performance.now() - startedAt) / times;
  const after = await readUsage(child);
  return { wallMs, cpuMs: (after.cpuMs - before.cpuMs) / times };
}

async function waitForAnswer(url: string): Promise<void> {
  const visitor = createVisitor();
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const answer = await visitor.get(url).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${url} did not answer within ${patienceMs} ms.`);
}
