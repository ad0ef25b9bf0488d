import { fileURLToPath } from "node:url";
import { defineConfig } from "playwright/test";
import { addresses } from "../support/targets.ts";

const cwd = fileURLToPath(new URL("../..", import.meta.url));

/** Playwright only runs these tests: it can't drive an installed Firefox. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/firefox",
  reporter: "list",
  workers: 1,
  webServer: [
    { command: "npx vite build && npx vite preview", url: addresses.page },
    {
      command: "node --import tsx src/demo-org/hosts/node.ts",
      url: `${addresses.nodeOrg}/.well-known/openid-configuration`,
    },
  ].map((server) => ({ ...server, cwd, reuseExistingServer: !process.env.CI, timeout: 60_000 })),
});
