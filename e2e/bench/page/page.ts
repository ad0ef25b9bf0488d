import { readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright";
import { build, preview } from "vite";
import { findInstalledBrowser, launchArguments } from "../../support/browser.ts";
import { kilobytes, median, milliseconds, print, row } from "../figures.ts";
import { listFirstView } from "./first-view.ts";
import { type InteractionCost, measureInteractions } from "./interactions.ts";
import { type LandingTimes, timeLanding } from "./landing-time.ts";
import { timeMap } from "./map-time.ts";
import { buildLanding, sendRequest } from "./prepare-landing.ts";
import { timeSignIn } from "./sign-in-time.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const outDir = `${root}dist-bench`;
const bareOutDir = `${root}dist-bench-bare`;
const pageUrl = "http://localhost:4175/";
const bareUrl = "http://localhost:4176/";
const rounds = 7;
const interactionRounds = 3;
const mapRounds = 3;
const cpuSlowdown = 4;

/** Builds the page and prints its size, its times until groups are visible beside bare React's, and its long tasks. */
export async function printPage(): Promise<void> {
  await build({ root, logLevel: "error", build: { outDir, emptyOutDir: true } });
  const bare = { root: `${root}e2e/bench/page/bare`, configFile: false as const };
  await build({ ...bare, logLevel: "error", build: { outDir: bareOutDir, emptyOutDir: true } });
  const servers = await Promise.all([
    serve(root, outDir, 4175),
    serve(bare.root, bareOutDir, 4176, false),
  ]);
  const executablePath = findInstalledBrowser();
  const browser = await chromium.launch({
    args: [...launchArguments],
    ...(executablePath !== undefined && { executablePath }),
  });
  try {
    await printBytes(browser);
    await printLandings(browser);
    await printSignIn(browser);
    await printMap(browser);
    await printInteractions(browser);
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
    for (const folder of [outDir, bareOutDir]) rmSync(folder, { recursive: true });
  }
}

function serve(from: string, folder: string, port: number, configFile?: false) {
  return preview({
    root: from,
    ...(configFile === false && { configFile }),
    build: { outDir: folder },
    preview: { port, strictPort: true, host: "localhost" },
  });
}

async function printBytes(browser: Browser): Promise<void> {
  const firstView = await listFirstView(browser, pageUrl);
  const sum = (ending: string) =>
    firstView
      .filter(({ name }) => name.endsWith(ending))
      .reduce((total, { gzipBytes }) => total + gzipBytes, 0);
  print("First view, bytes (gzip)");
  row("JavaScript", kilobytes(sum(".js")), "goal: 88 kB");
  row("CSS", kilobytes(sum(".css")));
  row("all", kilobytes(sum("")), "goal: 96 kB");
  print("Loaded later, bytes (gzip)");
  const loaded = new Set(firstView.map(({ name }) => name));
  const files = [
    ...readdirSync(`${outDir}/assets`).map((name) => `/assets/${name}`),
    "/demo-org-worker.js",
  ];
  for (const name of files.filter((it) => !loaded.has(it) && /\.(js|css)$/.test(it))) {
    row(name, kilobytes(gzipSync(readFileSync(outDir + name)).length));
  }
}

async function printLandings(browser: Browser): Promise<void> {
  print(
    `Landing until groups are visible, processor ${cpuSlowdown} times slower, median of ${rounds}`,
  );
  for (const groupCount of [2, 100, 1_000, 20_000]) {
    const pageTimes: LandingTimes[] = [];
    const bareTimes: LandingTimes[] = [];
    const request = await sendRequest(browser, pageUrl);
    // In turns, so that whatever else the machine does slows both.
    for (let round = 0; round < rounds; round++) {
      const landing = buildLanding(request, groupCount);
      pageTimes.push(await timeLanding(browser, landing, { pageUrl, cpuSlowdown }));
      bareTimes.push(await timeLanding(browser, landing, { pageUrl: bareUrl, cpuSlowdown }));
    }
    const [page, bareReact] = [medians(pageTimes), medians(bareTimes)];
    const goal = groupCount <= 100 ? "goal: 1.5 times" : "";
    row(`${groupCount} groups, cold`, compare(page.coldMs, bareReact.coldMs), goal);
    row(`${groupCount} groups, warm`, compare(page.warmMs, bareReact.warmMs), goal);
  }
}

async function printSignIn(browser: Browser): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timeSignIn(browser, pageUrl));
  print(`A whole sign-in at the demo org in its worker, median of ${rounds}`);
  row("until groups are visible", milliseconds(median(times)));
}

async function printMap(browser: Browser): Promise<void> {
  const fills = [];
  for (let round = 0; round < mapRounds; round++) fills.push(await timeMap(browser, pageUrl));
  print(`Filling the map at the demo org in its worker, median of ${mapRounds}`);
  const time = milliseconds(median(fills.map(({ timeMs }) => timeMs)));
  row(`${fills[0]?.requests} requests`, time, "goal: 10 s");
}

async function printInteractions(browser: Browser): Promise<void> {
  const costs: InteractionCost[] = [];
  for (let round = 0; round < interactionRounds; round++) {
    const request = await sendRequest(browser, pageUrl);
    const landings = [buildLanding(request, 19_999), buildLanding(request, 20_000)] as const;
    costs.push(...(await measureInteractions(browser, pageUrl, landings)));
  }
  print(`20,000 groups: longest main-thread task, median of ${interactionRounds}`);
  for (const name of new Set(costs.map((it) => it.name))) {
    const its = costs.filter((it) => it.name === name);
    const longestMs = median(its.map(({ longestTaskMs }) => longestTaskMs));
    row(name, longestMs === 0 ? "below 50 ms" : milliseconds(longestMs), "goal: 100 ms");
  }
}

function compare(ms: number, bareMs: number): string {
  return `${milliseconds(ms)}; bare React ${milliseconds(bareMs)}; ${(ms / bareMs).toFixed(2)} times as long`;
}

function medians(times: readonly LandingTimes[]): LandingTimes {
  return {
    coldMs: median(times.map(({ coldMs }) => coldMs)),
    warmMs: median(times.map(({ warmMs }) => warmMs)),
  };
}
