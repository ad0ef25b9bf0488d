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

/** @returns The source expression for the inline script of a build with a relative base; none for other builds. */
export function listInlineScripts(base: string): readonly string[] {
  return isRelative(base) ? [hashInlineScript(findFiles)] : [];
}

/**
 * Adds what the page shows if its files can't be loaded: the text is in the page itself, and its style sheet hides it for
 * some seconds.
 */
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
        // Its style sheet is missing, too, until the files are found.
        const hidden = isRelative(base) ? " hidden" : "";
        return {
          html: html.replace(
            root,
            `<div id="root"><p class="load-failure"${hidden}>${text}</p></div>`,
          ),
          tags: isRelative(base)
            ? [{ tag: "script", attrs: { type: "module" }, children: findFiles, injectTo: "body" }]
            : [],
        };
      },
    },
  };
}

function isRelative(base: string): boolean {
  return base === "./" || base === "";
}
