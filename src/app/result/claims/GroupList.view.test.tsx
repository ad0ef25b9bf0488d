import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { GroupList } from "./GroupList.tsx";

const items = () => page.getByRole("list", { name: "Groups" }).getByRole("listitem");
const manyGroups = (count: number) => Array.from({ length: count }, (_, i) => `Group ${i + 1}`);

describe(GroupList, () => {
  test("shows an invisible character in a name", async () => {
    await render(<GroupList groups={["IT", "IT\u200b"]} />);
    await expect.element(items().first()).toHaveTextContent(/^IT$/);
    await expect.element(items().nth(1)).toHaveTextContent(/^ITU\+200B$/);
  });

  test("shows extra spaces in a name", async () => {
    await render(<GroupList groups={["IT Staff", "IT  Staff", "IT Staff "]} />);
    await expect.element(items().first()).toHaveTextContent(/^IT Staff$/);
    await expect.element(items().nth(1)).toHaveTextContent(/^ITU\+0020U\+0020Staff$/);
    await expect.element(items().nth(2)).toHaveTextContent(/^IT StaffU\+0020$/);
  });

  test("labels an empty name", async () => {
    await render(<GroupList groups={[""]} />);
    await expect.element(items()).toHaveTextContent("(empty name)");
  });

  test("keeps repeated names", async () => {
    await render(<GroupList groups={["IT", "IT"]} />);
    await expect.element(items().nth(1)).toHaveTextContent("IT");
  });

  test("has no button for more groups if all are shown", async () => {
    await render(<GroupList groups={manyGroups(200)} />);
    await expect.element(items().nth(199)).toBeInTheDocument();
    await expect.element(page.getByRole("button")).not.toBeInTheDocument();
  });

  test("shows the first of 2,000 groups, then all on demand, and moves the focus to the first new group", async () => {
    await render(<GroupList groups={manyGroups(2_000)} />);
    await expect.element(items().first()).toBeInTheDocument();
    expect(items().elements()).toHaveLength(200);
    await page.getByRole("button", { name: "Show all 2,000 groups" }).click();
    await expect.poll(() => items().elements().length).toBe(2_000);
    await expect.element(items().nth(200)).toHaveFocus();
    await expect.element(items().nth(1_999)).toHaveTextContent("Group 2000");
    await expect.element(page.getByRole("button")).not.toBeInTheDocument();
  });

  test.each([
    ["in a short list", 3, 1],
    ["among the first of a long list", 450, 150],
    ["among the others of a long list", 450, 420],
  ])("unfolds a name that is longer than Okta allows %s", async (_where, count, position) => {
    const long = `<b>${"x".repeat(9000)}\u200b`;
    await render(<GroupList groups={manyGroups(count).with(position, long)} />);
    const showAll = page.getByRole("button", { name: `Show all ${count} groups` });
    if (showAll.query()) await showAll.click();
    const item = items().nth(position);
    await expect.element(item).toHaveTextContent(/^<b>x{297}… Show all 9,004 characters$/);
    await item.getByRole("button").click();
    await expect.element(item).toHaveTextContent(/^<b>x{9000}U\+200B$/);
    await expect.element(item.getByRole("button")).not.toBeInTheDocument();
    expect(item.element().contains(document.activeElement)).toBe(true);
    await expect.element(items().nth(position - 1)).toHaveTextContent(`Group ${position}`);
  });
});
