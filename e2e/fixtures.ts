import { test as base, expect, type Page } from "playwright/test";
import { findRequestForm, findSend, findVerdict, openOrgChoice } from "./support/regions.ts";
import { addresses, nodeOrg, type Org } from "./support/targets.ts";

export { expect };

/** Fields of the form, in the page's words. Fields that are left out stay as they are. */
export type RequestChoice = {
  readonly server?: "Org" | "Custom";
  readonly tokenType?: "ID token" | "Access token" | "Both";
  /** Exactly these scopes. */
  readonly scopes?: readonly string[];
};

export type HostOptions = {
  /** Entered under `My Okta org`; undefined for the page's own demo org. */
  readonly org: Org | undefined;
};

type Steps = {
  /** Fails a test whose page throws, opens a dialog or violates its Content Security Policy. */
  readonly failOnPageErrors: undefined;
  /** The project's org without a trailing slash, which is the issuer of its org authorization server. */
  readonly orgUrl: string;
  /** Opens the page with a request, as a link presets it, and chooses the project's org. */
  readonly openPage: (choice?: RequestChoice) => Promise<void>;
  /** Chooses the project's org on the open page. */
  readonly chooseOrg: () => Promise<void>;
  /** Fills in the form on the open page. */
  readonly chooseRequest: (choice: RequestChoice) => Promise<void>;
  /** Signs a user in on the org's sign-in page. */
  readonly signIn: (username?: string) => Promise<void>;
  /** Opens the page and sends the request. Returns the request, at the org's sign-in page. */
  readonly startRequest: (choice?: RequestChoice) => Promise<URL>;
  /** Sends the request, from the open page if there is one, then signs in if needed and waits for the result. */
  readonly sendRequest: (choice?: RequestChoice & { readonly person?: string }) => Promise<void>;
};

/** The scopes with a checkbox. */
const offeredScopes = ["openid", "profile", "email", "address", "phone", "groups"];

export const test = base.extend<HostOptions & Steps>({
  org: [undefined, { option: true }],

  failOnPageErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", ({ message }) => errors.push(message));
      page.on("dialog", (dialog) => {
        errors.push(`A dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("console", (message) => {
        if (/Content.Security.Policy|Trusted ?(Type|Script)/i.test(message.text()))
          errors.push(message.text());
      });
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],

  orgUrl: async ({ org, baseURL }, use) => {
    await use(org?.url ?? new URL("demo-org", baseURL ?? addresses.page).href);
  },

  openPage: async ({ page, chooseOrg }, use) => {
    await use(async (choice = {}) => {
      await page.goto(buildLink(choice));
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
    await use(async (name) => {
      const { username, password } = name
        ? { username: name, password: org?.password ?? nodeOrg.password }
        : (org ?? nodeOrg);
      const shortcut = page.getByRole("button", { name: username, exact: true });
      await page.getByRole("textbox", { name: "Username" }).waitFor();
      if (await shortcut.isVisible()) await shortcut.click();
      else await signInWithPassword(page, username, password);
    });
  },

  startRequest: async ({ page, openPage }, use) => {
    await use(async (choice = {}) => {
      await openPage(choice);
      await findSend(page).click();
      await page.getByRole("textbox", { name: "Username" }).waitFor();
      return new URL(page.url());
    });
  },

  sendRequest: async ({ page, openPage, chooseRequest, signIn }, use) => {
    await use(async ({ person, ...choice } = {}) => {
      const send = findSend(page);
      // The open page may have loaded without having drawn anything yet.
      if (page.url() !== "about:blank")
        await page.getByRole("heading", { level: 1 }).first().waitFor();
      // After a landing, the form is rendered a frame later than the result. On a phone the form is folded.
      if (await findVerdict(page).isVisible())
        await findRequestForm(page).waitFor({ state: "attached" });
      if (await send.isVisible()) await chooseRequest(choice);
      else await openPage(choice);
      // Wait until the page is left, because it may show an earlier result until then.
      const leaving = page.waitForEvent("domcontentloaded");
      await send.click();
      await leaving;

      const username = page.getByRole("textbox", { name: "Username" });
      const verdict = findVerdict(page);
      await expect(username.or(verdict).first()).toBeVisible();
      if (await username.isVisible()) await signIn(person);
      await expect(verdict).toBeVisible();
    });
  },
});

const servers = { Org: "org", Custom: "default" } as const;
const responseTypes = {
  "ID token": "id_token",
  "Access token": "token",
  Both: "id_token token",
} as const;

function buildLink({ server, tokenType, scopes }: RequestChoice): string {
  const parameters = new URLSearchParams({
    ...(server && { server: servers[server] }),
    ...(tokenType && { token: responseTypes[tokenType] }),
    ...(scopes && { scope: scopes.join(" ") }),
  });
  return `./?${parameters}`;
}

async function chooseScopes(page: Page, scopes: readonly string[]): Promise<void> {
  const group = page.getByRole("group", { name: "Scopes" });
  for (const scope of offeredScopes)
    await group
      .getByRole("checkbox", { name: scope, exact: true })
      .setChecked(scopes.includes(scope));
  const others = scopes.filter((scope) => !offeredScopes.includes(scope));
  await group.getByRole("textbox", { name: "Other scopes" }).fill(others.join(" "));
}

/** Okta's own sign-in page may ask for the password on a second page, and its buttons have several names. */
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
