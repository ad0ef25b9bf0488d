import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { buildSetUp } from "../../../okta/causes/test-set-up.ts";
import type { SetUpChange } from "../../../okta/set-up-change.ts";
import type { AppliedChange } from "../../set-up/apply-set-up-change.ts";
import { SetUpChangeButton } from "./SetUpChangeButton.tsx";
import type { SetUpPlace } from "./set-up-place.ts";

const label = "Add the scope groups and send";
const change: SetUpChange = {
  kind: "add_scope",
  server: { id: "default", name: "default" },
  scope: "groups",
};
const setUp: SetUpPlace = {
  place: { section: "authorization-servers", id: "default", tab: "scopes" },
  name: "Set up the server’s Scopes tab",
};
const button = page.getByRole("button", { name: label });
const refusal = page.getByRole("status");

async function renderButton(
  onApply: () => Promise<AppliedChange>,
  place: SetUpPlace | undefined = setUp,
) {
  await render(
    <SetUpChangeButton
      label={label}
      change={change}
      isPrimary
      orgSetUp={buildSetUp()}
      setUp={place}
      onApply={onApply}
    />,
  );
}

test("the button shows the setting before and after the change, also in its description", async () => {
  await renderButton(async () => ({ kind: "done" }));
  await expect.element(page.getByText("Scope groups of default: missing → added")).toBeVisible();
  await expect
    .element(button)
    .toHaveAccessibleDescription("Scope groups of default: missing → added");
});

test("the button applies the change once, even if it is pressed again meanwhile", async () => {
  let resolve: (applied: AppliedChange) => void = () => {};
  const promise = new Promise<AppliedChange>((resolvePromise) => {
    resolve = resolvePromise;
  });
  const onApply = vi.fn(() => promise);
  await renderButton(onApply);
  await button.click();
  await expect.element(button).toHaveAttribute("aria-disabled", "true");
  await button.click({ force: true });
  expect(onApply.mock.calls).toEqual([[change]]);
  resolve({ kind: "done" });
  await expect.element(button).not.toHaveAttribute("aria-disabled");
  await expect.element(refusal).toBeEmptyDOMElement();
});

test("a refusal of the change shows the org's reason, and a link to the set-up page", async () => {
  await renderButton(async () => ({ kind: "refused", message: "name: It exists already." }));
  await button.click();
  await expect.element(refusal).toHaveTextContent("name: It exists already.");
  await expect.element(refusal.getByRole("link", { name: setUp.name })).toBeVisible();
  await expect.element(button).toHaveFocus();
});

test("a refusal is removed when the change is tried again", async () => {
  const outcomes: AppliedChange[] = [{ kind: "refused", message: "Not now." }, { kind: "done" }];
  await renderButton(async () => outcomes.shift() ?? { kind: "done" });
  await button.click();
  await expect.element(refusal).toHaveTextContent("Not now.");
  await button.click();
  await expect.element(refusal).toBeEmptyDOMElement();
});

test("a refusal without a set-up page says what to do, too", async () => {
  await render(
    <SetUpChangeButton
      label={label}
      change={change}
      isPrimary
      orgSetUp={undefined}
      setUp={undefined}
      onApply={async () => ({ kind: "refused", message: "Not now." })}
    />,
  );
  await button.click();
  await expect.element(refusal).toHaveTextContent("Not now. Reload the page and try again.");
});
