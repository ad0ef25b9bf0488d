import { execFile } from "node:child_process";
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "vite";
import { expect, test } from "./fixtures.ts";
import { findCli } from "./support/cli.ts";
import { findSend, openOrgChoice } from "./support/regions.ts";
import { startSdkPage } from "./support/sdk-page.ts";
import { startStaticHost } from "./support/static-host.ts";
import { addresses, nodeOrg } from "./support/targets.ts";
import { stopWorker } from "./support/worker-control.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

test.describe("the page on a host that sends its headers", { tag: ["@worker", "@local"] }, () => {
  test("can neither be framed, nor accessed by a page that opened it", async ({ context }) => {
    const other = await startSdkPage();
    try {
      const hostile = await context.newPage();
      await hostile.goto(other.url);
      await hostile.evaluate((url) => {
        const frame = document.createElement("iframe");
        frame.src = url;
        document.body.append(frame);
      }, addresses.page);
      await expect.poll(() => hostile.frames()[1]?.url()).toBe("chrome-error://chromewebdata/");

      const popup = context.waitForEvent("page");
      const opened = await hostile.evaluateHandle((url) => window.open(url), addresses.page);
      const page = await popup;
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => window.opener)).toBeNull();
      // The browser reports a window in another browsing context group as closed.
      await expect.poll(() => opened.evaluate((it) => it?.closed)).toBe(true);
    } finally {
      await other.close();
    }
  });

  test("names its scripts in a header, and loads each script once", async ({ page }) => {
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    const response = await page.goto(addresses.page);
    await expect(findSend(page)).toBeEnabled();
    const links = response?.headers().link ?? "";
    const named = [...links.matchAll(/<([^>]+)>/g)].map(([, path = ""]) => path);
    const scripts = await page
      .locator("script[src][type=module]")
      .evaluateAll((its) => its.map((it) => it.getAttribute("src")));
    expect(named).toEqual(scripts);
    for (const path of named)
      expect(requested.filter((url) => new URL(url).pathname === path)).toHaveLength(1);
  });

  test("has the licence of each package that its code imports", async ({ page }) => {
    await page.goto("./");
    await page.getByRole("link", { name: "Licenses" }).click();
    await expect(page).toHaveURL(/LICENSES\.txt$/);
    const text = await page.locator("body").innerText();
    for (const name of await findImportedPackages()) expect(text, name).toContain(`\n${name} `);
  });
});

test.describe("a build with a relative base", { tag: ["@worker", "@local"] }, () => {
  // Run in one worker process, so that the page is built once.
  test.describe.configure({ mode: "default" });
  let directory: string;
  test.beforeAll(async ({ browserName: _ }, { outputDir }) => {
    directory = join(outputDir, "relative/");
    await build({ base: "./", build: { outDir: directory }, logLevel: "error" });
  });

  for (const [path, hasFallback] of [
    ["/", false],
    ["/x/y/", true],
  ] as const)
    test(`opens a link to the demo org first, at ${path}, ${hasFallback ? "with" : "without"} fallback`, async ({
      page,
    }) => {
      const host = await startStaticHost({ directory, path, hasFallback });
      const query = new URLSearchParams({
        client_id: nodeOrg.clientId,
        response_type: "id_token",
        scope: "openid",
        redirect_uri: host.url,
        state: "s",
        nonce: "n",
      });
      await page.goto(`${host.url}demo-org/oauth2/v1/authorize?${query}`);
      await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
      await host.close();
    });

  test("opens the page from an address below its own, and keeps the link's parameters", async ({
    page,
  }) => {
    const host = await startStaticHost({ directory, path: "/x/y/" });
    await page.goto(`${host.url}some/where?token=code`);
    await expect(findSend(page)).toBeEnabled();
    await expect(page).toHaveURL(`${host.url}?token=code`);
    await host.close();
  });
});

test(
  "a build without the demo org replaces a build with it, and removes its worker",
  {
    tag: ["@worker", "@local"],
  },
  async ({ page }, testInfo) => {
    const directory = testInfo.outputPath("deployed/");
    await cp(new URL("../dist/", import.meta.url), directory, { recursive: true });
    const host = await startStaticHost({ directory });
    await page.goto(host.url);
    await expect(findSend(page)).toBeEnabled();

    const env = { ...process.env, DEMO_ORG: "off", ALLOWED_ORGS: "https://acme.okta.com" };
    const command = [findCli("vite"), "build", "--outDir", directory, "--emptyOutDir"];
    await promisify(execFile)(process.execPath, command, { env, cwd: root });
    await page.reload();
    const isRegistered = () =>
      page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration()));
    await expect.poll(isRegistered).toBe(false);
    // Until the worker stops, it controls the page and holds the org's data.
    await stopWorker(page);
    await page.reload();
    const findLeftovers = () =>
      page.evaluate(async () => [
        ...(await navigator.serviceWorker.getRegistrations()),
        ...(await caches.keys()),
        ...(await indexedDB.databases()),
      ]);
    await expect.poll(findLeftovers).toEqual([]);
    const popover = await openOrgChoice(page);
    await expect(popover.getByRole("combobox", { name: "Okta domain" })).toHaveText(
      "Choose an orgacme.okta.com",
    );
    await expect(popover.getByRole("radio")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(page.locator("body")).not.toContainText(/demo org/i);

    await page.getByRole("link", { name: "Lessons", exact: true }).click();
    await expect(page.getByRole("list", { name: "Lessons" })).toBeVisible();
    await expect(page.locator("body")).not.toContainText(/demo org/i);
    await page.goto(`${host.url}?setup=groups`);
    await expect(page.getByRole("heading", { level: 2 })).toHaveText(
      "This deployment has no demo org",
    );
    for (const path of ["demo-org-worker.js", "demo-org/.well-known/openid-configuration"])
      expect((await page.request.get(host.url + path)).status()).toBe(404);
    await host.close();
  },
);

test("a page that can't find its files says so", { tag: ["@worker", "@local"] }, async ({
  page,
}) => {
  const host = await startStaticHost({ path: "/another/path/" });
  await page.goto(host.url);
  await expect(page.getByText("could not load its files")).toBeVisible();
  await host.close();
});

/** The packages that the sources of the page and of the worker import, except types. */
async function findImportedPackages(): Promise<ReadonlySet<string>> {
  const sources = fileURLToPath(new URL("../src", import.meta.url));
  const names = new Set<string>();
  for (const file of await readdir(sources, { recursive: true })) {
    if (
      !/\.tsx?$/.test(file) ||
      /test|property|^build\/|demo-org\/hosts\/(?:node|vite-plugin)/.test(file)
    )
      continue;
    const text = await readFile(join(sources, file), "utf8");
    for (const [, name = ""] of text.matchAll(
      /^(?:import|export)(?! type)\b[^;]*?from "((?:@[\w-]+\/)?[\w-]+)(?:\/[^"]*)?";$/gm,
    ))
      names.add(name);
  }
  return names;
}
