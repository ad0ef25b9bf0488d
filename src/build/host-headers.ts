import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";
import { buildSecurityHeaders } from "./page-policy.ts";

type Headers = Readonly<Record<string, string>>;

/** Headers for a path. A path that ends with `*` stands for all paths that start with the rest of it. */
type HeaderRule = { readonly path: string; readonly headers: Headers };

/** The bundler puts a hash of the content into the names of these files. */
const hashedFiles = "assets/*";
const cacheForever = "public, max-age=31536000, immutable";
const checkEachTime = "no-cache";

/**
 * The headers of a static host, by path. No path gets the same header from two rules: hosts would join the values.
 *
 * @param policy The page's Content Security Policy.
 * @param base The page's path, with its slashes: `/` or `/groups/`.
 * @param hasWorker Whether the build has a worker.
 * @param scripts Addresses of the page's scripts, for a `Link` header. Browsers load these early; scripts in the HTML have
 *   to wait, because a `<meta>` element further up may have a policy that forbids them.
 * @see Service Workers §6.3 (Service-Worker-Allowed); HTML §4.6.7.13 (modulepreload)
 */
export function listHeaderRules(
  policy: string,
  base: string,
  hasWorker: boolean,
  scripts: readonly string[] = [],
): readonly HeaderRule[] {
  const links = scripts.map((it) => `<${it}>; rel=modulepreload; crossorigin`);
  const pageHeaders = {
    "Cache-Control": checkEachTime,
    ...(links.length > 0 && { Link: links.join(", ") }),
  };
  const worker = {
    path: `${base}demo-org-worker.js`,
    headers: { "Cache-Control": checkEachTime, "Service-Worker-Allowed": base },
  };
  return [
    { path: `${base}*`, headers: buildSecurityHeaders(policy) },
    { path: base, headers: pageHeaders },
    { path: `${base}index.html`, headers: pageHeaders },
    ...(hasWorker ? [worker] : []),
    { path: `${base}${hashedFiles}`, headers: { "Cache-Control": cacheForever } },
  ];
}

/** The headers that the rules give a path. */
export function findHeaders(rules: readonly HeaderRule[], pathname: string): Headers {
  const matching = rules.filter(({ path }) =>
    path.endsWith("*") ? pathname.startsWith(path.slice(0, -1)) : pathname === path,
  );
  return Object.assign({}, ...matching.map(({ headers }) => headers));
}

/**
 * Renders the rules as a `_headers` file.
 *
 * @see Netlify: Custom headers; Cloudflare Pages: Headers
 */
export function renderHeadersFile(rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ path, headers }) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n"),
  );
  return `${blocks.join("\n\n")}\n`;
}

const nginxComment = `# For the server block of the page's host.
# - Its root is the folder that the page's path starts in: index.html is at <root><path>index.html.
# - A location with add_header inherits none of the server block. Repeat yours here, such as Strict-Transport-Security.
`;

/**
 * Renders the rules as `location` blocks for nginx. A block with `add_header` inherits no headers, so each block has all
 * of its headers.
 *
 * @see nginx: ngx_http_headers_module, add_header; ngx_http_charset_module; ngx_http_core_module, types
 */
export function renderNginxLocations(rules: readonly HeaderRule[], base: string): string {
  // nginx's default list of media types has none for the manifest.
  const manifest = `${base}manifest.webmanifest`;
  const blocks = [...rules.map(({ path }) => path), manifest].map((path) => {
    const location = path.endsWith("*") ? path.slice(0, -1) : `= ${path}`;
    const headers = Object.entries(findHeaders(rules, path)).map(([name, value]) => {
      // A missing file must not be cached, because the next deployment may have it again.
      const always = value === cacheForever ? "" : " always";
      return `add_header ${name} "${value}"${always};`;
    });
    const lines = [
      "charset utf-8;",
      "try_files $uri $uri/index.html =404;",
      `error_page 404 ${base}404.html;`,
      ...(path === manifest ? ["types {}", "default_type application/manifest+json;"] : []),
      ...headers,
    ];
    return `location ${location} {\n${lines.map((it) => `  ${it}\n`).join("")}}`;
  });
  return `${nginxComment}\n${blocks.join("\n\n")}\n`;
}

/**
 * Writes the headers' files into the build, and sends the same headers in `vite preview`.
 *
 * @param buildPolicy The page's Content Security Policy, for Vite's `base`.
 */
export function hostHeaders(buildPolicy: (base: string) => string, hasWorker: boolean): Plugin {
  let listRules = (_html?: string): readonly HeaderRule[] => [];
  let base = "/";
  let builtPage = "";
  return {
    name: "host-headers",
    configResolved: (config) => {
      base = new URL(config.base, "http://localhost/").pathname;
      builtPage = join(config.root, config.build.outDir, pageName);
      const policy = buildPolicy(config.base);
      listRules = (html = "") => listHeaderRules(policy, base, hasWorker, findScripts(html));
    },
    generateBundle: {
      // Run after Vite has added index.html to the bundle.
      order: "post",
      handler(_options, bundle) {
        const page = bundle[pageName];
        const rules = listRules(page?.type === "asset" ? String(page.source) : "");
        this.emitFile({ type: "asset", fileName: "_headers", source: renderHeadersFile(rules) });
        // Leave out the scripts, so that the server's configuration stays the same when their names change.
        const source = renderNginxLocations(listRules(), base);
        this.emitFile({ type: "asset", fileName: "nginx.conf", source });
      },
    },
    configurePreviewServer: (server) => {
      server.middlewares.use(async (request, response, next) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        const html = await readFile(builtPage, "utf8").catch(() => "");
        for (const [name, value] of Object.entries(findHeaders(listRules(html), pathname)))
          response.setHeader(name, value);
        next();
      });
    },
  };
}

const pageName = "index.html";

/** The scripts that a built page loads in any case. */
function findScripts(html: string): readonly string[] {
  return [...html.matchAll(/<script type="module"[^>]* src="([^"]+)"/g)].map(([, src = ""]) => src);
}
