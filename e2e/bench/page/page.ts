import { readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "playwright";
import { build, preview } from "vite";
import { findInstalledBrowser, launchArguments } from "../../support/browser.ts";
import { kilobytes, median, milliseconds, print, row } from "../figures.ts";
import { listFirstView } from "./first-view.ts";
import { timeLanding } from "./landing-time.ts";
import { timeSignIn } from "./sign-in-time.ts";
import { makeLanding } from "./token.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const outDir = `${root}dist-bench`;
const bareOutDir = `${root}dist-bench-bare`;
const pageUrl = "http://localhost:4175/";
const bareUrl = "http://localhost:4176/";
const rounds = 7;
const cpuSlowdown = 4;

/** Builds the page, and prints its bytes and the times until groups are visible, beside those of bare React. */
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
    await printTimes(browser);
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
  row("JavaScript", kilobytes(sum(".js")), "aim: 82 kB");
  row("CSS", kilobytes(sum(".css")));
  row("all", kilobytes(sum("")), "aim: 90 kB");
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

async function printTimes(browser: Browser): Promise<void> {
  print(
    `Landing until groups are visible, processor ${cpuSlowdown} times slower, median of ${rounds}`,
  );
  for (const groupCount of [2, 100, 1_000, 20_000]) {
    const pageTimes = [];
    const bareTimes = [];
    // In turn, so that whatever else the machine does meets both.
    for (let round = 0; round < rounds; round++) {
      pageTimes.push(await timeLanding(browser, describeLanding(pageUrl, groupCount)));
      bareTimes.push(await timeLanding(browser, describeLanding(bareUrl, groupCount)));
    }
    const [page, bareReact] = [medians(pageTimes), medians(bareTimes)];
    const compare = (ms: number, bareMs: number) =>
      `${milliseconds(ms)}; bare React ${milliseconds(bareMs)}; ${(ms / bareMs).toFixed(2)} times as long`;
    row(`${groupCount} groups, cold`, compare(page.coldMs, bareReact.coldMs));
    row(`${groupCount} groups, warm`, compare(page.warmMs, bareReact.warmMs), "aim: 1.5 times");
  }
  const signIns = [];
  for (let round = 0; round < rounds; round++) signIns.push(await timeSignIn(browser, pageUrl));
  print("A whole sign-in through the worker, processor at its own speed");
  row("until groups are visible", milliseconds(median(signIns)));
}

function describeLanding(url: string, groupCount: number) {
  return { ...makeLanding(url, groupCount), pageUrl: url, cpuSlowdown };
}

function medians(times: readonly { coldMs: number; warmMs: number }[]) {
  return {
    coldMs: median(times.map(({ coldMs }) => coldMs)),
    warmMs: median(times.map(({ warmMs }) => warmMs)),
  };
}
