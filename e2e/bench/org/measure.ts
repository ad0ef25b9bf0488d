import type { ChildProcess } from "node:child_process";
import { findFreePort } from "../../support/free-port.ts";
import type { BareTask } from "./bare-signing.ts";
import { call, fetchUsage, startNode, stop } from "./child-process.ts";
import { createHttpClient } from "./http-client.ts";
import { inParallel } from "./in-parallel.ts";
import type { Server } from "./servers.ts";
import type { Tokens } from "./sign-in.ts";

/** Time per sign-in (or per its signatures alone), and CPU time of the process that did it. */
export type Cost = { readonly wallMs: number; readonly cpuMs: number };

type RunningServer = { readonly child: ChildProcess; readonly origin: string };

type Startable = Pick<Server, "start" | "discoveryPath">;

const startTimeoutMs = 60_000;
const reportUsage = ["--import", "./e2e/bench/org/report-usage.mjs"];

/** Measures the time from starting the process to its first discovery response, in milliseconds. */
export async function timeStart({ start, discoveryPath }: Startable): Promise<number> {
  const port = await findFreePort();
  const { nodeArguments, environment } = start(port);
  const startedAt = performance.now();
  const child = startNode(nodeArguments, environment);
  await waitForResponse(`http://localhost:${port}${discoveryPath}`);
  const timeMs = performance.now() - startedAt;
  await stop(child);
  return timeMs;
}

/** Starts a server that reports its CPU time and memory. */
export async function startMeasured(server: Server): Promise<RunningServer> {
  const port = await findFreePort();
  const { nodeArguments, environment } = server.start(port);
  const child = startNode([...reportUsage, ...nodeArguments], environment);
  const origin = `http://localhost:${port}`;
  await waitForResponse(origin + server.discoveryPath);
  return { child, origin };
}

/** Starts a process that only signs, for `measureBareSigning`. */
export function startBareSigning(): ChildProcess {
  return startNode(["--import", "tsx", "e2e/bench/org/bare-signing.ts"]);
}

/** Measures the average cost of a sign-in at a server, over `times` sign-ins with `parallel` at once. */
export function measureSignIns(
  { signIn }: Server,
  { child, origin }: RunningServer,
  { times, parallel }: { readonly times: number; readonly parallel: number },
): Promise<Cost> {
  return measure(child, times, () => inParallel(times, parallel, () => signIn(origin)));
}

/** Measures the cost of a sign-in's signatures alone. */
export function measureBareSigning(child: ChildProcess, task: BareTask): Promise<Cost> {
  return measure(child, task.times, () => call(child, task));
}

/** Counts the signed bytes of each token: everything before its last dot. */
export function countSignedBytes({ idToken, accessToken }: Tokens): number[] {
  return [accessToken, idToken].map((token) => token.lastIndexOf("."));
}

async function measure(
  child: ChildProcess,
  times: number,
  work: () => Promise<unknown>,
): Promise<Cost> {
  const before = await fetchUsage(child);
  const startedAt = performance.now();
  await work();
  const wallMs = (performance.now() - startedAt) / times;
  const after = await fetchUsage(child);
  return { wallMs, cpuMs: (after.cpuMs - before.cpuMs) / times };
}

async function waitForResponse(url: string): Promise<void> {
  const client = createHttpClient();
  const deadline = performance.now() + startTimeoutMs;
  while (performance.now() < deadline) {
    const response = await client.get(url).catch(() => undefined);
    if (response?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${url} did not answer within ${startTimeoutMs} ms.`);
}
