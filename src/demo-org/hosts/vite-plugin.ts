import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type ResolvedConfig, type Rolldown } from "vite";
import { workerFileName } from "./addresses.ts";
import { loadRelease } from "./built-release.ts";
import type { Release } from "./release.ts";

const workerEntry = fileURLToPath(new URL("./service-worker/worker.ts", import.meta.url));

/**
 * Bundles the worker into one classic script: some browsers don't support module workers. A build passes it the list of
 * the page's files.
 */
export function demoOrgWorker(plugins: readonly Plugin[]): Plugin {
  let config: ResolvedConfig;

  return {
    name: "demo-org-worker",
    configResolved: (resolved) => {
      config = resolved;
    },

    configureServer: (server) => {
      let bundled: Promise<WorkerBundle> | undefined;
      server.watcher.on("all", async (_event, file) => {
        const made = await bundled?.catch(() => undefined);
        // A failed bundle lists no modules, so any change may fix it.
        if (bundled && (made === undefined || made.modules.has(file))) {
          bundled = undefined;
          server.ws.send({ type: "full-reload" });
        }
      });
      server.middlewares.use(async (request, response, next) => {
        if (request.url?.split("?")[0] !== config.base + workerFileName) return next();
        bundled ??= bundleWorker(config, { release: null, plugins: [] });
        try {
          const { code } = await bundled;
          response.setHeader("Content-Type", "text/javascript");
          response.setHeader("Cache-Control", "no-store");
          response.end(code);
        } catch (failure) {
          next(failure);
        }
      });
    },

    writeBundle: {
      order: "post",
      handler: async ({ dir = config.build.outDir }) => {
        const release = await loadRelease(dir);
        const { code, assets } = await bundleWorker(config, { release, plugins });
        await writeFile(join(dir, workerFileName), code);
        for (const { fileName, source } of assets) await writeFile(join(dir, fileName), source);
      },
    },
  };
}

type WorkerBundle = {
  readonly code: string;
  readonly modules: ReadonlySet<string>;
  readonly assets: readonly Rolldown.OutputAsset[];
};

async function bundleWorker(
  config: ResolvedConfig,
  { release, plugins }: { release: Release | null; plugins: readonly Plugin[] },
): Promise<WorkerBundle> {
  const result = await build({
    root: config.root,
    mode: config.mode,
    configFile: false,
    plugins: [...plugins],
    envDir: false,
    publicDir: false,
    logLevel: "warn",
    define: { __RELEASE__: JSON.stringify(release) },
    build: {
      write: false,
      target: config.build.target,
      minify: release !== null,
      rolldownOptions: { input: workerEntry, output: { format: "iife" } },
    },
  });
  const [bundle] = [result].flat();
  if (bundle === undefined || !("output" in bundle))
    throw new Error("The demo org's worker was not bundled");
  const [chunk, ...others] = bundle.output;
  const assets = others.filter((it) => it.type === "asset");
  return { code: chunk.code, modules: new Set(chunk.moduleIds), assets };
}
