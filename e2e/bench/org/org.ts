import { median, megabytes, milliseconds, print, row } from "../figures.ts";
import { compileOrg } from "./compile-org.ts";
import { type Cost, timeStart } from "./measure.ts";
import { type Result, runRounds } from "./rounds.ts";
import { servers } from "./servers.ts";

const starts = 5;
const plan = { rounds: 9, signInsPerRound: 400, warmUp: 4000, parallels: [1, 8] };

/** Prints how fast the demo org starts and signs users in, beside two comparable servers. */
export async function printOrg(): Promise<void> {
  const deleteCompiledOrg = await compileOrg();
  try {
    await printStarts();
    await printSignIns();
  } finally {
    deleteCompiledOrg();
  }
}

async function printStarts(): Promise<void> {
  const started = servers.map((server) => ({ server, times: [] as number[] }));
  for (let round = 0; round < starts; round++)
    for (const { server, times } of started) times.push(await timeStart(server));
  print(`From starting the process to its first discovery response, median of ${starts}`);
  for (const { server, times } of started) row(server.name, milliseconds(median(times)));
}

async function printSignIns(): Promise<void> {
  const results = await runRounds(servers, plan);
  print("What one sign-in is, each by a user without a session");
  for (const { server } of results) row(server.name, server.signInSteps);
  for (const parallel of plan.parallels) printSpeed(results, parallel);

  const signIns = plan.warmUp + plan.rounds * plan.signInsPerRound * plan.parallels.length;
  print(`Memory (resident) after ${signIns} sign-ins`);
  for (const { server, memoryBytes } of results) row(server.name, megabytes(memoryBytes));
}

function printSpeed(results: readonly Result[], parallel: number): void {
  const pace = parallel === 1 ? "Sign-ins in sequence" : `${parallel} sign-ins at once`;
  print(`${pace}, median of ${plan.rounds} rounds of ${plan.signInsPerRound}`);
  const rounds = results.flatMap(({ server, rounds }) =>
    rounds.filter((it) => it.parallel === parallel).map((it) => ({ ...it, server })),
  );
  row("2 RSA signatures only", describeCost(medianCost(rounds.map(({ bare }) => bare))));
  for (const { server } of results) {
    const its = rounds.filter((it) => it.server === server);
    const { wallMs, cpuMs } = medianCost(
      its.map(({ cost, bare }) => ({
        wallMs: cost.wallMs / bare.wallMs,
        cpuMs: cost.cpuMs / bare.cpuMs,
      })),
    );
    const cost = describeCost(medianCost(its.map((it) => it.cost)));
    const times = `${wallMs.toFixed(2)} and ${cpuMs.toFixed(2)} times its signatures`;
    row(server.name, `${cost}; ${times}`);
  }
}

function medianCost(costs: readonly Cost[]): Cost {
  return {
    wallMs: median(costs.map(({ wallMs }) => wallMs)),
    cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
  };
}

function describeCost({ wallMs, cpuMs }: Cost): string {
  const perSecond = (1000 / wallMs).toFixed(0).padStart(4);
  return `${perSecond} per second: ${milliseconds(wallMs, 2)}, CPU ${milliseconds(cpuMs, 2)}`;
}
