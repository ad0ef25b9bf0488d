import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { listHeaderRules, renderNginxLocations } from "./host-headers.ts";
import { buildContentSecurityPolicy, buildSecurityHeaders } from "./page-policy.ts";

const policy = buildContentSecurityPolicy();

describe.skipIf(!hasNginx())("the locations for nginx, in nginx", () => {
  let stop = async () => {};
  afterEach(() => stop());

  test.each(["/", "/groups/"])("send every header for each file of a page at %s", async (base) => {
    const { fetch, close } = await startNginx(base);
    stop = close;
    const security = Object.entries(buildSecurityHeaders(policy)).map(
      ([name, value]) => [name.toLowerCase(), value] as const,
    );
    for (const [path, status, type, cacheControl] of [
      ["", 200, "text/html; charset=utf-8", "no-cache"],
      ["?setup=groups", 200, "text/html; charset=utf-8", "no-cache"],
      ["index.html", 200, "text/html; charset=utf-8", "no-cache"],
      ["demo-org-worker.js", 200, "application/javascript; charset=utf-8", "no-cache"],
      ["assets/a-1b2c.js", 200, "application/javascript; charset=utf-8", "immutable"],
      ["assets/a-1b2c.css", 200, "text/css", "immutable"],
      ["manifest.webmanifest", 200, "application/manifest+json", undefined],
      ["LICENSES.txt", 200, "text/plain; charset=utf-8", undefined],
      ["icon.svg", 200, "image/svg+xml", undefined],
      ["assets/missing.js", 404, "text/html; charset=utf-8", undefined],
      ["demo-org/oauth2/v1/authorize?client_id=1", 404, "text/html; charset=utf-8", undefined],
    ] as const) {
      const { statusCode, headers } = await fetch(base + path);
      expect({ path, statusCode, type: headers["content-type"] }).toEqual({
        path,
        statusCode: status,
        type,
      });
      expect(headers).toMatchObject(Object.fromEntries(security));
      if (cacheControl) expect(headers["cache-control"]).toContain(cacheControl);
      else expect(headers).not.toHaveProperty("cache-control");
    }
    const worker = await fetch(`${base}demo-org-worker.js`);
    expect(worker.headers).toMatchObject({ "service-worker-allowed": base });
  });
});

function hasNginx(): boolean {
  try {
    execFileSync("nginx", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Serves a page's files, whose content doesn't matter, on a socket. */
async function startNginx(base: string) {
  const folder = await mkdtemp(join(tmpdir(), "nginx-"));
  // If root starts nginx, it reads files as another user.
  await chmod(folder, 0o755);
  const page = join(folder, "root", base);
  await mkdir(join(page, "assets"), { recursive: true });
  for (const name of [
    "index.html",
    "404.html",
    "demo-org-worker.js",
    "assets/a-1b2c.js",
    "assets/a-1b2c.css",
    "manifest.webmanifest",
    "LICENSES.txt",
    "icon.svg",
  ])
    await writeFile(join(page, name), name);
  const locations = renderNginxLocations(listHeaderRules(policy, base, true), base);
  await writeFile(join(folder, "locations.conf"), locations);
  const socketPath = join(folder, "socket");
  await writeFile(
    join(folder, "nginx.conf"),
    `daemon off; pid ${folder}/pid; error_log ${folder}/errors; events {}
http {
  access_log off;
  types { text/html html; text/css css; application/javascript js; text/plain txt; image/svg+xml svg; }
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((it) => `${it}_temp_path ${folder}/${it};`).join(" ")}
  server { listen unix:${socketPath}; root ${folder}/root; include locations.conf; }
}
`,
  );
  const nginx = spawn("nginx", ["-e", join(folder, "errors"), "-c", join(folder, "nginx.conf")]);
  const fetch = async (path: string): Promise<IncomingMessage> => {
    const sent = request({ socketPath, path, headers: { host: "localhost" } }).end();
    const [response] = await once(sent, "response");
    response.resume();
    return response;
  };
  await vi.waitFor(() => fetch(base), { timeout: 5_000 });
  const close = async () => {
    nginx.kill();
    await once(nginx, "exit");
    await rm(folder, { recursive: true });
  };
  return { fetch, close };
}
