import { describe, expect, test } from "vitest";
import { cdp, page } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { testClaims } from "../test-run.ts";
import { WeightStrip } from "./WeightStrip.tsx";

const membersOf = (claims: object) =>
  Object.entries(claims).map(([name, value]) => ({ name, value }));
const groups: LeftOutClaim = { name: "groups", kind: "groups" };
const locale: LeftOutClaim = { name: "locale", kind: "user" };
const count = (selector: string) => document.querySelectorAll(selector).length;

describe(WeightStrip, () => {
  test.each<[string, object, readonly LeftOutClaim[] | undefined, string]>([
    ["groups", { iss: "x", groups: ["IT"] }, [], "2 claims, 1 groups claim, 0 left out"],
    ["no groups", { iss: "x" }, [groups, locale], "1 claim, 0 groups claims, 2 left out"],
    [
      "unknown left-out claims",
      { iss: "x" },
      undefined,
      "1 claim, 0 groups claims, left out not known",
    ],
  ])("has a label with the counts: %s", async (_what, claims, leftOut, words) => {
    await render(<WeightStrip members={membersOf(claims)} leftOut={leftOut} />);
    await expect.element(page.getByRole("img", { name: `Weight strip: ${words}` })).toBeVisible();
  });

  test("has one cell for each claim, by kind", async () => {
    await render(
      <WeightStrip
        members={membersOf({ iss: "x", sub: "x", name: "x", groups: ["IT"] })}
        leftOut={[]}
      />,
    );
    expect(count("[data-look=base]")).toBe(2);
    expect(count("[data-look=user]")).toBe(1);
    expect(count("[data-look=groups]")).toBe(1);
    expect(count("[data-left-out]")).toBe(0);
  });

  test("has a dashed cell for each claim that is known to be left out", async () => {
    await render(<WeightStrip members={membersOf({ iss: "x" })} leftOut={[groups, locale]} />);
    expect(count("[data-left-out][data-look=groups]")).toBe(1);
    expect(count("[data-left-out][data-look=user]")).toBe(1);
  });

  test("has no dashed cell if the left-out claims are not known", async () => {
    await render(<WeightStrip members={membersOf({ iss: "x" })} leftOut={undefined} />);
    expect(count("[data-look]")).toBe(1);
  });

  test("stays inside its slot with a thousand claims", async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`claim_${i}`, i]));
    await render(
      <div id="slot" style={{ inlineSize: 200 }}>
        <WeightStrip members={membersOf({ ...testClaims.fat, ...many })} leftOut={[groups]} />
      </div>,
    );
    const slot = document.querySelector("#slot");
    expect(slot?.scrollWidth).toBeLessThanOrEqual(200);
    expect(count("[data-look]")).toBeLessThan(10);
  });

  test("keeps every cell visible with forced colours, although browsers drop backgrounds", async () => {
    const emulate = (value: string) =>
      cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value }] });
    await emulate("active");
    try {
      const members = membersOf({ iss: "x", name: "x", groups: ["IT"] });
      await render(<WeightStrip members={members} leftOut={[groups, locale]} />);
      const cells = [...document.querySelectorAll("[data-look]")].map((cell) =>
        getComputedStyle(cell),
      );
      expect(cells).toHaveLength(5);
      for (const { forcedColorAdjust, backgroundColor, borderStyle } of cells) {
        expect(forcedColorAdjust).toBe("none");
        expect([backgroundColor === "rgba(0, 0, 0, 0)", borderStyle]).not.toEqual([true, "none"]);
      }
    } finally {
      await emulate("none");
    }
  });
});
