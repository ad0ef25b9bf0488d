import { basename, dirname } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { parseAllowedOrgs } from "./src/build/allowed-orgs.ts";
import { bundledLicences } from "./src/build/bundled-licences.ts";
import { groupModules } from "./src/build/chunks.ts";
import { parseDemoOrgOption } from "./src/build/demo-org-option.ts";
import { firstFrame, startLoadingHash } from "./src/build/first-frame.ts";
import { hostHeaders } from "./src/build/host-headers.ts";
import { styleLayerOrder } from "./src/build/layer-order.ts";
import { linkPreview, parsePageUrl } from "./src/build/link-preview.ts";
import { listInlineScripts, missingFiles } from "./src/build/missing-files.ts";
import { notFoundPage } from "./src/build/not-found-page.ts";
import { buildContentSecurityPolicy } from "./src/build/page-policy.ts";
import { demoOrgWorker } from "./src/demo-org/hosts/vite-plugin.ts";

/** Ports are fixed because the redirect URI registered in an Okta org contains them. */
const host = "localhost";

const charset = '<meta charset="utf-8" />';

/** Adds the policies to the built page. The dev server can't have them: it puts React's refresh script into the page. */
function pagePolicies(): Plugin {
  let base = "/";
  return {
    name: "page-policies",
    apply: "build",
    configResolved: (config) => {
      base = config.base;
    },
    transformIndexHtml: (html) => {
      const policy = { "http-equiv": "Content-Security-Policy", content: buildPolicy(base) };
      const referrer = { name: "referrer", content: "no-referrer" };
      return {
        html: html.replace(charset, ""),
        tags: [
          // First: browsers look for it in the first 1024 bytes, and a policy can be long.
          { tag: "meta", attrs: { charset: "utf-8" }, injectTo: "head-prepend" },
          { tag: "meta", attrs: policy, injectTo: "head-prepend" },
          { tag: "meta", attrs: referrer, injectTo: "head-prepend" },
        ],
      };
    },
  };
}

/** An `import()` finds these loaded. Looking for each one again would delay a landing. */
const isFirstView = (file: string) => /\/(rolldown-runtime|react|main|page)-[^/]*$/.test(file);

const classNames = new Map<string, string>();

/**
 * `Goals-goal`: shorter than Vite's names, of which the first view has hundreds, and readable in developer tools.
 *
 * @throws Two files would share a name.
 */
function nameClass(name: string, file: string): string {
  const part = basename(dirname(file)) === "set-up-pages" ? "setup-" : "";
  const className = `${part}${basename(file, ".module.css")}-${name}`;
  const known = classNames.get(className) ?? file;
  if (known !== file) throw new Error(`${known} and ${file} share the class name ${className}.`);
  classNames.set(className, file);
  return className;
}

const licences = bundledLicences();
const allowedOrgs = parseAllowedOrgs(process.env.ALLOWED_ORGS);
const demoOrgOption = parseDemoOrgOption(process.env.DEMO_ORG);
const hasDemoOrg = demoOrgOption === "on";
const buildPolicy = (base: string) =>
  buildContentSecurityPolicy({
    allowedOrgs,
    inlineScripts: [startLoadingHash, ...listInlineScripts(base)],
    hasWorker: hasDemoOrg,
  });

export default defineConfig({
  plugins: [
    react(),
    pagePolicies(),
    linkPreview(parsePageUrl(process.env.PAGE_URL)),
    firstFrame(),
    styleLayerOrder(),
    missingFiles(),
    hostHeaders(buildPolicy, hasDemoOrg),
    licences,
    notFoundPage(),
    hasDemoOrg && demoOrgWorker([licences]),
  ],
  define: {
    "import.meta.env.ALLOWED_ORGS": JSON.stringify(allowedOrgs?.join(",")) ?? "undefined",
    "import.meta.env.DEMO_ORG": JSON.stringify(demoOrgOption),
  },
  css: { modules: { generateScopedName: nameClass } },
  server: { host, port: 5173, strictPort: true },
  preview: { host, port: 4173, strictPort: true },
  build: {
    target: "es2023",
    // Browsers without modulepreload load the same files, a little later.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, files, { hostType, hostId }) =>
        hostType === "js"
          ? files.filter((it) => !isFirstView(it) && !(isFirstView(hostId) && it.endsWith(".js")))
          : files,
    },
    rolldownOptions: {
      output: { codeSplitting: { groups: groupModules() } },
    },
  },
});
