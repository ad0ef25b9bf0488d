import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Fold } from "./Fold.tsx";

const region = page.getByRole("region", { name: "Checks" });
const content = region.getByText("Content");

const fold = (isUrgent: boolean) => (
  <Fold title="Checks" summary="3 of 3 pass" isUrgent={isUrgent}>
    Content
  </Fold>
);

describe(Fold, () => {
  test("opens and closes with a click and with the keyboard", async () => {
    await render(fold(false));
    await expect.element(region.getByText("3 of 3 pass")).toBeVisible();
    await expect.element(content).not.toBeVisible();
    await region.getByText("3 of 3 pass").click();
    await expect.element(content).toBeVisible();
    await userEvent.keyboard("{Enter}");
    await expect.element(content).not.toBeVisible();
  });

  test.each(["Checks", "Sequence diagram"])("stays in place when %s opens", async (title) => {
    await render(
      <div className="folds">
        {["Checks", "Sequence diagram", "Response"].map((name) => (
          <Fold key={name} title={name} summary="summary">
            Content
          </Fold>
        ))}
      </div>,
    );
    const heading = page.getByRole("heading", { name: title });
    const placeOf = ({ x, y }: DOMRect) => ({ x, y });
    const before = placeOf((await heading.findElement()).getBoundingClientRect());
    await heading.click();
    await expect
      .element(page.getByRole("region", { name: title }).getByText("Content"))
      .toBeVisible();
    expect(placeOf(heading.element().getBoundingClientRect())).toEqual(before);
  });

  test("opens by itself once it is urgent, and can be closed", async () => {
    const screen = await render(fold(false));
    await expect.element(content).not.toBeVisible();
    await screen.rerender(fold(true));
    await expect.element(content).toBeVisible();
    await region.getByText("3 of 3 pass").click();
    await expect.element(content).not.toBeVisible();
    await screen.rerender(fold(true));
    await expect.element(content).not.toBeVisible();
  });
});
