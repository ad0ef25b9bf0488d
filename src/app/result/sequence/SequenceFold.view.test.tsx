import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { HasDetailsIdsContext } from "../details/has-details-ids.ts";
import { ResponseFold } from "../details/ResponseFold.tsx";
import { Slot } from "../slots/Slot.tsx";
import { buildChecks } from "../test-checks.ts";
import { buildRun, testClaims } from "../test-run.ts";
import { SequenceFold } from "./SequenceFold.tsx";
import { showDetails } from "./show-details.ts";

const region = page.getByRole("region", { name: "Sequence diagram" });
const diagram = region.getByLabelText("Sequence of messages").first();

const { thin, orgAccessToken, userInfo } = testClaims;
const run = buildRun({ idToken: thin, accessToken: orgAccessToken, userInfo });

async function renderOpen(
  onShow: (details: string, source: string | undefined) => void = () => {},
) {
  await render(
    <SequenceFold
      run={run}
      checks={buildChecks(run)}
      userInfo={{ status: "not-called", decision: { kind: "allow" } }}
      leftOut={[{ name: "groups", kind: "groups" }]}
      onShow={onShow}
    />,
  );
  await region.getByText("Sequence diagram").click();
  await expect.element(diagram).toBeVisible();
}

describe(SequenceFold, () => {
  test("is folded to the number of messages", async () => {
    await render(
      <SequenceFold
        run={run}
        checks={buildChecks(run)}
        userInfo={{ status: "not-called", decision: { kind: "allow" } }}
        leftOut={undefined}
        onShow={() => {}}
      />,
    );
    await expect.element(region).toHaveTextContent("6 messages");
    await expect.element(region.getByRole("link")).not.toBeInTheDocument();
  });

  test("names each message and token, in order, and leads to its details", async () => {
    const onShow = vi.fn();
    await renderOpen(onShow);
    const names = region
      .getByRole("link")
      .elements()
      .map((link) => link.getAttribute("aria-label"));
    expect(names).toEqual([
      expect.stringMatching(/^2\. Authorization server to Browser: Redirect to this page/),
      expect.stringMatching(/^ID token, thin: .*1 left out$/),
      expect.stringMatching(/^Access token, opaque/),
      expect.stringMatching(/^3\. Browser to Authorization server: GET the metadata/),
      expect.stringMatching(/^4\. /),
      expect.stringMatching(/checks pass/),
      expect.stringMatching(/^5\. Browser to UserInfo/),
      expect.stringMatching(/^6\. UserInfo to Browser: 200, claims/),
      expect.stringMatching(/^Claims: /),
    ]);
    await region.getByRole("link", { name: /^ID token, thin/ }).click();
    expect(onShow).toHaveBeenLastCalledWith("id-token", "redirect");
    await region.getByRole("link", { name: /^5\. / }).click();
    expect(onShow).toHaveBeenLastCalledWith("userinfo", undefined);
    expect(location.hash).toBe("");
  });

  test("works with the keyboard, and shows where the focus is", async () => {
    const onShow = vi.fn();
    await renderOpen(onShow);
    await userEvent.tab();
    const link = region.getByRole("link", { name: /^2\. / });
    await expect.element(link).toHaveFocus();
    const box = link.element().querySelector("rect");
    expect(box && getComputedStyle(box).stroke).not.toBe("none");
    await userEvent.keyboard("{Enter}");
    expect(onShow).toHaveBeenCalledWith("response", undefined);
  });

  test("says the same as a list", async () => {
    await renderOpen();
    await region.getByText("As text").click();
    const list = region.getByRole("list").first();
    await expect.element(list).toHaveTextContent("Browser to UserInfo: GET /oauth2/v1/userinfo");
    await expect.element(list).toHaveTextContent("ID token, thin: 15 claims");
    await expect.element(list).toHaveTextContent("Sign-in and policy check: not visible");
  });

  test.each([390, 1280])("fits into %i pixels", async (width) => {
    await page.viewport(width, 800);
    await renderOpen();
    await expect
      .poll(() => {
        const right = diagram.element().parentElement?.getBoundingClientRect().right ?? 0;
        const texts = [...diagram.element().querySelectorAll("text, rect")];
        return Math.max(...texts.map((it) => it.getBoundingClientRect().right)) - right;
      })
      .toBeLessThanOrEqual(2);
    await page.viewport(1280, 720);
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

  test("has no IDs to find outside a run's result, where parts can repeat", async () => {
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
