import { availableParallelism } from "node:os";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { findInstalledBrowser, ignoredArguments, launchArguments } from "./e2e/support/browser.ts";

const executablePath = findInstalledBrowser();

/** All cores, and at most four: without watching, Vitest leaves one free, which is half of two. */
const maxWorkers = Math.min(4, availableParallelism());

export default defineConfig({
  test: {
    attachmentsDir: "test-results/attachments",
    projects: [
      {
        plugins: [react()],
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "e2e/**/*.test.ts"],
          exclude: ["**/*.view.test.tsx"],
          setupFiles: ["src/property-seed.ts"],
          // No test leaves anything behind, so files can share their loaded modules.
          isolate: false,
          maxWorkers,
          // Generating RSA keys takes seconds on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        plugins: [react()],
        // Vite would otherwise find these during the first test and reload the page under it.
        optimizeDeps: {
          include: [
            "@noble/hashes/sha2.js",
            "hono",
            "hono/cookie",
            "hono/cors",
            "hono/html",
            "jose",
            "jwt-decode",
            "re2js",
            "react",
            "react-dom",
            "react-dom/client",
            "react-dom/server",
            "react/jsx-dev-runtime",
            "valibot",
            "vitest-browser-react",
          ],
        },
        test: {
          name: "view",
          include: ["src/**/*.view.test.tsx"],
          setupFiles: ["src/test-view-setup.ts"],
          // Loading the page's modules takes a second for each file. The set-up file clears what a file leaves behind.
          isolate: false,
          testTimeout: 60_000,
          maxWorkers,
          // One second, the default, is too short on a slow machine.
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            // Another port is taken if this one is in use, so several runs can go on at once.
            api: { host: "localhost", port: 63315, strictPort: false },
            provider: playwright({
              launchOptions: {
                args: [...launchArguments],
                ignoreDefaultArgs: ignoredArguments,
                ...(executablePath !== undefined && { executablePath }),
              },
              contextOptions: {
                locale: "en-US",
                timezoneId: "UTC",
                permissions: ["clipboard-read", "clipboard-write"],
              },
              actionTimeout: 20_000,
            }),
            instances: [{ browser: "chromium" }],
            viewport: { width: 1280, height: 720 },
            locators: { exact: true },
            screenshotDirectory: "test-results/views",
          },
        },
      },
    ],
  },
});
