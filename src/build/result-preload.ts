import type { Plugin, Rolldown } from "vite";
import { hashInlineScript } from "./page-policy.ts";

/** The chunk that shows a response. */
const chunkName = "results";

/** The chunks of a first frame, with or without a response. */
const firstFrameChunks = ["react", "page", chunkName];

/**
 * Runs before the page's own code is there, so that a tab that has sent a request loads both at once. Where that fails,
 * the page loads the result's code itself. The storage throws where a user or a policy has disabled it.
 */
const startLoading = `try {
  if (sessionStorage.length > 0)
    for (const link of document.querySelectorAll("link[data-rel]")) link.rel = link.dataset.rel;
} catch {}
`;

export const resultPreloadHash = hashInlineScript(startLoading);

/**
 * V8 compiles all functions of a file that starts with this while it loads, on another thread, and not each one when the
 * page first calls it. Most functions of a first frame are called.
 *
 * @see V8: Giving V8 a Heads-Up: Faster JavaScript Startup with Explicit Compile Hints
 */
const compileHint = "//# allFunctionsCalledOnLoad\n";

/**
 * Lets browsers compile a first frame’s code early, paint nothing before it, and load a result’s early if this tab has
 * sent a request.
 *
 * @see HTML §2.6.6 (blocking attributes)
 */
export function resultPreload(): Plugin {
  let base = "/";
  return {
    name: "result-preload",
    apply: "build",
    configResolved: (config) => {
      base = config.base;
    },
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle = {} }) => {
        const chunk = findChunk(bundle, chunkName);
        const styles = [...(chunk.viteMetadata?.importedCss ?? [])];
        const links = [
          `<link data-rel="modulepreload" crossorigin href="${base}${chunk.fileName}">`,
          ...styles.map((it) => `<link data-rel="stylesheet" crossorigin href="${base}${it}">`),
        ];
        return (
          html
            // An empty frame would delay the first real one, and it has the wrong theme if one is chosen.
            .replaceAll('<script type="module"', '$& blocking="render"')
            // The page's own code is more urgent. Its style sheet would delay the script.
            .replace(
              '<link rel="stylesheet"',
              `${links.join("")}<script>${startLoading}</script>$&`,
            )
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
      },
    },
  };
}

function findChunk(bundle: Rolldown.OutputBundle, name: string): Rolldown.OutputChunk {
  const chunk = Object.values(bundle).find((it) => it.type === "chunk" && it.name === name);
  if (chunk?.type !== "chunk") throw new Error(`The build has no chunk ${name}`);
  return chunk;
}
