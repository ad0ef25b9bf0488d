import { fileURLToPath } from "node:url";
import { defineConfig } from "playwright/test";
import type { HostOptions } from "./fixtures.ts";
import { ignoredArguments, launchArguments } from "./support/browser.ts";
import { isBuilt } from "./support/is-built.ts";
import { addresses, foreignOrg, foreignPage, nodeOrg } from "./support/targets.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const preview = "npx vite preview";

/** The built page. Skips the build if `dist/` is up to date. */
const page = {
  name: "page",
  command: isBuilt(root) ? preview : `npx vite build && ${preview}`,
  url: addresses.page,
};

/** The development server, and the demo org on its own origin. */
const otherServers = [
  { name: "development page", command: "npx vite", url: addresses.developmentPage },
  {
    name: "org",
    command: "node --import tsx src/demo-org/hosts/node.ts",
    url: `${addresses.nodeOrg}/.well-known/openid-configuration`,
  },
];

/** The example app with an org of its own. It also has its own configuration. */
const example = "example/*.spec.ts";

/** Suites with a configuration of their own. */
const others = [example, "firefox/*.spec.ts"];

/**
 * Every test runs against both hosts of the demo org, or only against your own org if one is set.
 *
 * Tags limit where a test runs: `@worker` and `@node` to one host, `@local` to the servers started here. `@any-org`
 * marks tests that need no demo user.
 */
const projects = foreignOrg
  ? [{ name: "own-org", grep: /@any-org/, testIgnore: others, use: { org: foreignOrg } }]
  : [
      { name: "worker", grepInvert: foreignPage ? /@node|@local/ : /@node/, testIgnore: others },
      ...(foreignPage
        ? []
        : [
            { name: "node", grepInvert: /@worker/, testIgnore: others, use: { org: nodeOrg } },
            { name: "example", testMatch: example },
          ]),
    ];
const servers = foreignPage ? [] : foreignOrg ? [page] : [page, ...otherServers];

const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig<HostOptions>({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  reporter: "list",
  // Long enough for a machine that is ten times slower than usual. Tests assert what happens, not how fast it happens.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: foreignPage ?? addresses.page,
    actionTimeout: 20_000,
    // Recording a trace takes a sixth of the time, and a CI log has the error and the steps without a trace.
    trace: process.env.CI ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      args: [...launchArguments],
      ignoreDefaultArgs: ignoredArguments,
      ...(executablePath ? { executablePath } : {}),
    },
  },
  projects,
  webServer: servers.map((server) => ({
    ...server,
    cwd: root,
    reuseExistingServer: !process.env.CI,
    timeout: 60_000,
  })),
});
