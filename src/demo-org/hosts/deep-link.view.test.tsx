import { beforeEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { DemoOrgStatus } from "./connect-to-worker.ts";
import { openDemoOrgDeepLink } from "./deep-link.ts";
import type { DemoOrgHandle } from "./prepare-demo-org.ts";

const pageUrl = "https://page.example/explorer/";

function createDemoOrg() {
  const listeners = new Set<() => void>();
  let status: DemoOrgStatus = { status: "starting" };
  const demoOrg: DemoOrgHandle = {
    orgUrl: `${pageUrl}demo-org`,
    getStatus: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {},
    retry: () => {},
  };
  return {
    demoOrg,
    change: (next: DemoOrgStatus) => {
      status = next;
      for (const listener of listeners) listener();
    },
  };
}

function open() {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  const { demoOrg, change } = createDemoOrg();
  const loaded: string[] = [];
  openDemoOrgDeepLink({ demoOrg, root, pageUrl, load: (address) => loaded.push(address) });
  return { change, loaded };
}

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, "", "#id_token=a.b.c");
});

describe("a page that the static host returned for a link to the demo org", () => {
  const here = () => location.origin + location.pathname + location.search;

  test("waits for the worker, then loads its own address once, without the fragment", async () => {
    const { change, loaded } = open();
    await expect.element(page.getByRole("status")).toHaveTextContent("Starting the demo org…");
    expect(loaded).toEqual([]);
    change({ status: "ready" });
    change({ status: "ready" });
    expect(loaded).toEqual([here()]);
  });

  test("doesn't load its address again if it returns without the fragment", async () => {
    open().change({ status: "ready" });
    history.replaceState(null, "", here());
    const { change, loaded } = open();
    change({ status: "ready" });
    expect(loaded).toEqual([]);
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent("the browser loaded this page from the server instead");
  });

  test.each([
    ["unsupported", "this browser doesn’t support them"],
    ["insecure_context", "needs HTTPS or localhost"],
    ["registration_failed", "The browser blocked the demo org"],
    ["not_answering", "turn off “Bypass for network”"],
  ] as const)(
    "says why the org can't be reached, and offers two links: %s",
    async (reason, sentence) => {
      open().change({ status: "unavailable", reason });
      const alert = page.getByRole("alert");
      await expect
        .element(page.getByRole("heading", { name: "The demo org can’t be reached" }))
        .toBeVisible();
      await expect.element(alert).toHaveTextContent(sentence);
      await expect
        .element(page.getByRole("link", { name: "Go to Okta Groups Explorer" }))
        .toHaveAttribute("href", pageUrl);
      await expect
        .element(page.getByRole("link", { name: "Try again" }))
        .toHaveAttribute("href", here());
    },
  );
});
