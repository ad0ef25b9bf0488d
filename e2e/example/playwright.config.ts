import { defineConfig } from "playwright/test";
import { ignoredArguments, launchArguments } from "../support/browser.ts";

const executablePath = process.env.CHROMIUM_PATH;

/** The example alone: it starts its own servers. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/example",
  reporter: "list",
  use: {
    launchOptions: {
      args: [...launchArguments],
      ignoreDefaultArgs: ignoredArguments,
      ...(executablePath ? { executablePath } : {}),
    },
  },
});
