import { createHash } from "node:crypto";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { demoOrgWorker } from "./src/demo-org/hosts/vite-plugin.ts";

/** `localhost` and nothing wider; fixed ports, for they are part of the redirect URI that an Okta org has registered. */
const host = "localhost";

/**
 * What the built page may load, and whom it may speak to: itself, and an Okta org on https or on this machine.
 *
 * @param inlineScript The one script that stands in the page itself.
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

/** Sends for what shows an answer as soon as there is one, and not only once the page's own script asks for it. */
function buildAnswerPreload(url: string): string {
  const link = `Object.assign(document.createElement("link"),{rel:"modulepreload",href:${JSON.stringify(url)}})`;
  return `if(location.hash)document.head.append(${link})`;
}

/**
 * Gives the built page its policy, and the script that sends for an answer's part. Not the dev server's: there, React's
 * refresh script stands in the page itself.
 */
function builtHead(): Plugin {
  let base = "/";
  return {
    name: "built-head",
    apply: "build",
    configResolved: (config) => {
      base = config.base;
    },
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) => {
        const answered = Object.values(bundle ?? {}).find(({ name }) => name === "answered");
        if (!answered) throw new Error("The build has no part for an answer");
        const inlineScript = buildAnswerPreload(base + answered.fileName);
        const policy = buildContentSecurityPolicy(inlineScript);
        const [scripts, withoutScripts] = takeOut(html, / *<script type="module".*<\/script>\n/g);
        const [styles, rest] = takeOut(withoutScripts, / *<link rel="stylesheet".*>\n/g);
        const head = [
          `    <meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
          '    <meta name="referrer" content="no-referrer">\n',
          ...scripts,
          // Before the style sheets, which it would wait for.
          `    <script>${inlineScript}</script>\n`,
          ...styles,
        ];
        const [start, end] = rest.split(/(?<=<meta charset=.*\n)/);
        if (!end)
          throw new Error("index.html names no charset, behind which its policy would stand");
        return start + head.join("") + end;
      },
    },
  };
}

function takeOut(html: string, pattern: RegExp): [taken: string[], rest: string] {
  return [html.match(pattern) ?? [], html.replace(pattern, "")];
}

/**
 * Leaves each `import()` as it was written. Vite's own way first loads the styles and the scripts that a part needs
 * besides; here there are none, and the page would carry it for nothing.
 */
function plainImports(): Plugin {
  return {
    name: "plain-imports",
    apply: "build",
    enforce: "pre",
    load: (id) =>
      id === "\0vite/preload-helper.js"
        ? "export const __vitePreload = (load) => load();"
        : undefined,
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
  plugins: [react(), builtHead(), plainImports(), demoOrgWorker()],
  server: { host, port: 5173, strictPort: true },
  preview: { host, port: 4173, strictPort: true },
  build: {
    target: "es2023",
    // Whatever a later part shares is in the page or with the answer: there is nothing to load ahead of it.
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: wholeParts } } },
  },
});
