import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion, findRequestForm, findRuns, findSend, findVerdict } from "./support/regions.ts";
import { readRequest } from "./support/request-url.ts";

const itUser = "it.user@example.com";
const joeUser = "joe.user@example.com";

function findSignInAs(page: Page) {
  return page.getByRole("combobox", { name: "Sign in as", exact: true });
}

async function expectSignedIn(page: Page, user: string, groups: readonly string[]): Promise<void> {
  await expect(findRequestForm(page)).toContainText(`Signed in as ${user}`);
  await expect(findVerdict(page)).toContainText(user);
  await expect(findSignInAs(page)).toHaveValue(user);
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([...groups]);
}

/** The buttons of the sign-in page that sign a demo user in. */
function findUserButton(page: Page, username: string) {
  return page.getByRole("button", { name: username, exact: true });
}

test("Sign in as puts that user first on the org's page, and asks for a sign-in only if another user is signed in @worker", async ({
  page,
  openPage,
  sendRequest,
}) => {
  await openPage();
  await findSignInAs(page).selectOption(joeUser);
  await expect.poll(() => readRequest(page)).toMatchObject({ login_hint: joeUser });
  await findSend(page).click();
  await expect(findUserButton(page, joeUser)).toBeFocused();
  await expect(page.getByRole("button", { name: /@/ }).first()).toHaveText(joeUser);
  await expect(page.getByRole("textbox", { name: "Username" })).toHaveValue(joeUser);
  await page.keyboard.press("Enter");
  await expectSignedIn(page, joeUser, ["Midwest Sales", "Everyone"]);

  expect(await readRequest(page)).not.toHaveProperty("prompt");
  // This request returns without a sign-in page.
  await sendRequest({ scopes: ["openid", "profile", "groups"] });
  await expect(findRuns(page)).toHaveCount(2);
  await expectSignedIn(page, joeUser, ["Midwest Sales", "Everyone"]);

  await findSignInAs(page).selectOption(itUser);
  await expect.poll(() => readRequest(page)).toMatchObject({ login_hint: itUser, prompt: "login" });
  await findSend(page).click();
  await expect(findUserButton(page, itUser)).toBeFocused();
  await page.keyboard.press("Enter");
  await expectSignedIn(page, itUser, ["Everyone", "IT"]);
});

test("a sign-in form that another site posts is refused", async ({
  page,
  orgUrl,
  startRequest,
}) => {
  await startRequest();
  const transaction = await page.locator("input[name=transaction]").first().inputValue();
  const form = `<form method="post" action="${orgUrl}/login/demo">
    <input type="hidden" name="transaction" value="${transaction}">
    <button name="person" value="${itUser}">Post</button></form>`;
  await page.route("http://other.localhost/", (route) =>
    route.fulfill({ contentType: "text/html", body: form }),
  );
  await page.goto("http://other.localhost/");
  await page.getByRole("button", { name: "Post" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "This form was sent from another site",
  );
});
