import { readUsage, stop } from "./child-process.ts";
import {
  type Cost,
  countSignedBytes,
  measureBareSigning,
  measureSignIns,
  startBareSigning,
  startMeasured,
} from "./measure.ts";
import type { Server } from "./servers.ts";

/** What a sign-in cost in one round, and its signatures alone right before it. */
export type Round = { readonly parallel: number; readonly cost: Cost; readonly bare: Cost };

export type Result = {
  readonly server: Server;
  readonly rounds: readonly Round[];
  /** What the process holds in the end. */
  readonly memoryBytes: number;
};

export type Plan = {
  readonly rounds: number;
  readonly signInsARound: number;
  /** Sign-ins before the first round, so that the code which is timed has been compiled. */
  readonly warmUp: number;
  /** How many sign-ins are under way at once; each round goes through all of these. */
  readonly parallels: readonly number[];
};

/**
 * Signs people in at each server. Every round goes through all of them, so that whatever else the machine does meets
 * them alike.
 */
export async function runRounds(servers: readonly Server[], plan: Plan): Promise<Result[]> {
  const { signInsARound: times, warmUp, parallels } = plan;
  const bare = startBareSigning();
  const contestants = await Promise.all(
    servers.map(async (server) => {
      const running = await startMeasured(server);
      const signedBytes = countSignedBytes(await server.signIn(running.origin));
      return { server, running, signedBytes, rounds: [] as Round[] };
    }),
  );
  for (const { server, running, signedBytes } of contestants) {
    await measureSignIns(server, running, { times: warmUp, parallel: 8 });
    await measureBareSigning(bare, { signedBytes, times, parallel: 8 });
  }
  for (let round = 0; round < plan.rounds; round++)
    for (const { server, running, signedBytes, rounds } of contestants)
      for (const parallel of parallels)
        rounds.push({
          parallel,
          bare: await measureBareSigning(bare, { signedBytes, times, parallel }),
          cost: await measureSignIns(server, running, { times, parallel }),
        });

  const results = await Promise.all(
    contestants.map(async ({ server, running, rounds }) => {
      const { memoryBytes } = await readUsage(running.child);
      return { server, rounds, memoryBytes };
    }),
  );
  await Promise.all([bare, ...contestants.map(({ running }) => running.child)].map(stop));
  return results;
}
