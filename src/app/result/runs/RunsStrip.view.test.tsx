import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { buildRun, testClaims } from "../test-run.ts";
import { RunsStrip } from "./RunsStrip.tsx";

const { fat, thin, orgAccessToken } = testClaims;
const runs = [
  buildRun({ idToken: fat, number: 1 }),
  buildRun({ idToken: thin, accessToken: orgAccessToken, number: 2 }),
  buildRun({ parameters: { error: "access_denied" }, number: 3 }),
];
const many = Array.from({ length: 12 }, (_, index) =>
  buildRun({ idToken: fat, number: index + 1 }),
);

const list = page.getByRole("list", { name: "Runs" });
const chips = list.getByRole("button");

async function renderStrip(props: Partial<Parameters<typeof RunsStrip>[0]> = {}) {
  const onShow = vi.fn();
  const onClear = vi.fn();
  const build = (changed: typeof props) => (
    <RunsStrip
      runs={runs}
      hasOtherOrg={false}
      shownRunId="run-2"
      hasNextRequest={false}
      onShow={onShow}
      onClear={onClear}
      {...changed}
    />
  );
  const screen = await render(build(props));
  return { onShow, onClear, rerender: (changed: typeof props) => screen.rerender(build(changed)) };
}

describe(RunsStrip, () => {
  test("has one chip for each run, newest last", async () => {
    await renderStrip();
    await expect.element(chips.nth(0)).toHaveTextContent(/^1 Org · ID token · 2 groups$/);
    await expect.element(chips.nth(1)).toHaveTextContent(/^2 Org · both tokens · no groups$/);
    await expect.element(chips.nth(2)).toHaveTextContent(/^3 Org · ID token · refused$/);
    expect(list.getByRole("listitem").elements()).toHaveLength(3);
  });

  test("doesn't count the groups of a response that nobody requested", async () => {
    await renderStrip({ runs: [buildRun({ idToken: fat, request: null })] });
    await expect
      .element(chips.first())
      .toHaveTextContent(/^1 Not requested · ID token · don’t trust$/);
  });

  test("names the org if a run's org differs from the chosen org", async () => {
    await renderStrip({ hasOtherOrg: true });
    await expect.element(chips.nth(0)).toHaveTextContent(/^1 Demo org · ID token · 2 groups$/);
  });

  test("names the orgs if there are several", async () => {
    const own = { org: "own", orgUrl: "https://dev-9.okta.com" } as const;
    const other = buildRun({ parameters: { error: "x" }, request: own, number: 4 });
    await renderStrip({ runs: [...runs, other] });
    await expect.element(chips.first()).toHaveTextContent("1 Demo org · ID token · 2 groups");
    await expect.element(chips.last()).toHaveTextContent("4 dev-9.okta.com · ID token · refused");
  });

  test("marks the shown run, and can show another run", async () => {
    const { onShow } = await renderStrip();
    await expect.element(chips.nth(1)).toHaveAttribute("aria-current", "true");
    await expect.element(chips.nth(0)).not.toHaveAttribute("aria-current");
    await chips.nth(0).click();
    expect(onShow).toHaveBeenCalledExactlyOnceWith("run-1");
  });

  test("has the next request as last chip if the request differs", async () => {
    const { onShow } = await renderStrip({ hasNextRequest: true });
    await expect.element(chips.last()).toHaveTextContent("Next request");
    await expect.element(chips.last()).not.toHaveAttribute("aria-current");
    await chips.last().click();
    expect(onShow).toHaveBeenCalledExactlyOnceWith(undefined);
  });

  test("keeps the next request while it is shown", async () => {
    await renderStrip({ shownRunId: undefined });
    await expect.element(chips.last()).toHaveTextContent("Next request");
    await expect.element(chips.last()).toHaveAttribute("aria-current", "true");
  });

  test("has no next request if it equals the shown run's request", async () => {
    await renderStrip();
    await expect.element(chips.first()).toBeVisible();
    await expect.element(list).not.toHaveTextContent("Next request");
  });

  test("asks for confirmation before it clears the results", async () => {
    const { onClear } = await renderStrip();
    await page.getByRole("button", { name: "Clear results" }).click();
    const dialog = page.getByRole("dialog", { name: "Clear all results?" });
    await expect.element(dialog).toHaveTextContent("all runs and their tokens");
    await page.getByRole("button", { name: "Keep them" }).click();
    expect(onClear).not.toHaveBeenCalled();
    await page.getByRole("button", { name: "Clear results" }).click();
    await page.getByRole("button", { name: "Clear all" }).click();
    expect(onClear).toHaveBeenCalledOnce();
  });

  test("names the users if they differ", async () => {
    const joe = { ...fat, sub: "00ujoe", preferred_username: "joe.user@example.com" };
    await renderStrip({
      runs: [buildRun({ idToken: fat, number: 1 }), buildRun({ idToken: joe, number: 2 })],
    });
    await expect.element(chips.nth(0)).toHaveTextContent(/· 2 groups · it\.user$/);
    await expect.element(chips.nth(1)).toHaveTextContent(/· 2 groups · joe\.user$/);
  });

  test.each([
    [1280, 720],
    [800, 600],
    [390, 844],
  ])("is one line at %i × %i, with a faded edge if there are more runs", async (width, height) => {
    await page.viewport(width, height);
    await renderStrip({ runs: many, shownRunId: "run-6" });
    await expect.element(chips.nth(5)).toBeInViewport({ ratio: 1 });
    expect(list.element().getBoundingClientRect().height).toBeLessThan(60);
    await expect.element(list).toHaveAttribute("data-more-after");
    list.element().scrollLeft = 10_000;
    await expect.element(list).toHaveAttribute("data-more-before");
    await expect.element(list).not.toHaveAttribute("data-more-after");
    list.element().scrollLeft = 0;
    await expect.element(list).not.toHaveAttribute("data-more-before");
    await page.viewport(1280, 720);
  });

  test("shows the start of a run that is wider than a phone", async () => {
    await page.viewport(320, 800);
    const joe = { ...fat, sub: "00ujoe", preferred_username: "a.rather.long.username@example.com" };
    await renderStrip({
      hasOtherOrg: true,
      runs: [fat, joe, fat].map((idToken, index) => buildRun({ idToken, number: index + 1 })),
    });
    const { left } = list.element().getBoundingClientRect();
    const chip = chips.nth(1).element().getBoundingClientRect();
    expect(chip.width).toBeGreaterThan(list.element().clientWidth);
    await expect
      .poll(() => chips.nth(1).element().getBoundingClientRect().left)
      .toBeCloseTo(left + 20, 0);
    await page.viewport(1280, 720);
  });

  test("is one line on a phone, with the shown run in view at any text size", async () => {
    await page.viewport(390, 844);
    await renderStrip({ runs: many, shownRunId: "run-12" });
    await expect.element(chips.last()).toBeInViewport({ ratio: 1 });
    expect(list.element().getBoundingClientRect().height).toBeLessThan(60);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);

    document.documentElement.style.fontSize = "115%";
    await expect.element(chips.last()).toBeInViewport({ ratio: 1 });
    document.documentElement.style.fontSize = "150%";
    for (const { scrollWidth, clientWidth } of chips.elements())
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    document.documentElement.style.fontSize = "";
    await page.viewport(1280, 720);
  });

  test.each([
    [1280, 720],
    [800, 600],
    [390, 844],
    [320, 568],
  ])(
    "keeps the next request in view at %i × %i, with the shown run beside it",
    async (width, height) => {
      await page.viewport(width, height);
      await renderStrip({ runs: many, shownRunId: "run-6", hasNextRequest: true });
      const next = chips.last();
      await expect.element(next).toHaveTextContent("Next request");
      await expect.element(chips.nth(5)).toBeInViewport();
      const measure = (chip: typeof next) => chip.element().getBoundingClientRect();
      const isStartVisible = (chip: typeof next) =>
        measure(chip).left >= measure(list).left && measure(chip).left < measure(next).left - 80;
      const isVisible = (chip: typeof next) =>
        isStartVisible(chip) && measure(chip).right <= measure(next).left;

      // At 400 % zoom, a run's chip does not fit beside the next request.
      const isShown = width > 320 ? isVisible : isStartVisible;
      await expect.poll(() => isShown(chips.nth(5))).toBe(true);
      for (const scrollLeft of [0, 10_000, 300]) {
        list.element().scrollLeft = scrollLeft;
        await expect.element(next).toBeInViewport({ ratio: 1 });
        expect(measure(next).right).toBeLessThanOrEqual(measure(list).right);
      }

      for (const chip of chips.all().slice(0, -1)) {
        await userEvent.keyboard("{Tab}");
        await expect.element(chip).toHaveFocus();
        await expect.poll(() => isShown(chip)).toBe(true);
      }
      await userEvent.keyboard("{Tab}");
      await expect.element(next).toHaveFocus();
      for (const chip of chips.all().slice(0, -1).reverse()) {
        await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
        await expect.element(chip).toHaveFocus();
        await expect.poll(() => isShown(chip)).toBe(true);
      }
      await page.viewport(1280, 720);
    },
  );

  test("scrolls the shown run out from behind a next request that is added later", async () => {
    await page.viewport(800, 600);
    const { rerender } = await renderStrip({ runs: many, shownRunId: "run-12" });
    await expect.element(chips.nth(11)).toBeInViewport({ ratio: 1 });
    await rerender({ runs: many, shownRunId: "run-12", hasNextRequest: true });
    await expect
      .poll(() => chips.nth(11).element().getBoundingClientRect().right)
      .toBeLessThan(chips.last().element().getBoundingClientRect().left);
    await page.viewport(1280, 720);
  });

  test("shows the newest runs beside a chosen next request", async () => {
    await page.viewport(800, 600);
    await renderStrip({ runs: many, shownRunId: undefined });
    await expect.element(chips.nth(11)).toBeInViewport({ ratio: 1 });
    await expect.element(chips.last()).toBeInViewport({ ratio: 1 });
    await page.viewport(1280, 720);
  });

  test("can be used with the keyboard", async () => {
    const { onShow } = await renderStrip();
    await userEvent.keyboard("{Tab}{Tab}{Enter}");
    expect(onShow).toHaveBeenCalledExactlyOnceWith("run-2");
  });
});
