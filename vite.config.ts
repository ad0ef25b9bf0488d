import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { demoOrgWorker } from "./src/demo-org/hosts/vite-plugin.ts";

/** `localhost` and nothing wider; fixed ports, for they are part of the redirect URI that an Okta org has registered. */
const host = "localhost";

/**
 * What the built page may load, and whom it may speak to: itself, and an Okta org on https or on this machine.
 *
 * @see Content Security Policy Level 3; Trusted Types §4.7 (require-trusted-types-for, trusted-types)
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https: http://localhost:* http://*.localhost:* http://127.0.0.1:*",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types demo-org-worker",
].join("; ");

/** Gives the built page its policy. Not the dev server's: there, React's refresh script stands in the page itself. */
function securityPolicy(): Plugin {
  const meta = (attrs: Record<string, string>) =>
    ({ tag: "meta", attrs, injectTo: "head-prepend" }) as const;
  return {
    name: "security-policy",
    apply: "build",
    transformIndexHtml: () => [
      meta({ "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy }),
      meta({ name: "referrer", content: "no-referrer" }),
    ],
  };
}

/**
 * What the first view needs in one file, and what an answer needs in another: a part that shares code with a third
 * would otherwise fall into pieces, and a slow machine feels each of them.
 */
const wholeParts = [
  { name: "page", test: /\/src\/main\.tsx$/, priority: 2 },
  { name: "answered", test: /\/src\/app\/answered\.ts$/, priority: 1 },
];

export default defineConfig({
  plugins: [react(), securityPolicy(), demoOrgWorker()],
  server: { host, port: 5173, strictPort: true },
  preview: { host, port: 4173, strictPort: true },
  build: {
    target: "es2023",
    // Whatever a later part shares is in the page or with the answer: there is nothing to load ahead of it.
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: wholeParts } } },
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "e2e/**/*.test.ts"],
    // No test leaves anything behind, so that each file need not load every library anew.
    isolate: false,
  },
});
