import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { ObjectTable } from "./ObjectTable.tsx";

const names = Array.from({ length: 30 }, (_, index) => `Project ${index + 1}`);

function renderTable(items = names) {
  return render(
    <ObjectTable
      caption="Groups"
      items={items}
      empty="Add one."
      idOf={(name) => name}
      textOf={(name) => name}
      columns={[{ header: "Name", render: (name) => name }]}
    />,
  );
}

const last = page.getByRole("rowheader", { name: "Project 30" });
const search = page.getByRole("searchbox", { name: "Search groups" });

beforeEach(() => history.replaceState(null, ""));

test("a long list that was fully shown is fully shown again after Back, and takes no focus", async () => {
  const { unmount } = await renderTable();
  await expect.element(search).toBeVisible();
  await expect.element(last).not.toBeInTheDocument();
  await page.getByRole("button", { name: "Show all 30" }).click();
  await expect.element(last).toBeVisible();
  await expect.element(page.getByRole("row", { name: "Project 21" })).toHaveFocus();
  await unmount();

  await renderTable();
  await expect.element(last).toBeVisible();
  expect(document.activeElement).toBe(document.body);
});

test("a column is left out where no item has it", async () => {
  const table = (notes: readonly string[]) => (
    <ObjectTable
      caption="Scopes"
      items={notes.map((note, index) => ({ name: `Scope ${index}`, note }))}
      idOf={({ name }) => name}
      textOf={({ name }) => name}
      columns={[
        { header: "Name", render: ({ name }) => name },
        { header: "Display phrase", has: ({ note }) => note !== "", render: ({ note }) => note },
      ]}
    />
  );
  const screen = await render(table(["", "Your groups"]));
  await expect.element(page.getByRole("columnheader").last()).toHaveTextContent("Display phrase");
  await screen.rerender(table(["", ""]));
  await expect.element(page.getByRole("columnheader").last()).toHaveTextContent("Name");
});

test("a search is kept after Back, but not on the next page", async () => {
  const { unmount } = await renderTable();
  await search.fill("Project 30");
  await unmount();

  const back = await renderTable();
  await expect.element(search).toHaveValue("Project 30");
  await expect.element(last).toBeVisible();
  await back.unmount();

  history.pushState(null, "");
  await renderTable();
  await expect.element(search).toHaveValue("");
});

test("an empty list says so instead of showing a table", async () => {
  await renderTable([]);
  await expect.element(page.getByText("None yet. Add one.")).toBeVisible();
  await expect.element(page.getByRole("table")).not.toBeInTheDocument();
});

test.each([320, 1000])(
  "no outline of a focused link or button is cut off at a width of %i",
  async (width) => {
    await page.viewport(width, 720);
    await render(
      <ObjectTable
        caption="People"
        items={["it.user@example.com", "joe.user@example.com"]}
        idOf={(name) => name}
        textOf={(name) => name}
        columns={[
          { header: "Name", render: (name) => <a href="#person">{name}</a> },
          {
            header: "Note",
            render: () => <span style={{ whiteSpace: "nowrap" }}>{"wide".repeat(40)}</span>,
          },
          {
            header: "Action",
            isActions: true,
            render: () => <button type="button">Remove</button>,
          },
        ]}
      />,
    );
    const frame = page.getByRole("table").element().parentElement;
    for (const role of ["link", "button", "link", "button"] as const) {
      await userEvent.keyboard("{Tab}");
      const focused = document.activeElement;
      expect(focused?.matches(role === "link" ? "a" : "button")).toBe(true);
      const outlined = focused?.getBoundingClientRect();
      const visible = frame?.getBoundingClientRect();
      expect(outlined?.left).toBeGreaterThanOrEqual((visible?.left ?? 0) + 4);
      expect(outlined?.right).toBeLessThanOrEqual((visible?.right ?? 0) - 4);
      expect(outlined?.bottom).toBeLessThanOrEqual((visible?.bottom ?? 0) - 4);
    }
    await page.viewport(1280, 720);
  },
);
