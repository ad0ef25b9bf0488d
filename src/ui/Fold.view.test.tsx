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
