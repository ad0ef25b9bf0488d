import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

/**
 * Copies the page to `404.html`, which static hosts return for unknown addresses. A link to the demo org then opens the
 * page, which starts the org.
 *
 * @see GitHub Pages: Creating a custom 404 page; Cloudflare Pages: Serving Pages
 */
export function notFoundPage(): Plugin {
  return {
    name: "not-found-page",
    writeBundle: {
      order: "post",
      handler: ({ dir = "dist" }) => copyFile(join(dir, "index.html"), join(dir, "404.html")),
    },
  };
}
