import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

/** The file that each chunk of a first frame starts with. */
const starts = {
  /** Runs first. */
  main: "main.ts",
  /** The page, in React. */
  page: "app/view.tsx",
  /** A response, and where its groups are, without React. */
  landing: "app/landing.ts",
  /** Everything about a response. */
  results: "app/results.ts",
  "after-first-frame": "app/after-first-frame.ts",
} as const;

const chunkNames = ["main", "page", "landing", "results", "after-first-frame"] as const;

type ChunkName = (typeof chunkNames)[number];

/** Stays the same from one version of the page to the next. Lacks what creates elements, which a landing needs, too. */
const reactLibrary =
  /\/node_modules\/(react\/(?!.*jsx-runtime)|react-dom\/|scheduler\/)|\/src\/ui\/react-root\.ts$/;

/** The late parts of the header need these, and must not load a result. */
const neededByLateParts = /\/src\/(ui\/ExternalLink\.tsx|okta\/implicit-flow-page\.ts)$/;

/**
 * Groups the modules of the first frames into one chunk each. Rolldown itself would move what they share into many more
 * files, each of which a browser has to ask for.
 */
export function groupModules(): Rolldown.CodeSplittingGroup[] {
  let imports: ReadonlyMap<ChunkName, ReadonlySet<string>> | undefined;
  return [
    {
      debugName: "first frames",
      includeDependenciesRecursively: false,
      name: (id, context) => {
        if (reactLibrary.test(id)) return "react";
        if (neededByLateParts.test(id)) return "page";
        imports ??= new Map(chunkNames.map((name) => [name, listImports(starts[name], context)]));
        return findChunkName(id, imports);
      },
    },
  ];
}

function findChunkName(id: string, imports: ReadonlyMap<ChunkName, ReadonlySet<string>>) {
  const has = (name: ChunkName) => imports.get(name)?.has(id) === true;
  // A landing must not wait for the page.
  if (has("page") && has("landing")) return "main";
  // Scripts wait for style sheets: one file has those of the first view, another one those of a result.
  if (id.endsWith(".css") && has("page")) return "main";
  if (id.endsWith(".css") && has("results")) return "landing";
  return chunkNames.find(has);
}

/** The modules that a file loads, itself included. */
function listImports(file: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const found = new Set([fileURLToPath(new URL(`../${file}`, import.meta.url))]);
  // A set also visits what is added meanwhile.
  for (const id of found)
    for (const it of context.getModuleInfo(id)?.importedIds ?? []) found.add(it);
  return found;
}
