import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { build, type InlineConfig, preview } from "vite";
import { nodeOrg } from "../../support/targets.ts";

/** A page to measure. */
export type BenchPage = {
  /** The page's URL, with a trailing slash. */
  readonly url: string;
  /** Opens the page with the org chosen, ready to send a request. */
  readonly open: (page: Page) => Promise<void>;
};

export type BenchPages = {
  /** The explorer with the demo org in the browser, as on a first visit. */
  readonly explorer: BenchPage;
  /** The explorer with the demo org in Node. */
  readonly explorerWithOrg: BenchPage;
  /** The explorer with the demo org in Node, set to request a code. */
  readonly explorerWithCode: BenchPage;
  readonly bare: BenchPage;
  /** Requests an ID token, as the explorer does. */
  readonly sample: BenchPage;
  /** Requests a code, as Okta's guide shows. */
  readonly sampleWithCode: BenchPage;
  readonly close: () => Promise<void>;
};

export const urls = {
  explorer: "http://localhost:4175/",
  bare: "http://localhost:4176/",
  sample: "http://localhost:4177/",
  sampleWithCode: "http://localhost:4178/",
} as const;

const root = fileURLToPath(new URL("../../..", import.meta.url));
const sources = fileURLToPath(new URL(".", import.meta.url));

/** Builds the pages for production and serves them. */
export async function startPages(orgUrl: string): Promise<BenchPages> {
  const sample = (flow: "implicit" | "code"): InlineConfig => ({
    root: `${sources}sample`,
    configFile: false,
    define: {
      "import.meta.env.VITE_ISSUER": JSON.stringify(orgUrl),
      "import.meta.env.VITE_CLIENT_ID": JSON.stringify(nodeOrg.clientId),
      "import.meta.env.VITE_FLOW": JSON.stringify(flow),
    },
  });
  const stops = [
    await buildAndServe(urls.explorer, { root }),
    await buildAndServe(urls.bare, { root: `${sources}bare`, configFile: false }),
    await buildAndServe(urls.sample, sample("implicit")),
    await buildAndServe(urls.sampleWithCode, sample("code")),
  ];
  const openWithOrg =
    (token: string): BenchPage["open"] =>
    async (page) => {
      await page.goto(`${urls.explorer}?token=${token}`);
      // Type the org, because the page contacts an org from a link only after the user has sent a request to that org.
      const button = page.getByRole("button", { name: /^Okta org:/ });
      await button.click();
      await page.getByRole("radio", { name: "My Okta org" }).check();
      await page.getByRole("textbox", { name: "Okta domain" }).fill(orgUrl);
      await page.getByRole("textbox", { name: "Client ID" }).fill(nodeOrg.clientId);
      await button.click();
    };
  return {
    explorer: { url: urls.explorer, open: open(urls.explorer) },
    explorerWithOrg: { url: urls.explorer, open: openWithOrg("id_token") },
    explorerWithCode: { url: urls.explorer, open: openWithOrg("code") },
    bare: { url: urls.bare, open: open(urls.bare) },
    sample: { url: urls.sample, open: open(urls.sample) },
    sampleWithCode: { url: urls.sampleWithCode, open: open(urls.sampleWithCode) },
    close: async () => {
      for (const stop of stops) await stop();
    },
  };
}

function open(url: string): BenchPage["open"] {
  return async (page) => {
    await page.goto(url);
  };
}

async function buildAndServe(url: string, config: InlineConfig): Promise<() => Promise<void>> {
  const { port } = new URL(url);
  const outDir = `${root}dist-bench-${port}`;
  await build({ ...config, logLevel: "error", build: { outDir, emptyOutDir: true } });
  const server = await preview({
    ...config,
    build: { outDir },
    preview: { port: Number(port), strictPort: true, host: "localhost" },
  });
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true });
  };
}
