import { test as base, expect, type Page } from "playwright/test";
import { findRegion, findRequestForm, findSend, openOrgChoice } from "./support/regions.ts";
import { addresses, nodeOrg, type Org } from "./support/targets.ts";

export { expect };

/** The request to make, in the words of the page. What is left out stays as it is. */
export type RequestChoice = {
  readonly server?: "Org" | "Custom";
  readonly tokenType?: "ID token" | "Access token" | "Both";
  /** Exactly these, and no other. */
  readonly scopes?: readonly string[];
};

export type HostOptions = {
  /** The org that the page is told of; undefined for the demo org, which it starts with. */
  readonly org: Org | undefined;
};

type Trip = {
  /** Fails a check whose page threw, opened a dialog, or tried what its policy forbids. */
  readonly soundPage: undefined;
  /** Where the project's org is, without a slash at its end: the issuer of its org authorization server. */
  readonly orgUrl: string;
  /** Opens the page, and names the project's org on it. */
  readonly openPage: () => Promise<void>;
  /** Names the project's org on the page that is open. */
  readonly chooseOrg: () => Promise<void>;
  readonly chooseRequest: (choice: RequestChoice) => Promise<void>;
  /** On the org's sign-in page: signs somebody in, by username. */
  readonly signIn: (person?: string) => Promise<void>;
  /** Opens the page, chooses, and sends: as far as the org's sign-in page, which stands at the request's address. */
  readonly startRequest: (choice?: RequestChoice) => Promise<URL>;
  /**
   * The whole trip, as far as the page's answer: opens the page if it is not open, chooses, sends, and signs in if the
   * org asks for it.
   */
  readonly sendRequest: (choice?: RequestChoice & { readonly person?: string }) => Promise<void>;
};

/** The scopes that the page has a checkbox for. */
const offeredScopes = ["openid", "profile", "email", "address", "phone", "groups"];

export const test = base.extend<HostOptions & Trip>({
  org: [undefined, { option: true }],

  soundPage: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("pageerror", ({ message }) => faults.push(message));
      page.on("dialog", (dialog) => {
        faults.push(`A dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("console", (message) => {
        if (/Content.Security.Policy|Trusted ?(Type|Script)/i.test(message.text()))
          faults.push(message.text());
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],

  orgUrl: async ({ org, baseURL }, use) => {
    await use(org?.url ?? new URL("demo-org", baseURL ?? addresses.page).href);
  },

  openPage: async ({ page, chooseOrg }, use) => {
    await use(async () => {
      await page.goto("./");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Okta Groups Explorer");
      await chooseOrg();
    });
  },

  chooseOrg: async ({ page, org }, use) => {
    await use(async () => {
      if (!org) return;
      const popover = await openOrgChoice(page);
      await popover.getByRole("radio", { name: "My Okta org" }).check();
      await popover.getByRole("textbox", { name: "Okta domain" }).fill(org.url);
      await popover.getByRole("textbox", { name: "Client ID" }).fill(org.clientId);
      await page.keyboard.press("Escape");
    });
  },

  chooseRequest: async ({ page }, use) => {
    await use(async ({ server, tokenType, scopes }) => {
      const form = findRequestForm(page);
      if (server) await form.getByRole("radio", { name: server, exact: true }).check();
      if (tokenType) await form.getByRole("radio", { name: tokenType, exact: true }).check();
      if (scopes) await chooseScopes(page, scopes);
    });
  },

  signIn: async ({ page, org }, use) => {
    await use(async (person) => {
      const { username, password } = person
        ? { username: person, password: org?.password ?? nodeOrg.password }
        : (org ?? nodeOrg);
      const shortcut = page.getByRole("button", { name: username, exact: true });
      await page.getByRole("textbox", { name: "Username" }).waitFor();
      if (await shortcut.isVisible()) await shortcut.click();
      else await signInWithPassword(page, username, password);
    });
  },

  startRequest: async ({ page, openPage, chooseRequest }, use) => {
    await use(async (choice = {}) => {
      await openPage();
      await chooseRequest(choice);
      await findSend(page).click();
      await page.getByRole("textbox", { name: "Username" }).waitFor();
      return new URL(page.url());
    });
  },

  sendRequest: async ({ page, openPage, chooseRequest, signIn }, use) => {
    await use(async ({ person, ...choice } = {}) => {
      const send = findSend(page);
      if (!(await send.isVisible())) await openPage();
      await chooseRequest(choice);
      // The page that is left may show an earlier response.
      const leaving = page.waitForEvent("domcontentloaded");
      await send.click();
      await leaving;

      const username = page.getByRole("textbox", { name: "Username" });
      const verdict = findRegion(page, "Where are the groups?");
      await expect(username.or(verdict).first()).toBeVisible();
      if (await username.isVisible()) await signIn(person);
      await expect(verdict).toBeVisible();
    });
  },
});

async function chooseScopes(page: Page, scopes: readonly string[]): Promise<void> {
  const group = page.getByRole("group", { name: "Scopes" });
  for (const scope of offeredScopes)
    await group
      .getByRole("checkbox", { name: scope, exact: true })
      .setChecked(scopes.includes(scope));
  const others = scopes.filter((scope) => !offeredScopes.includes(scope));
  await group.getByRole("textbox", { name: "Other scopes" }).fill(others.join(" "));
}

/** Okta's own sign-in page may ask for the password on a second page, and calls its buttons by several names. */
async function signInWithPassword(page: Page, username: string, password: string): Promise<void> {
  const submit = page.getByRole("button", { name: /^(Sign in|Next|Verify)$/i });
  const passwordField = page.getByRole("textbox", { name: "Password" });
  await page.getByRole("textbox", { name: "Username" }).fill(username);
  if (!(await passwordField.isVisible())) {
    await submit.click();
    await passwordField.waitFor();
  }
  await passwordField.fill(password);
  await submit.click();
}
