import type { Plugin } from "vite";
import { hashInlineScript } from "./page-policy.ts";

const root = '<div id="root"></div>';
const text =
  "Okta Groups Explorer could not load its files. Reload the page, or open the address where it is deployed.";

/**
 * Looks for the page's files from its address upwards, if they are not where the page names them.
 *
 * With `--base ./` the page names its files relative to its own address. Static hosts also return it for addresses
 * further down, such as a link to the demo org's sign-in page. It runs after the page's own script, which sets a theme
 * if it was found.
 */
const findFiles = `if (!document.documentElement.dataset.theme) {
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
    document.querySelector(".load-failure").hidden = false;
    throw failure;
  }
}
`;

/** Not a style that shows it later: the browser would lay out the hidden text before it runs the page's code. */
const showFailure = `setTimeout(() => {
  const failure = document.querySelector(".load-failure");
  if (failure) failure.hidden = false;
}, 10_000);
`;

/** @returns The source expressions for the inline scripts. */
export function listInlineScripts(base: string): readonly string[] {
  return [showFailure, ...(isRelative(base) ? [findFiles] : [])].map(hashInlineScript);
}

/** Adds what the page shows if its files are not there after some seconds: the text is in the page itself. */
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
        const scripts = [
          { tag: "script", children: showFailure, injectTo: "body" as const },
          {
            tag: "script",
            attrs: { type: "module" },
            children: findFiles,
            injectTo: "body" as const,
          },
        ];
        return {
          html: html.replace(
            root,
            `<div id="root"><p class="load-failure" hidden>${text}</p></div>`,
          ),
          tags: isRelative(base) ? scripts : scripts.slice(0, 1),
        };
      },
    },
  };
}

function isRelative(base: string): boolean {
  return base === "./" || base === "";
}
