import { afterEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { App } from "./App.tsx";
import type { DemoOrgStatus } from "./demo-org-status.ts";
import { createPart } from "./part.ts";
import { createPreferences } from "./preferences.ts";
import { createSession } from "./session.ts";
import { createTabStorage } from "./tab-storage.ts";
import { createTestStorage } from "./test-storage.ts";

const ready: DemoOrgStatus = { status: "ready" };
const pageUrl = "http://localhost:5173/";
const linkToOrg = "?org=evil.example&client_id=0oa1b2c3d4";

/** Opens the page at a query and fragment. */
async function openApp(
  address: string,
  loadParts = () => import("./session-parts.ts"),
  storage = createTabStorage(createTestStorage),
) {
  const location = new URL(address, pageUrl);
  const left: string[] = [];
  const demoOrg = {
    orgUrl: `${pageUrl}demo-org`,
    getStatus: () => ready,
    subscribe: () => () => undefined,
    start: () => undefined,
    retry: () => undefined,
  };
  const changeAddress = (_state: null, _title: string, url: string) => {
    location.href = new URL(url, location).href;
  };
  const session = createSession({
    window: {
      location: Object.assign(location, { assign: (url: string) => void left.push(url) }),
      history: {
        pushState: changeAddress,
        replaceState: changeAddress,
      },
    },
    storage,
    openLocalStorage: createTestStorage,
    demoOrg,
    redirectUri: pageUrl,
    loadParts,
  });
  await session.receive();
  const results = createPart(() => import("./results.ts"));
  await results.load();
  const screen = await render(
    <App
      session={session}
      demoOrg={demoOrg}
      preferences={createPreferences(createTestStorage)}
      results={results}
      lessons={createPart(() => import("./lessons/LessonPart.tsx"))}
    />,
  );
  return { screen, left, storage };
}

/** Opens the page again in the same tab. */
async function reload({ screen, storage }: Awaited<ReturnType<typeof openApp>>, query = "") {
  await screen.unmount();
  return openApp(query, undefined, storage);
}

describe(App, () => {
  afterEach(() => void vi.restoreAllMocks());

  test.each([
    "",
    "&present",
    "#error=access_denied&state=s",
    "&present#error=access_denied&state=s",
  ])("names the org of a link with %j next to the send button", async (rest) => {
    await page.viewport(390, 844);
    const { screen } = await openApp(linkToOrg + rest);
    await expect.element(screen.getByText(/This link chose/)).toHaveTextContent("evil.example");
    await expect.element(screen.getByText(/This link chose/)).toBeVisible();
    await expect
      .element(screen.getByRole("button", { name: /^Send (request|again)$/ }).first())
      .toBeVisible();
  });

  test("can open the map before the first run, and moves the focus to the Map tab", async () => {
    const { screen } = await openApp("");
    await screen.getByRole("button", { name: "Map of all servers and token types" }).click();
    await expect.element(screen.getByRole("tab", { name: "Map" })).toHaveFocus();
  });

  test("says that a request could not be sent, even if the form is folded", async () => {
    const { screen, left } = await openApp("?present", () => Promise.reject(new Error("offline")));
    await screen.getByRole("button", { name: /^Groups in the ID token/ }).click();
    await expect.element(screen.getByRole("alert")).toHaveTextContent("could not be loaded");
    expect(left).toEqual([]);
  });

  test("keeps the tabs while the next request is shown", async () => {
    const { screen } = await openApp("#error=access_denied&state=s");
    const chips = screen.getByRole("list", { name: "Runs" }).getByRole("button");
    await chips.last().click();
    await expect.element(chips.last()).toHaveTextContent("Next request");
    await expect.element(screen.getByRole("tab", { name: "Tokens" })).toBeVisible();
    await expect.element(screen.getByRole("region", { name: "Prediction" })).toBeVisible();
    await screen.getByRole("tab", { name: "Compare" }).click();
    await expect.element(screen.getByRole("heading", { name: "Compare two tokens" })).toBeVisible();
  });

  test.each([
    ["folds the form after a reload", "reload", "", false],
    ["shows the form of a link", "navigate", "?token=token", true],
  ])("%s on a phone, in a tab with a run", async (_action, type, query, isOpen) => {
    await page.viewport(390, 844);
    const first = await openApp("#error=access_denied&state=s");
    vi.spyOn(performance, "getEntriesByType").mockReturnValue([
      Object.assign(performance.mark("page"), { type }),
    ]);
    const { screen } = await reload(first, query);
    await expect.element(screen.getByRole("tab", { name: "Tokens" })).toBeVisible();
    const fold = screen.getByRole("button", { name: isOpen ? "Close" : "Edit" });
    await expect.element(fold).toHaveAttribute("aria-expanded", String(isOpen));
    const send = screen.getByRole("button", { name: "Send request" });
    await expect.poll(() => send.elements()).toHaveLength(isOpen ? 1 : 0);
    await page.viewport(1280, 720);
  });

  test("returns to the run and the tab after a reload, and shows a new response on the Tokens tab", async () => {
    const first = await openApp("#error=access_denied&state=s");
    const second = await reload(first, "#error=invalid_scope&state=s");
    const chips = (screen: typeof second.screen) =>
      screen.getByRole("list", { name: "Runs" }).getByRole("button");
    await expect.element(chips(second.screen).nth(1)).toHaveAttribute("aria-current");
    await chips(second.screen).first().click();
    await second.screen.getByRole("tab", { name: "Compare" }).click();

    const third = await reload(second);
    await expect.element(chips(third.screen).first()).toHaveAttribute("aria-current");
    const tab = third.screen.getByRole("tab", { selected: true });
    await expect.element(tab).toHaveTextContent("Compare");
    await chips(third.screen).last().click();

    const fourth = await reload(third);
    await expect.element(chips(fourth.screen).last()).toHaveTextContent("Next request");
    await expect.element(chips(fourth.screen).last()).toHaveAttribute("aria-current");

    const fifth = await reload(fourth, "#error=access_denied&state=s");
    await expect.element(chips(fifth.screen).nth(2)).toHaveAttribute("aria-current");
    await expect
      .element(fifth.screen.getByRole("tab", { selected: true }))
      .toHaveTextContent("Tokens");
  });

  test.each([320, 390, 800])(
    "has one button that opens and folds the form at a width of %i",
    async (width) => {
      await page.viewport(width, 800);
      const { screen } = await openApp("#error=access_denied&state=s");
      const form = screen.getByRole("form", { name: "Request" });
      const send = form.getByRole("button", { name: /^Send (request|again)$/ });
      await form.getByRole("button", { name: "Edit" }).click();
      await expect.element(send).toBeVisible();
      const close = form.getByRole("button", { name: "Close" });
      await expect.element(close).toHaveFocus();
      await close.click();
      await expect.element(form.getByRole("button", { name: "Edit" })).toHaveFocus();
      await expect.element(send).not.toBeInTheDocument();
      await page.viewport(1280, 720);
    },
  );

  test("moves the focus to the verdict after a button of one run shows another run", async () => {
    const first = await openApp("");
    await first.screen.getByRole("button", { name: "Send request" }).click();
    await expect.poll(() => first.left).toHaveLength(1);
    const response = `#error=access_denied&state=${new URL(first.left[0] ?? "").searchParams.get("state")}`;
    const { screen } = await reload(await reload(first, response), response);
    await screen.getByRole("button", { name: "Show run 1" }).click();
    const chips = screen.getByRole("list", { name: "Runs" }).getByRole("button");
    await expect.element(chips.first()).toHaveAttribute("aria-current");
    const verdict = screen.getByRole("region", { name: "Where are the groups?" });
    await expect.element(verdict.getByRole("heading").first()).toHaveFocus();
  });
});
