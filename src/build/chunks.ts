import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

/** The file that each chunk of a first frame starts with. */
const starts = {
  /** Runs first. */
  main: "main.ts",
  /** The page, with React. */
  page: "app/view.tsx",
  /** Shows where a response's groups are, without React. */
  landing: "app/landing.ts",
  /** Everything about a response. */
  results: "app/results.ts",
  "after-first-frame": "app/after-first-frame.ts",
} as const;

const chunkNames = ["main", "page", "landing", "results", "after-first-frame"] as const;

type ChunkName = (typeof chunkNames)[number];

/** React without its JSX runtime, which a landing needs, too. This chunk stays the same between versions of the page. */
const reactLibrary =
  /\/node_modules\/(react\/(?!.*jsx-runtime)|react-dom\/|scheduler\/)|\/src\/ui\/react-root\.ts$/;

/** The late parts of the header need these, and must not load a result. */
const neededByLateParts = /\/src\/(ui\/ExternalLink\.tsx|okta\/implicit-flow-page\.ts)$/;

/**
 * Puts the code of each first frame into one chunk. Otherwise Rolldown moves shared modules into many small files, each of
 * which needs a request.
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
  // Scripts wait for style sheets, so the styles of the first view and those of a result are in separate files.
  if (id.endsWith(".css") && has("page")) return "main";
  if (id.endsWith(".css") && has("results")) return "landing";
  return chunkNames.find(has);
}

/** The modules that a file loads, itself included. */
function listImports(file: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const found = new Set([fileURLToPath(new URL(`../${file}`, import.meta.url))]);
  // Iterating a set also visits elements that are added during the iteration.
  for (const id of found)
    for (const it of context.getModuleInfo(id)?.importedIds ?? []) found.add(it);
  return found;
}
