import { type Browser, chromium } from "playwright";
import { findInstalledBrowser, launchArguments } from "../../support/browser.ts";
import { kilobytes, median, milliseconds, print } from "../figures.ts";
import { fetchResponseUrl, startBenchOrg, users } from "./bench-org.ts";
import { type BenchPage, type BenchPages, startPages, urls } from "./bench-pages.ts";
import { measureFirstVisit } from "./first-visit.ts";
import { type InteractionCost, measureInteractions } from "./interactions.ts";
import {
  type Conditions,
  fast4G,
  type LandingTimes,
  timeColdLanding,
  timeLanding,
} from "./landing-time.ts";
import { timeMap } from "./map-time.ts";
import { buildLanding, type Landing, sendRequest } from "./prepare-landing.ts";
import { timeSignIn } from "./sign-in-time.ts";
import { compare, printTable, type Row } from "./table.ts";

const landingRounds = 11;
const signInRounds = 5;
const fillRounds = 3;
const interactionRounds = 3;
const cpuSlowdown = 4;
const goals = { bare: 1.3, sample: 0.5 };

/**
 * Prints one table that compares the explorer with a bare React page with the same claims, and with a page that is built
 * on Okta's SDK as its guide shows. Pages take turns in each round, so that other load on the machine slows all of them.
 */
export async function printPage(): Promise<void> {
  const samples = [urls.sample, urls.sampleWithCode].map((url) => `${url}login/callback`);
  const org = await startBenchOrg([urls.explorer, ...samples]);
  const pages = await startPages(org.url);
  const executablePath = findInstalledBrowser();
  const browser = await chromium.launch({
    args: [...launchArguments],
    ...(executablePath !== undefined && { executablePath }),
  });
  try {
    print(
      `Medians. Landing is from the navigation, with the response in the address, until a frame with groups is drawn, with the processor ${cpuSlowdown} times slower if nothing else is said.`,
    );
    printTable([
      ...(await measureBytes(browser, pages)),
      ...(await measureLandings(browser, pages, 2)),
      ...(await measureLandings(browser, pages, 100)),
      ...(await measureColdLandingsByNetwork(browser, pages)),
      ...(await measureColdLandingsWithCode(browser, pages)),
      ...(await measureSignIns(browser, pages)),
      await measureFills(browser, pages),
      await measureWorstInteraction(browser, pages),
    ]);
  } finally {
    await browser.close();
    await pages.close();
    await org.stop();
  }
}

async function measureBytes(browser: Browser, pages: BenchPages): Promise<Row[]> {
  const explorer = await measureFirstVisit(browser, pages.explorer);
  const bare = await measureFirstVisit(browser, pages.bare);
  const sample = await measureFirstVisit(browser, pages.sample);
  return (["scriptBytes", "totalBytes"] as const).map((key) => ({
    name: key === "scriptBytes" ? "First visit, JavaScript, gzip" : "First visit, all, gzip",
    explorer: kilobytes(explorer[key]),
    bare: kilobytes(bare[key]),
    sample: kilobytes(sample[key]),
    comparison: `${compare(explorer[key], sample[key])} the sample (goal: below 1)`,
  }));
}

/** Prepares a landing of each page. The bare page can't exchange a code. */
type Landings = {
  readonly explorer: () => Promise<Landing>;
  readonly bare?: () => Promise<Landing>;
  readonly sample: () => Promise<Landing>;
};

/** All pages receive a response of the same org, signed in as the same user. */
async function prepareLandings(
  browser: Browser,
  { explorerWithOrg, bare, sample }: BenchPages,
  groupCount: keyof typeof users,
): Promise<Landings> {
  const explorerRequest = await sendRequest(browser, explorerWithOrg);
  const explorerUrl = await fetchResponseUrl(explorerRequest.url, users[groupCount]);
  const sampleRequest = await sendRequest(browser, sample);
  const sampleUrl = await fetchResponseUrl(sampleRequest.url, users[groupCount]);
  return {
    explorer: async () => ({ request: explorerRequest, url: explorerUrl }),
    bare: async () => ({ request: explorerRequest, url: bare.url + new URL(explorerUrl).hash }),
    sample: async () => ({ request: sampleRequest, url: sampleUrl }),
  };
}

async function measureLandings(
  browser: Browser,
  pages: BenchPages,
  groupCount: keyof typeof users,
): Promise<Row[]> {
  const landings = await prepareLandings(browser, pages, groupCount);
  const times = await takeTurns(landings, (landing) =>
    timeLanding(browser, landing, { cpuSlowdown }),
  );
  const rows = [
    ["cold", "groupsMs"],
    ["cold", "claimsMs"],
    ["warm", "groupsMs"],
    ["warm", "claimsMs"],
  ] as const;
  return rows.map(([cache, key]) =>
    toRow(
      `Landing, ${groupCount} groups, ${cache}${key === "claimsMs" ? ", all claims" : ""}`,
      times,
      (time: LandingTimes) => time[cache][key],
      groupCount === 2 && key === "groupsMs",
    ),
  );
}

/** Prepares landings that each have their own code, because the org accepts a code once. */
async function prepareLandingsWithCode(
  browser: Browser,
  { explorerWithCode, sampleWithCode }: BenchPages,
): Promise<Landings> {
  const prepare = async (page: BenchPage) => {
    const request = await sendRequest(browser, page);
    return async () => ({ request, url: await fetchResponseUrl(request.url, users[2]) });
  };
  return { explorer: await prepare(explorerWithCode), sample: await prepare(sampleWithCode) };
}

