import { useState } from "react";
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Tabs } from "./Tabs.tsx";

const names = ["One", "Two", "Three"] as const;
const list = page.getByRole("tablist", { name: "Views" });
const tab = (name: string) => list.getByRole("tab", { name });
const panel = (name: string) => page.getByRole("tabpanel", { name });

function Example() {
  const [selected, select] = useState<(typeof names)[number]>("One");
  return (
    <Tabs
      label="Views"
      selected={selected}
      onSelect={select}
      tabs={names.map((name) => ({ name, content: () => <p>Content of {name}</p> }))}
    />
  );
}

describe(Tabs, () => {
  test("show the panel of the selected tab only", async () => {
    await render(<Example />);
    await expect.element(tab("One")).toHaveAttribute("aria-selected", "true");
    await expect.element(panel("One")).toHaveTextContent("Content of One");
    await tab("Two").click();
    await expect.element(panel("Two")).toHaveTextContent("Content of Two");
    await expect.element(panel("One")).not.toBeInTheDocument();
    await expect.element(tab("One")).toHaveAttribute("aria-selected", "false");
  });

  test.each([
    ["{ArrowRight}", "Two"],
    ["{ArrowLeft}", "Three"],
    ["{End}", "Three"],
    ["{ArrowRight}{ArrowRight}{ArrowRight}", "One"],
    ["{ArrowRight}{Home}", "One"],
  ])("%s selects and focuses %s", async (keys, name) => {
    await render(<Example />);
    await userEvent.keyboard(`{Tab}${keys}`);
    await expect.element(tab(name)).toHaveFocus();
    await expect.element(panel(name)).toBeVisible();
  });

  test("are one stop in the tab order", async () => {
    await render(
      <>
        <Example />
        <button type="button">After</button>
      </>,
    );
    await userEvent.keyboard("{Tab}{Tab}");
    await expect.element(page.getByRole("button", { name: "After" })).toHaveFocus();
  });

  test("leave keys with modifiers to the browser", async () => {
    await render(<Example />);
    await userEvent.keyboard("{Tab}{Alt>}{ArrowRight}{/Alt}");
    await expect.element(panel("One")).toBeVisible();
  });
});
