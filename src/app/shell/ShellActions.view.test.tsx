import { useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createPreferences } from "../preferences.ts";
import { ShellActions } from "./ShellActions.tsx";

const preferences = createPreferences(() => sessionStorage);

function Example({ link = "https://example.com/" }: { link?: string }) {
  const [isPresenting, setPresenting] = useState(true);
  return (
    <>
      <ShellActions
        link={link}
        isPresenting={isPresenting}
        onPresent={setPresenting}
        preferences={preferences}
      />
      {isPresenting && <button type="button">Edit</button>}
      <input aria-label="Other scopes" />
      <button type="button" onKeyDown={(event) => event.preventDefault()}>
        Stop
      </button>
    </>
  );
}

const dark = page.getByRole("radio", { name: "Dark" });
const present = page.getByRole("button", { name: "Present" });

beforeEach(async () => {
  await render(<Example />);
  await page.getByRole("button", { name: "Theme" }).click();
  // Wait for the popover's code.
  await expect.element(dark).toBeVisible();
});

test.each([
  ["", /the same request.*never contains a token/],
  ["?lesson=userinfo&step=2", /opens this step.*never contains a token/],
  ["?lessons", /list of lessons/],
  ["?decode", /What you pasted isn’t in the link/],
  ["?setup=groups", /in the reader’s own demo org.*export the org/],
])("Share says what a link to %j opens", async (query, text) => {
  await userEvent.keyboard("{Escape}");
  const screen = await render(<Example link={`https://example.com/${query}`} />);
  await screen.getByRole("button", { name: "Share" }).last().click();
  await expect.element(page.getByRole("dialog", { name: "Share" }).last()).toHaveTextContent(text);
});

test("Escape closes what is open over the page, and then ends the presentation", async () => {
  await userEvent.keyboard("{Escape}");
  await expect.element(dark).not.toBeInTheDocument();
  await expect.element(present).toHaveAttribute("aria-pressed", "true");
  await userEvent.keyboard("{Escape}");
  await expect.element(present).toHaveAttribute("aria-pressed", "false");
});

test("Escape does not end the presentation in a field, or if it closes something else", async () => {
  await userEvent.keyboard("{Escape}");
  page.getByRole("textbox", { name: "Other scopes" }).element().focus();
  await userEvent.keyboard("{Escape}");
  page.getByRole("button", { name: "Stop" }).element().focus();
  await userEvent.keyboard("{Escape}");
  await expect.element(present).toHaveAttribute("aria-pressed", "true");
  present.element().focus();
  await userEvent.keyboard("{Escape}");
  await expect.element(present).toHaveAttribute("aria-pressed", "false");
});

test("Escape from a control that only a presentation has returns the focus to Present", async () => {
  await userEvent.keyboard("{Escape}");
  const edit = page.getByRole("button", { name: "Edit" });
  edit.element().focus();
  await userEvent.keyboard("{Escape}");
  await expect.element(edit).not.toBeInTheDocument();
  await expect.element(present).toHaveFocus();
});

test("Escape leaves the focus on a control that stays", async () => {
  await userEvent.keyboard("{Escape}");
  const theme = page.getByRole("button", { name: "Theme" });
  theme.element().focus();
  await userEvent.keyboard("{Escape}");
  await expect.element(present).toHaveAttribute("aria-pressed", "false");
  await expect.element(theme).toHaveFocus();
});