/** Measures landings whose files are loaded over a slow network, which the other figures leave out. */
async function measureColdLandingsByNetwork(browser: Browser, pages: BenchPages): Promise<Row[]> {
  const landings = await prepareLandings(browser, pages, 2);
  const name = "Landing, 2 groups, cold";
  return measureColdLandings(browser, landings, name, [slowNetworkUsualProcessor, slowNetwork]);
}

/** Measures landings with a code, including the token request. */
async function measureColdLandingsWithCode(browser: Browser, pages: BenchPages): Promise<Row[]> {
  const landings = await prepareLandingsWithCode(browser, pages);
  const name = "Landing with a code, 2 groups, cold";
  const conditions = [slowProcessor, slowNetworkUsualProcessor, slowNetwork];
  return measureColdLandings(browser, landings, name, conditions);
}

type NamedConditions = Conditions & { readonly suffix: string };

const slowProcessor: NamedConditions = { suffix: "", cpuSlowdown };
const slowNetwork: NamedConditions = { suffix: ", Fast 4G", cpuSlowdown, network: fast4G };
const slowNetworkUsualProcessor: NamedConditions = {
  suffix: ", Fast 4G, usual processor",
  cpuSlowdown: 1,
  network: fast4G,
};

async function measureColdLandings(
  browser: Browser,
  landings: Landings,
  name: string,
  conditions: readonly NamedConditions[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const condition of conditions) {
    const times = await takeTurns(landings, (landing) =>
      timeColdLanding(browser, landing, condition),
    );
    rows.push(toRow(name + condition.suffix, times, ({ groupsMs }) => groupsMs, true));
  }
  return rows;
}

/** Measures all pages in each round, one after the other. */
async function takeTurns<Time>(
  landings: Landings,
  time: (landing: Landing) => Promise<Time>,
): Promise<Record<keyof Landings, Time[]>> {
  const times: Record<keyof Landings, Time[]> = { explorer: [], bare: [], sample: [] };
  for (let round = 0; round < landingRounds; round++)
    for (const page of ["explorer", "bare", "sample"] as const) {
      const landing = await landings[page]?.();
      if (landing) times[page].push(await time(landing));
    }
  return times;
}

function toRow<Time>(
  name: string,
  times: Record<keyof Landings, Time[]>,
  select: (time: Time) => number,
  hasGoal: boolean,
): Row {
  const medianOf = (page: keyof Landings) => median(times[page].map(select));
  const [ours, bareMs, sampleMs] = [medianOf("explorer"), medianOf("bare"), medianOf("sample")];
  const goal = (other: keyof typeof goals) => (hasGoal ? ` (goal: ${goals[other]})` : "");
  const toSample = `${compare(ours, sampleMs)} the sample${goal("sample")}`;
  const figures = { name, explorer: milliseconds(ours), sample: milliseconds(sampleMs) };
  if (times.bare.length === 0) return { ...figures, comparison: toSample };
  return {
    ...figures,
    bare: milliseconds(bareMs),
    comparison: `${compare(ours, bareMs)} bare React${goal("bare")}, ${toSample}`,
  };
}

async function measureSignIns(browser: Browser, pages: BenchPages): Promise<Row[]> {
  const names = ["explorerWithOrg", "sample", "explorer"] as const;
  const times: Record<(typeof names)[number], number[]> = {
    explorerWithOrg: [],
    sample: [],
    explorer: [],
  };
  for (let round = 0; round < signInRounds; round++)
    for (const name of names) times[name].push(await timeSignIn(browser, pages[name]));
  const [explorer, sample] = [median(times.explorerWithOrg), median(times.sample)];
  return [
    {
      name: "A whole sign-in, org in Node",
      explorer: milliseconds(explorer),
      sample: milliseconds(sample),
      comparison: `${compare(explorer, sample)} the sample`,
    },
    {
      name: "A whole sign-in, org in the browser",
      explorer: milliseconds(median(times.explorer)),
    },
  ];
}

async function measureFills(browser: Browser, { explorer }: BenchPages): Promise<Row> {
  const fills = [];
  for (let round = 0; round < fillRounds; round++) fills.push(await timeMap(browser, explorer.url));
  return {
    name: `Filling the map, ${fills[0]?.requests} requests`,
    explorer: milliseconds(median(fills.map(({ timeMs }) => timeMs))),
    comparison: "goal: 10 s",
  };
}

async function measureWorstInteraction(browser: Browser, { explorer }: BenchPages): Promise<Row> {
  const costs: InteractionCost[] = [];
  for (let round = 0; round < interactionRounds; round++) {
    const request = await sendRequest(browser, explorer);
    const landings = [buildLanding(request, 19_999), buildLanding(request, 20_000)] as const;
    costs.push(...(await measureInteractions(browser, landings)));
  }
  const names = [...new Set(costs.map(({ name }) => name))];
  const medians = names.map((name) => {
    const its = costs.filter((cost) => cost.name === name);
    return { name, longestTaskMs: median(its.map(({ longestTaskMs }) => longestTaskMs)) };
  });
  const worst = medians.reduce((one, other) =>
    other.longestTaskMs > one.longestTaskMs ? other : one,
  );
  return {
    name: "20,000 groups, longest task of an interaction",
    explorer: worst.longestTaskMs === 0 ? "below 50 ms" : milliseconds(worst.longestTaskMs),
    comparison: `goal: 100 ms${worst.longestTaskMs === 0 ? "" : `, worst: ${worst.name}`}`,
  };
}
