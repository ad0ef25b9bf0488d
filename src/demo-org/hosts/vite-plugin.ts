import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type ResolvedConfig } from "vite";
import { workerFileName } from "./addresses.ts";
import { loadRelease } from "./built-release.ts";
import type { Release } from "./release.ts";

const workerEntry = fileURLToPath(new URL("./service-worker/worker.ts", import.meta.url));

/** Bundles a classic script, as some browsers don't support module workers. A build adds the list of page files. */
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
        bundled ??= bundleWorker(config, { minify: false, plugins: [] });
        try {
          const { code } = await bundled;
          response.setHeader("Content-Type", "text/javascript");
          response.setHeader("Cache-Control", "no-store");
          response.end(withRelease(code, null));
        } catch (failure) {
          next(failure);
        }
      });
    },

    writeBundle: {
      order: "post",
      handler: async ({ dir = config.build.outDir }) => {
        const { code, assets } = await bundleWorker(config, { minify: true, plugins });
        for (const { fileName, source } of assets) await writeFile(join(dir, fileName), source);
        // The release lists these files too, so it is loaded after they are written.
        await writeFile(join(dir, workerFileName), withRelease(code, await loadRelease(dir)));
      },
    },
  };
}

type WorkerBundle = Awaited<ReturnType<typeof bundleWorker>>;

async function bundleWorker(
  config: ResolvedConfig,
  { minify, plugins }: { minify: boolean; plugins: readonly Plugin[] },
) {
  const result = await build({
    root: config.root,
    mode: config.mode,
    configFile: false,
    plugins: [...plugins],
    envDir: false,
    publicDir: false,
    logLevel: "warn",
    build: {
      write: false,
      target: config.build.target,
      minify,
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

function withRelease(code: string, release: Release | null): string {
  return `const __RELEASE__ = ${JSON.stringify(release)};\n${code}`;
}
