import { fetchUsage, stop } from "./child-process.ts";
import {
  type Cost,
  countSignedBytes,
  measureBareSigning,
  measureSignIns,
  startBareSigning,
  startMeasured,
} from "./measure.ts";
import type { Server } from "./servers.ts";

/** The cost of a sign-in in one round, and of its signatures alone, measured just before. */
type Round = { readonly parallel: number; readonly cost: Cost; readonly bare: Cost };

export type Result = {
  readonly server: Server;
  readonly rounds: readonly Round[];
  /** Resident set size at the end. */
  readonly memoryBytes: number;
};

export type Plan = {
  readonly rounds: number;
  readonly signInsPerRound: number;
  /** Sign-ins before the first round, so that the JIT has compiled the measured code. */
  readonly warmUp: number;
  /** Numbers of sign-ins at once. Each round measures all of these. */
  readonly parallels: readonly number[];
};

/** Measures sign-ins at each server. Servers take turns in every round, so other load on the machine slows all of them. */
export async function runRounds(servers: readonly Server[], plan: Plan): Promise<Result[]> {
  const { signInsPerRound: times, warmUp, parallels } = plan;
  const bare = startBareSigning();
  const contenders = await Promise.all(
    servers.map(async (server) => {
      const running = await startMeasured(server);
      const signedBytes = countSignedBytes(await server.signIn(running.origin));
      return { server, running, signedBytes, rounds: [] as Round[] };
    }),
  );
  for (const { server, running, signedBytes } of contenders) {
    await measureSignIns(server, running, { times: warmUp, parallel: 8 });
    await measureBareSigning(bare, { signedBytes, times, parallel: 8 });
  }
  for (let round = 0; round < plan.rounds; round++)
    for (const { server, running, signedBytes, rounds } of contenders)
      for (const parallel of parallels)
        rounds.push({
          parallel,
          bare: await measureBareSigning(bare, { signedBytes, times, parallel }),
          cost: await measureSignIns(server, running, { times, parallel }),
        });

  const results = await Promise.all(
    contenders.map(async ({ server, running, rounds }) => {
      const { memoryBytes } = await fetchUsage(running.child);
      return { server, rounds, memoryBytes };
    }),
  );
  await Promise.all([bare, ...contenders.map(({ running }) => running.child)].map(stop));
  return results;
}
