import { describe, expect, test } from "vitest";
import { createPageCopy } from "./page-copy.ts";

const scope = "https://example.com/groups/";

/** A fake of the browser's caches, and a host that can fail. */
function createEnvironment(files: Record<string, string>) {
  const host = { files, isReachable: true, isSlow: false, isBroken: false };
  const fetch = async (request: Request) => {
    if (!host.isReachable) throw new TypeError("Failed to fetch");
    if (host.isSlow) await new Promise(() => undefined);
    if (host.isBroken) return new Response("Bad gateway", { status: 502 });
    const body = host.files[new URL(request.url).pathname];
    return body === undefined ? new Response("Not found", { status: 404 }) : new Response(body);
  };

  const caches = new Map<string, Map<string, Response>>();
  const open = async (name: string) => {
    const entries = caches.get(name) ?? new Map<string, Response>();
    caches.set(name, entries);
    return {
      keys: async () => [...entries.keys()].map((url) => ({ url })),
      match: async (url: string) => entries.get(url)?.clone(),
      addAll: async (requests: Request[]) => {
        const responses = await Promise.all(requests.map(fetch));
        if (!responses.every(({ ok }) => ok)) throw new TypeError("Request failed");
        requests.forEach(({ url }, i) => void entries.set(url, responses[i] ?? Response.error()));
      },
    };
  };
  const storage = {
    open,
    keys: async () => [...caches.keys()],
    delete: async (name: string) => caches.delete(name),
  };
  const wait = () => (host.isSlow ? Promise.resolve() : new Promise<void>(() => undefined));
  return { host, cacheNames: () => [...caches.keys()], scope, caches: storage, fetch, wait };
}

const release = (version: string, ...paths: string[]) => ({
  version,
  files: ["", ...paths].map((path) => ({ path, integrity: "" })),
});

/** A navigation request, which scripts can't construct. */
const navigation = (path = "") =>
  Object.defineProperty(new Request(scope + path), "mode", { value: "navigate" });

describe(createPageCopy, () => {
  test("opens the page offline, once it was cached", async () => {
    const browser = createEnvironment({ "/groups/": "page", "/groups/a.js": "script" });
    const copy = createPageCopy(release("1", "a.js"), browser);
    await copy.keep();
    browser.host.isReachable = false;

    expect(await (await copy.respond(navigation())).text()).toBe("page");
    expect(await (await copy.respond(new Request(`${scope}a.js`))).text()).toBe("script");
  });

  test("returns a new page at once while online", async () => {
    const browser = createEnvironment({ "/groups/": "old" });
    const copy = createPageCopy(release("1"), browser);
    await copy.keep();
    browser.host.files = { "/groups/": "new" };

    expect(await (await copy.respond(navigation())).text()).toBe("new");
  });

  test.each([
    ["takes too long", { isSlow: true }],
    ["returns errors", { isBroken: true }],
  ])("opens the cached page if the host %s", async (_problem, change) => {
    const browser = createEnvironment({ "/groups/": "page" });
    const copy = createPageCopy(release("1"), browser);
    await copy.keep();
    Object.assign(browser.host, change);

    expect(await (await copy.respond(navigation("?lessons"))).text()).toBe("page");
  });

  test("returns the host's error if nothing was cached", async () => {
    const browser = createEnvironment({});
    browser.host.isBroken = true;

    expect((await createPageCopy(release("1"), browser).respond(navigation())).status).toBe(502);
  });

  test("opens a text file that the page links to, offline", async () => {
    const browser = createEnvironment({ "/groups/": "page", "/groups/LICENSES.txt": "licences" });
    const copy = createPageCopy(release("1", "LICENSES.txt"), browser);
    await copy.keep();
    browser.host.isReachable = false;

    expect(await (await copy.respond(navigation("LICENSES.txt"))).text()).toBe("licences");
  });

  test("does not open the page for the address of another site below it", async () => {
    const browser = createEnvironment({ "/groups/": "page" });
    const copy = createPageCopy(release("1"), browser);
    await copy.keep();
    browser.host.isReachable = false;

    const response = copy.respond(navigation("other/"));
    await expect(response).rejects.toThrow("Failed to fetch");
  });

  test("passes requests for other files to the network", async () => {
    const browser = createEnvironment({ "/groups/": "page", "/groups/b.js": "other" });
    const copy = createPageCopy(release("1"), browser);
    await copy.keep();

    expect(await (await copy.respond(new Request(`${scope}b.js`))).text()).toBe("other");
  });

  test("fails if the host can't be reached and nothing was cached", async () => {
    const browser = createEnvironment({});
    browser.host.isReachable = false;

    const response = createPageCopy(release("1"), browser).respond(navigation());
    await expect(response).rejects.toThrow("Failed to fetch");
  });

  test("caches a release completely or not at all", async () => {
    const browser = createEnvironment({ "/groups/": "page" });
    const copy = createPageCopy(release("1", "missing.js"), browser);
    await expect(copy.keep()).rejects.toThrow();
    browser.host.isReachable = false;

    await expect(copy.respond(navigation())).rejects.toThrow("Failed to fetch");
  });

  test("keeps the files of the previous release, but none older", async () => {
    const browser = createEnvironment({ "/groups/": "page", "/groups/1.js": "1" });
    await createPageCopy(release("1", "1.js"), browser).keep();
    browser.host.files = { "/groups/": "page", "/groups/2.js": "2" };
    const second = createPageCopy(release("2", "2.js"), browser);
    await second.keep();
    expect(await (await second.respond(new Request(`${scope}1.js`))).text()).toBe("1");

    browser.host.files = { "/groups/": "page" };
    const third = createPageCopy(release("3"), browser);
    await third.keep();
    expect((await third.respond(new Request(`${scope}1.js`))).status).toBe(404);
    expect(await (await third.respond(new Request(`${scope}2.js`))).text()).toBe("2");
  });

  test("opens its own release after a rollback to an older release", async () => {
    const browser = createEnvironment({ "/groups/": "1" });
    await createPageCopy(release("1"), browser).keep();
    browser.host.files = { "/groups/": "2" };
    await createPageCopy(release("2"), browser).keep();
    const first = createPageCopy(release("1"), browser);
    await first.keep();
    browser.host.isReachable = false;

    expect(await (await first.respond(navigation())).text()).toBe("1");
  });

  test("does not count a release that could not be cached", async () => {
    const browser = createEnvironment({ "/groups/": "page", "/groups/1.js": "1" });
    await createPageCopy(release("1", "1.js"), browser).keep();
    await expect(createPageCopy(release("2", "missing.js"), browser).keep()).rejects.toThrow();
    browser.host.files = { "/groups/": "page" };
    const third = createPageCopy(release("3"), browser);
    await third.keep();

    expect(await (await third.respond(new Request(`${scope}1.js`))).text()).toBe("1");
  });

  test("leaves the caches of other pages of the origin unchanged", async () => {
    const browser = createEnvironment({ "/groups/": "page" });
    await browser.caches.open("somebody else's");
    for (const version of ["1", "2", "3"]) await createPageCopy(release(version), browser).keep();

    expect(browser.cacheNames()).toContain("somebody else's");
  });
});
