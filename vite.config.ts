import { createHash } from "node:crypto";
import react from "@vitejs/plugin-react";
import { defineConfig, type HtmlTagDescriptor, type Plugin, type Rolldown } from "vite";
import { demoOrgWorker } from "./src/demo-org/hosts/vite-plugin.ts";

/** Ports are fixed because the redirect URI registered in an Okta org contains them. */
const host = "localhost";

/**
 * What the built page may load and connect to: itself, and an Okta org over https or on this machine.
 *
 * @param inlineScript The only inline script that may run.
 * @see Content Security Policy Level 3; Trusted Types §4.7 (require-trusted-types-for, trusted-types)
 */
function buildContentSecurityPolicy(inlineScript: string): string {
  const hash = createHash("sha256").update(inlineScript).digest("base64");
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self' https: http://localhost:* http://*.localhost:* http://127.0.0.1:*",
    "worker-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types demo-org-worker",
  ].join("; ");
}

/**
 * Adds the policies to the built page, and a script that loads the code of the results beside the page's own where the
 * address holds a response: a fifth off the time from a landing until groups are visible. The dev server can't have
 * the policies: it puts React's refresh script into the page.
 */
function pageHead(): Plugin {
  let base = "/";
  return {
    name: "page-head",
    apply: "build",
    configResolved(config) {
      base = config.base;
    },
    transformIndexHtml(html, { bundle = {} }) {
      const script = buildPreloadScript(findFilesOf("/src/app/results.ts", bundle), base);
      const tags: HtmlTagDescriptor[] = [
        {
          tag: "meta",
          attrs: {
            "http-equiv": "Content-Security-Policy",
            content: buildContentSecurityPolicy(script),
          },
          injectTo: "head-prepend",
        },
        {
          tag: "meta",
          attrs: { name: "referrer", content: "no-referrer" },
          injectTo: "head-prepend",
        },
      ];
      // Before the style sheets, which would hold it up, and after the encoding, which stands in the first 1024 bytes.
      return { html: html.replace("<script", `<script>${script}</script>\n    <script`), tags };
    },
  };
}

function buildPreloadScript(files: ReadonlySet<string>, base: string): string {
  const links = [...files].map((file) =>
    file.endsWith(".css")
      ? { rel: "preload", as: "style", href: base + file }
      : { rel: "modulepreload", href: base + file },
  );
  return `if(/[#&?](id_token|access_token|code|error)=/.test(location.hash+location.search))for(const it of ${JSON.stringify(links)})document.head.append(Object.assign(document.createElement("link"),it,{crossOrigin:""}))`;
}

/** A lazy part's own chunks and style sheets, without those that the page loads anyway. */
function findFilesOf(part: string, bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const page = chunks.find(({ name }) => name === firstView.name);
  const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(part));
  if (!page || !chunk) throw new Error(`The build has no chunk for ${part}.`);
  const loaded = new Set([page.fileName, ...page.imports]);
  const own = chunks.filter(({ fileName }) =>
    [chunk.fileName, ...chunk.imports].includes(fileName),
  );
  return new Set(
    own
      .filter(({ fileName }) => !loaded.has(fileName))
      .flatMap(({ fileName, viteMetadata }) => [fileName, ...(viteMetadata?.importedCss ?? [])]),
  );
}

/** One chunk for the first view: Rolldown would move what it shares with lazy parts into more of them. */
const firstView = { name: "page", test: /\/src\/main\.tsx$/ };

export default defineConfig({
  plugins: [react(), pageHead(), demoOrgWorker()],
  server: { host, port: 5173, strictPort: true },
  preview: { host, port: 4173, strictPort: true },
  build: {
    target: "es2023",
    // Browsers without modulepreload load the same files, a little later.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [firstView] } } },
  },
});
