import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

const running = new Set<ChildProcess>();

export function stopCommands(): void {
  for (const child of running) child.kill();
  running.clear();
}

type Ended = { readonly code: number | null; readonly printed: string; readonly errors: string };

export type RunningCommand = {
  readonly started: Promise<string>;
  readonly firstLine: Promise<string>;
  readonly ended: Promise<Ended>;
  readonly stop: () => void;
};

/** Starts the demo org's command, until `stopCommands` ends it. */
export function startCommand(
  command: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): RunningCommand {
  const child = spawn(command, parameters, { env: { ...process.env, ...environment } });
  running.add(child);
  let printed = "";
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const printedWith = (end: string) =>
    new Promise<string>((resolve) => {
      child.stdout.on("data", () => {
        if (printed.includes(end)) resolve(printed);
      });
    });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  return {
    started: printedWith("Ctrl+C"),
    firstLine: printedWith("\n"),
    ended: new Promise((resolve) => {
      child.on("close", (code) => resolve({ code, printed, errors }));
    }),
    stop: () => void child.kill(),
  };
}

export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return address.port;
}
