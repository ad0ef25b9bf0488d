import type { Plugin } from "vite";
import { hashInlineScript } from "./page-policy.ts";

const root = '<div id="root"></div>';
const failure =
  "Okta Groups Explorer could not load its files. Reload the page, or open the address where it is deployed.";

/**
 * Looks for the page's files in the folders above the page's address, if they are not where the page names them.
 *
 * With `--base ./` the page names its files relative to its own address, but static hosts also return the page for
 * addresses further down, such as a link to the demo org's sign-in page. The page's own script sets a theme, so a theme
 * means that the files were found.
 */
const findFiles = `const show = () => {
  const failure = document.querySelector(".load-failure");
  if (failure) failure.hidden = false;
};
addEventListener("unhandledrejection", show);
if (!document.documentElement.dataset.theme) {
  const scripts = [...document.querySelectorAll("script[src]")].map((it) => it.getAttribute("src"));
  const links = [...document.querySelectorAll("link")].map((it) => [it, it.getAttribute("href")]);
  const isScript = ({ ok, headers }) => ok && /javascript/.test(headers.get("Content-Type"));
  const folder = new URL(location);
  folder.search = folder.hash = "";
  folder.pathname += "/";
  try {
    while (!(await fetch(new URL(scripts[0], folder)).then(isScript))) {
      if (folder.pathname === "/") throw new Error("The page's files are in no folder of its address");
      folder.pathname = folder.pathname.replace(/\\/+[^/]*\\/$/, "/");
    }
    for (const [link, href] of links) link.href = new URL(href, folder);
    for (const src of scripts) await import(new URL(src, folder));
  } catch (failure) {
    show();
    throw failure;
  }
}
`;

/**
 * Shows the failure text when a script or an import fails to load, or if nothing has loaded after ten seconds. Removes
 * `blocking` first, because scripts that have not loaded block painting. A CSS animation could show the text later, too,
 * but then the browser lays out the hidden text before it runs the page's code.
 */
const showFailure = `{
  const show = () => {
    for (const it of document.querySelectorAll("script")) it.removeAttribute("blocking");
    const failure = document.querySelector(".load-failure");
    if (failure) failure.hidden = false;
  };
  const showOnError = ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", show);
    else show();
  };
  addEventListener("error", showOnError, true);
  addEventListener("unhandledrejection", show);
  setTimeout(show, 10_000);
}
`;

/** @returns The source expression of the inline script. */
export function listInlineScripts(base: string): readonly string[] {
  return [hashInlineScript(isRelative(base) ? findFiles : showFailure)];
}

/** Adds a text to the page's HTML that is shown if the page's files can't be loaded. */
export function missingFiles(): Plugin {
  let base = "/";
  return {
    name: "missing-files",
    apply: "build",
    configResolved: (config) => {
      base = config.base;
    },
    transformIndexHtml: {
      order: "post",
      handler: (html) => {
        if (!html.includes(root)) throw new Error(`index.html has no ${root}`);
        const text = `<p class="load-failure" role="alert" hidden>${failure}</p>`;
        const page = html.replace(root, `<div id="root">${text}</div>`);
        if (isRelative(base))
          return page.replace("</body>", `<script type="module">${findFiles}</script></body>`);
        return page.replace('<script type="module"', `<script>${showFailure}</script>$&`);
      },
    },
  };
}

function isRelative(base: string): boolean {
  return base === "./" || base === "";
}
