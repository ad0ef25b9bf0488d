import { test as base, expect } from "playwright/test";
import { type Browser, launch, type Page } from "puppeteer-core";
import { startStaticHost } from "../support/static-host.ts";
import { addresses, nodeOrg } from "../support/targets.ts";

/*
 * The main flows in an installed Firefox, over WebDriver BiDi. The other end-to-end tests show the rest in Chromium.
 */

const itUser = "it.user@example.com";

const test = base.extend<{ firefox: Page }, { installed: Browser }>({
  installed: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const executablePath = process.env.FIREFOX_PATH ?? "firefox";
      const browser = await launch({ browser: "firefox", executablePath, headless: true });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  firefox: async ({ installed }, use) => {
    const context = await installed.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    const errors: string[] = [];
    page.on("pageerror", (error) => {
      // Firefox reports an error if the page is left while a worker still loads a file.
      if (!/A ServiceWorker intercepted the request/.test(String(error)))
        errors.push(String(error));
    });
    await use(page);
    expect(errors).toEqual([]);
    await context.close();
  },
});

test("a fat ID token has the groups", async ({ firefox }) => {
  await open(firefox, "?token=id_token");
  await sendAndSignIn(firefox);
  await expectVerdict(firefox, "Groups are in the ID token");
  expect(await listGroups(firefox)).toEqual(["Everyone", "IT"]);
});

test("UserInfo has the groups that a thin ID token lacks", async ({ firefox }) => {
  await open(firefox, "?token=id_token+token");
  await sendAndSignIn(firefox);
  await expectVerdict(firefox, "No groups: the ID token is thin");
  await click(firefox, "button", "Call UserInfo");
  await expectVerdict(firefox, "Groups are in UserInfo");
  expect(await listGroups(firefox)).toEqual(["Everyone", "IT"]);
});

test("a custom server's access token has the groups", async ({ firefox }) => {
  await open(firefox, "?server=default&token=token&scope=openid+profile");
  await sendAndSignIn(firefox);
  await expectVerdict(firefox, "Groups are in the access token");
});

test("a code is exchanged for tokens", async ({ firefox }) => {
  await open(firefox, "?token=code");
  await sendAndSignIn(firefox);
  await expectVerdict(firefox, "Groups are in the ID token");
});

test("fat and thin are compared", async ({ firefox }) => {
  await open(firefox);
  await click(firefox, "button", "Compare fat and thin");
  await click(firefox, "button", itUser);
  await expect.poll(() => readTexts(firefox, "table th[scope=row]")).toContain("groups");
  expect(await readTexts(firefox, "table thead th")).toEqual([
    expect.stringContaining("Claim"),
    expect.stringContaining("Fat"),
    expect.stringContaining("Thin"),
  ]);
});

test("a change of the org's set-up is in the next token", async ({ firefox }) => {
  await open(firefox, "?server=default&token=id_token&scope=openid+profile");
  await sendAndSignIn(firefox);
  await firefox
    .locator("section[aria-label='Where are the groups?'] button ::-p-text(and send)")
    .click();
  await expectVerdict(firefox, "Groups are in the ID token");
});

test("a pasted token is decoded", async ({ firefox }) => {
  await open(firefox, "?decode");
  await paste(firefox, `Bearer ${buildIdToken({ groups: ["Everyone", "IT"] })}`);
  await expectVerdict(firefox, "Groups are in the ID token");
  expect(await listGroups(firefox)).toEqual(["Everyone", "IT"]);
});

test("the page and the demo org work without their host", async ({ firefox }) => {
  const host = await startStaticHost();
  await firefox.goto(host.url);
  // The worker copies the page when the browser is idle.
  const isCopied = () => firefox.evaluate(async () => Boolean(await caches.match("./")));
  await expect.poll(isCopied, { timeout: 15_000 }).toBe(true);
  await host.close();

  await firefox.reload();
  await sendAndSignIn(firefox);
  await expectVerdict(firefox, "Groups are in the ID token");
  await firefox.goto(`${host.url}?setup=groups`);
  await firefox.locator("main ::-p-text(Add group)").wait();
  await firefox.goto(`${host.url}?decode`);
  await paste(firefox, buildIdToken({ groups: ["Finance"] }));
  await expect.poll(() => listGroups(firefox)).toEqual(["Finance"]);
});

test("an org on another origin returns groups", async ({ firefox }) => {
  const { url, clientId } = nodeOrg;
  await open(firefox, `?${new URLSearchParams({ org: url, client_id: clientId })}`);
  await sendAndSignIn(firefox);
  await expectVerdict(firefox, "Groups are in the ID token");
  await firefox.locator("main ::-p-text(Verified)").wait();
  expect(await readTexts(firefox, "main")).toEqual([expect.not.stringContaining("Not verified")]);
});

async function open(page: Page, query = ""): Promise<void> {
  await page.goto(addresses.page + query);
}

async function sendAndSignIn(page: Page): Promise<void> {
  await click(page, "button", "Send request");
  await click(page, "button", itUser);
}

/** Puppeteer's `fill` sets the value of a long text, which React doesn't notice. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator("textarea").click();
  await page.evaluate((it) => document.execCommand("insertText", false, it), text);
}

async function click(page: Page, role: string, name: string): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();
}

async function expectVerdict(page: Page, heading: string): Promise<void> {
  await expect
    .poll(() => readTexts(page, "section[aria-label='Where are the groups?'] h2"), {
      timeout: 15_000,
    })
    .toEqual([expect.stringContaining(heading)]);
}

async function listGroups(page: Page): Promise<readonly string[]> {
  return readTexts(page, "section[aria-label='Where are the groups?'] ul li");
}

/** Reads the texts of elements. @returns None while the page navigates. */
async function readTexts(page: Page, selector: string): Promise<readonly string[]> {
  try {
    return await page.$$eval(selector, (found) => found.map((it) => it.textContent ?? ""));
  } catch {
    return [];
  }
}

function buildIdToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const base = { iss: nodeOrg.url, sub: "00u1", aud: nodeOrg.clientId, nonce: "1" };
  return `${part({ alg: "RS256", kid: "1" })}.${part({ ...base, ...claims })}.c2lnbmF0dXJl`;
}
