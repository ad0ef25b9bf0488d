import { decodeJwt, type JWTPayload } from "jose";
import { expect, vi } from "vitest";
import { type Locator, page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { SetUpSections } from "./app/set-up-pages/SetUpSections.tsx";
import {
  baseUrl,
  clientId,
  createTestOrg,
  parseFragment,
} from "./demo-org/test-support/test-org.ts";

/** The page of the explorer's app. Append a tab, as in `${explorerPlace}/sign-on`. */
export const explorerPlace = `applications/${clientId}`;

const ready = { status: "ready" } as const;

type Change = Readonly<Record<string, string | undefined>>;

/**
 * For tests: opens the set-up pages at a place, such as "groups" or "applications/0oa…/sign-on", for a new demo org in
 * this document. Undo it with `vi.unstubAllGlobals()`.
 */
export async function openSetUp(place: string) {
  const org = await createTestOrg({ sessionCarrier: "store" });
  vi.stubGlobal("fetch", (url: string, init?: RequestInit) => org.fetch(new Request(url, init)));
  const demoOrg = {
    orgUrl: baseUrl,
    getStatus: () => ready,
    subscribe: () => () => undefined,
    start: () => undefined,
    retry: () => undefined,
  };
  history.replaceState(null, "", `?setup=${place}`);
  const openTab = async () =>
    page.elementLocator((await render(<SetUpSections demoOrg={demoOrg} />)).container);
  const tab = await openTab();
  const goTo = async (next: string) => {
    history.pushState(null, "", `?setup=${next}`);
    window.dispatchEvent(new PopStateEvent("popstate"));
    await waitUntilLoaded(tab);
  };
  await waitUntilLoaded(tab);
  return {
    ...org,
    tab,
    goTo,
    /** Opens the same place as if in another tab. */
    openOtherTab: openTab,
    /** The claims of the tokens that a demo user gets, or an OAuth error. */
    async issue(person: string, request: Change = {}, server?: "/default") {
      const response = await org
        .openBrowser()
        .signIn(person, { prompt: "login", ...request }, server);
      const { id_token, access_token, error } = parseFragment(response);
      return { idToken: decodeIssued(id_token), accessToken: decodeIssued(access_token), error };
    },
  };
}

function decodeIssued(token: string | undefined): JWTPayload | undefined {
  return token?.startsWith("eyJ") ? decodeJwt(token) : undefined;
}

type Screen = Pick<Locator, "getByRole" | "getByText">;

async function waitUntilLoaded(screen: Screen): Promise<void> {
  await expect.element(screen.getByRole("main").getByRole("heading").first()).toBeVisible();
  await expect.poll(() => screen.getByText("Loading…").elements()).toEqual([]);
}

export const findForm = (name: string, within: Screen = page) => within.getByRole("form", { name });

/** Opens a form with the button of the same name: "Add group". */
export async function openForm(name: string): Promise<Locator> {
  await page.getByRole("button", { name }).click();
  return findForm(name);
}

/** The preview of a filter or an expression in a form. */
export const findPreview = (form: Locator) => form.getByRole("status", { name: "Preview" });

/** A table row by its row header. */
export function findRow(table: string, name: string): Locator {
  const heading = page.getByRole("rowheader", { name });
  return page.getByRole("table", { name: table }).getByRole("row").filter({ has: heading });
}

/** Saves a form that stays open. */
export async function save(form: Locator, button = "Save"): Promise<void> {
  await form.getByRole("button", { name: button }).click();
  await expect.element(form.getByText(/^Saved\./)).toBeVisible();
}

/** Makes a change that asks for confirmation, and waits until it is saved. @param change "Delete IT" */
export async function confirmChange(change: string): Promise<void> {
  const button = page.getByRole("button", { name: change });
  await button.click();
  const question = page.getByRole("group").filter({ has: button });
  await question.getByRole("button", { name: change }).click();
  await expect.poll(() => question.elements()).toEqual([]);
}

/** Expects a field to be marked invalid and described by an error. */
export async function expectFieldError(field: Locator, sentence: RegExp): Promise<void> {
  await expect.element(field).toHaveAttribute("aria-invalid", "true");
  await expect.element(field).toHaveAccessibleDescription(sentence);
}

/** Expects a form or dialog to explain how to make its change in a real org. @param pieces Parts of the curl command. */
export async function expectRealOrg(
  change: Locator,
  consolePath: string,
  pieces: readonly string[],
): Promise<void> {
  await change.getByText("In a real org").click();
  await expect.element(change.getByText(consolePath)).toBeVisible();
  const command = change.getByRole("figure").filter({ hasText: "Management API" });
  for (const piece of pieces) await expect.element(command).toHaveTextContent(piece);
}
