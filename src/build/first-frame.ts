import type { Plugin, Rolldown } from "vite";
import { hashInlineScript } from "./page-policy.ts";

/** Imported by the page's script on every visit. */
const viewChunks = ["react", "page"];
const firstFrameChunks = ["main", ...viewChunks, "landing", "results"];

/**
 * Runs before the page's own code has loaded. In a tab that has sent a request, it also loads what a response needs:
 *
 * - `landing`, as a script that blocks painting until it has drawn where the groups are. If that fails, the page imports
 *   the same files itself.
 * - The other files. With tokens or a code in the fragment, `landing` requests them after it has drawn, so that they don't
 *   delay it.
 *
 * `sessionStorage` throws if a user or a policy has disabled it.
 */
const startLoading = `{
  let hasSent = false;
  try {
    hasSent = sessionStorage.length > 0;
  } catch {}
  if (hasSent) {
    const script = document.querySelector("script[data-type]");
    script.type = script.dataset.type;
    // Scripts start when they are inserted.
    script.replaceWith(script);
    document.querySelector("link[data-rel=stylesheet]").rel = "stylesheet";
  }
  const isSoonDrawn = hasSent && /[#&](?:id_token|access_token|code)=/.test(location.hash);
  const preloads = hasSent ? "link[data-rel]" : "link[data-first-view]";
  if (!isSoonDrawn)
    for (const link of document.querySelectorAll(preloads)) link.rel = link.dataset.rel;
}
`;

export const startLoadingHash = hashInlineScript(startLoading);

/**
 * Makes V8 compile all functions of a file on another thread while the file loads, not one by one at their first call.
 * Most functions of a first frame are called.
 *
 * @see V8: Giving V8 a Heads-Up: Faster JavaScript Startup with Explicit Compile Hints
 */
const compileHint = "//# allFunctionsCalledOnLoad\n";

/**
 * Makes browsers load a first frame's code together, compile it while it loads, and paint nothing before it has run.
 *
 * @see HTML §2.6.6 (blocking attributes)
 */
export function firstFrame(): Plugin {
  let base = "/";
  return {
    name: "first-frame",
    apply: "build",
    configResolved: (config) => {
      base = config.base;
    },
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle = {} }) => {
        const [style = ""] = findChunk(bundle, "landing").viteMetadata?.importedCss ?? [];
        const url = (name: string) => base + findChunk(bundle, name).fileName;
        const late = [
          `<script type="text" data-type="module" blocking="render" crossorigin src="${url("landing")}"></script>`,
          `<link data-rel="stylesheet" blocking="render" crossorigin href="${base}${style}">`,
          `<link data-rel="modulepreload" crossorigin href="${url("results")}">`,
          ...viewChunks.map(
            (it) => `<link data-rel="modulepreload" data-first-view crossorigin href="${url(it)}">`,
          ),
          `<script>${startLoading}</script>`,
        ];
        return (
          html
            // An empty frame would delay the first real one, and would have the wrong theme if the user chose one.
            .replaceAll('<script type="module"', '$& blocking="render"')
            // Before the style sheet, because an inline script waits for style sheets above it.
            .replace('<link rel="stylesheet"', `${late.join("")}$&`)
        );
      },
    },
    generateBundle: {
      order: "post",
      handler: (_options, bundle) => {
        for (const name of firstFrameChunks) {
          const chunk = findChunk(bundle, name);
          chunk.code = compileHint + chunk.code;
        }
        const viewFiles = viewChunks.map((it) => findChunk(bundle, it).fileName);
        for (const name of ["main", "landing"])
          if (findChunk(bundle, name).imports.some((it) => viewFiles.includes(it)))
            throw new Error(`A landing would wait for React: the chunk ${name} imports it.`);
      },
    },
  };
}

function findChunk(bundle: Rolldown.OutputBundle, name: string): Rolldown.OutputChunk {
  const chunk = Object.values(bundle).find((it) => it.type === "chunk" && it.name === name);
  if (chunk?.type !== "chunk") throw new Error(`The build has no chunk ${name}`);
  return chunk;
}
