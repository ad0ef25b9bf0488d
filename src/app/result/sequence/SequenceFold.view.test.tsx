import type { ComponentProps } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { ResponseFold } from "../details/AuthorizationFolds.tsx";
import { showDetails } from "../details/details-ids.ts";
import { HasDetailsIdsContext } from "../details/has-details-ids.ts";
import { SequenceFold } from "../details/RunDetails.tsx";
import { Slot } from "../slots/Slot.tsx";
import { buildChecks } from "../test-checks.ts";
import { buildRun, testClaims } from "../test-run.ts";

const region = page.getByRole("region", { name: "Sequence diagram" });
const diagram = region.getByLabelText("Sequence of messages").first();

const { thin, orgAccessToken, userInfo } = testClaims;
const run = buildRun({ idToken: thin, accessToken: orgAccessToken, userInfo });

type Props = ComponentProps<typeof SequenceFold>;

async function renderFold(onShow: Props["onShow"] = () => {}) {
  const call = { status: "not-called", decision: { kind: "allow" } } as const;
  const leftOut = [{ name: "groups", kind: "groups" }] as const;
  const checks = buildChecks(run);
  await render(<SequenceFold {...{ run, checks, leftOut, onShow }} userInfo={call} />);
}

async function renderOpen(onShow?: Props["onShow"]) {
  await renderFold(onShow);
  await region.getByText("Sequence diagram").click();
  await expect.element(diagram).toBeVisible();
}

const boxOf = (element: Element) => element.getBoundingClientRect();

describe(SequenceFold, () => {
  test("is folded, and shows the number of messages", async () => {
    await renderFold();
    await expect.element(region).toHaveTextContent("6 messages");
    await expect.element(region.getByRole("link")).not.toBeInTheDocument();
  });

  test("lists each message and token in order, with links to the details", async () => {
    const onShow = vi.fn();
    await renderOpen(onShow);
    const names = [
      /^2\. Authorization server to Browser: Redirect to this page/,
      /^ID token, thin: .*1 left out$/,
      /^Access token, opaque/,
      /^3\. Browser to Authorization server: GET the metadata/,
      /^4\. /,
      /checks pass/,
      /^5\. Browser to UserInfo/,
      /^6\. UserInfo to Browser: 200, claims/,
      /^Claims: /,
    ];
    const links = region.getByRole("link");
    for (const [index, name] of names.entries()) {
      await expect.element(links.nth(index)).toHaveAccessibleName(name);
    }
    expect(links.elements()).toHaveLength(names.length);
    await region.getByRole("link", { name: /^ID token, thin/ }).click();
    expect(onShow).toHaveBeenLastCalledWith("id-token", "redirect");
    await region.getByRole("link", { name: /^5\. / }).click();
    expect(onShow).toHaveBeenLastCalledWith("userinfo", undefined);
    expect(location.hash).toBe("");
  });

  test("can be used with the keyboard, and shows the focus", async () => {
    const onShow = vi.fn();
    await renderOpen(onShow);
    await userEvent.tab();
    const link = region.getByRole("link", { name: /^2\. / });
    await expect.element(link).toHaveFocus();
    expect(getComputedStyle(link.element()).outlineStyle).toBe("solid");
    await userEvent.keyboard("{Enter}");
    expect(onShow).toHaveBeenCalledWith("response", undefined);
  });

  test("can be read as a list with the same text", async () => {
    await renderOpen();
    await region.getByText("As text").click();
    const list = region.getByRole("list").first();
    await expect.element(list).toHaveTextContent("Browser to UserInfo: GET /oauth2/v1/userinfo");
    await expect.element(list).toHaveTextContent("ID token, thin: 15 claims");
    await expect.element(list).toHaveTextContent("Sign-in and policy check: not visible");
  });

  describe.each([
    [280, ""],
    [320, " while presenting"],
    [390, ""],
    [1280, ""],
  ])("at %i pixels%s", (width, presenting) => {
    beforeEach(async () => {
      await page.viewport(width, 800);
      document.body.toggleAttribute("data-presenting", presenting !== "");
      await renderOpen();
    });
    afterEach(async () => {
      document.body.removeAttribute("data-presenting");
      await page.viewport(1280, 720);
    });

    test("the diagram fits", () => {
      const { right } = boxOf(diagram.element());
      for (const element of diagram.element().querySelectorAll("*")) {
        expect(boxOf(element).right).toBeLessThanOrEqual(right + 1);
      }
    });

    test("the names of participants don't overlap", () => {
      const names = ["Browser", "Authorization server", "UserInfo"].map((name) =>
        boxOf(diagram.getByText(name, { exact: true }).element()),
      );
      expect(names[0]?.right).toBeLessThan(names[1]?.left ?? 0);
      expect(names[1]?.right).toBeLessThan(names[2]?.left ?? 0);
    });

    test("each event is below the previous event, and each arrow is below its text", () => {
      let bottom = 0;
      for (const link of diagram.getByRole("link").elements()) {
        expect(boxOf(link).top).toBeGreaterThanOrEqual(bottom);
        const [arrow, text] = ["i", "b"].map((name) => link.querySelector(name));
        if (arrow && text) expect(boxOf(arrow).top).toBeGreaterThan(boxOf(text).top);
        bottom = boxOf(link).bottom - 1;
      }
    });

    test("each arrow starts at its sender’s lifeline", () => {
      const middle = (element: Element) => (boxOf(element).left + boxOf(element).right) / 2;
      const starts = [...diagram.element().querySelectorAll("i")].map(middle);
      const server = middle(diagram.getByText("Authorization server", { exact: true }).element());
      const userInfo = middle(diagram.getByText("UserInfo", { exact: true }).element());
      const [browser = 0] = starts;
      const expected = [browser, server, browser, server, browser, userInfo];
      for (const [index, start] of starts.entries()) {
        expect(Math.abs(start - (expected[index] ?? 0))).toBeLessThan(2);
      }
      expect(starts).toHaveLength(expected.length);
    });
  });
});

describe(showDetails, () => {
  test("opens a fold and focuses its summary", async () => {
    await render(
      <HasDetailsIdsContext value={true}>
        <ResponseFold response={run.response} />
      </HasDetailsIdsContext>,
    );
    const response = page.getByRole("region", { name: "Response" });
    await expect.element(response.getByText("state", { exact: true })).not.toBeVisible();
    showDetails("response");
    await expect.element(response.getByText("state", { exact: true })).toBeVisible();
    expect(document.activeElement?.textContent).toMatch(/^Response/);
  });

  test("focuses a slot’s heading", async () => {
    await render(
      <HasDetailsIdsContext value={true}>
        <Slot title="Access token">Claims</Slot>
      </HasDetailsIdsContext>,
    );
    showDetails("access-token");
    await expect.element(page.getByRole("heading", { name: "Access token" })).toHaveFocus();
  });

  test("finds no details outside a run's result, where parts have no IDs", async () => {
    await render(
      <>
        <Slot title="UserInfo">First</Slot>
        <Slot title="UserInfo">
          <p>Second</p>
        </Slot>
      </>,
    );
    await expect.element(page.getByText("Second")).toBeVisible();
    expect(document.querySelector("section[id]")).toBeNull();
  });
});
