import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** `localhost` and nothing wider; a fixed port, for it is part of the redirect URI that an Okta org has registered. */
const host = "localhost";

export default defineConfig({
  plugins: [react()],
  server: { host, port: 5173, strictPort: true },
  preview: { host, port: 4173, strictPort: true },
  build: { target: "es2023", assetsInlineLimit: 0 },
  test: { include: ["src/**/*.test.{ts,tsx}", "e2e/**/*.test.ts"] },
});
