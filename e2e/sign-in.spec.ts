import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion, findRequestForm, findSend, findVerdict } from "./support/regions.ts";
import { readRequest } from "./support/request-url.ts";

const itUser = "it.user@example.com";
const joeUser = "joe.user@example.com";

function findSignInAs(page: Page) {
  return page.getByRole("combobox", { name: "Sign in as", exact: true });
}

/** The buttons of the sign-in page that sign a demo user in. */
function findUserButton(page: Page, username: string) {
  return page.getByRole("button", { name: username, exact: true });
}

test.describe("the token has the groups of the user who signs in:", () => {
  const users = [
    ["new.user@example.com", "a user without groups has Everyone", ["Everyone"]],
    [
      "directory.user@example.com",
      "a claim with a filter leaves out groups from Active Directory",
      ["Everyone", "IT"],
    ],
  ] as const;
  for (const [person, title, groups] of users)
    test(title, async ({ page, sendRequest }) => {
      await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"], person });
      await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([...groups]);
    });

  test("a user with more than 100 matching groups gets an error that says so", async ({
    page,
    sendRequest,
  }) => {
    await sendRequest({ scopes: ["openid", "groups"], person: "many.groups@example.com" });

    const alert = page.getByRole("alert");
    await expect(alert).toHaveCount(1);
    await expect(alert.getByRole("heading")).toContainText("100 groups");
    await expect(alert).toContainText("server_error");
    await expect(findRegion(page, "ID token").getByRole("table")).toHaveCount(0);
  });
});

test.describe("Sign in as", { tag: "@worker" }, () => {
  test("puts that user first on the org's page, with the focus", async ({ page, openPage }) => {
    await openPage();
    await findSignInAs(page).selectOption(joeUser);
    await expect.poll(() => readRequest(page)).toMatchObject({ login_hint: joeUser });
    await findSend(page).click();

    await expect(findUserButton(page, joeUser)).toBeFocused();
    await expect(page.getByRole("button", { name: /@/ }).first()).toHaveText(joeUser);
    await expect(page.getByRole("textbox", { name: "Username" })).toHaveValue(joeUser);
    await page.keyboard.press("Enter");
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([
      "Midwest Sales",
      "Everyone",
    ]);
    await expect(findVerdict(page)).toContainText(joeUser);
    await expect(findSignInAs(page)).toHaveValue(joeUser);
  });

  test("needs no sign-in page for the user who is signed in", async ({ page, sendRequest }) => {
    await sendRequest({ scopes: ["openid", "groups"], person: joeUser });
    const form = findRequestForm(page);
    await expect(form).toContainText(`Signed in as ${joeUser}`);

    await findSignInAs(page).selectOption(joeUser);
    expect(await readRequest(page)).not.toHaveProperty("prompt");
    await sendRequest({ scopes: ["openid", "profile", "groups"] });
    await expect(findVerdict(page)).toContainText(joeUser);
  });

  test("asks the org to sign out another user first", async ({ page, sendRequest }) => {
    await sendRequest({ scopes: ["openid", "groups"], person: itUser });
    const form = findRequestForm(page);
    await expect(form).toContainText(`Signed in as ${itUser}`);

    await findSignInAs(page).selectOption(joeUser);
    await expect
      .poll(() => readRequest(page))
      .toMatchObject({ login_hint: joeUser, prompt: "login" });
    await findSend(page).click();
    await expect(findUserButton(page, joeUser)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(form).toContainText(`Signed in as ${joeUser}`);
    await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([
      "Midwest Sales",
      "Everyone",
    ]);
  });
});

test("Sign in as another user shows the sign-in page again", async ({
  page,
  sendRequest,
  signIn,
}) => {
  await sendRequest({ scopes: ["openid", "groups"], person: itUser });
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone", "IT"]);
  await findRequestForm(page).getByRole("button", { name: "Sign in as another user" }).click();
  await signIn(joeUser);
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([
    "Midwest Sales",
    "Everyone",
  ]);
});

test("after access_denied another user can sign in", async ({ page, sendRequest, signIn }) => {
  await sendRequest({ scopes: ["openid", "groups"], person: "outside.user@example.com" });
  await expect(page.getByRole("alert")).toContainText("access_denied");
  await findRequestForm(page).getByRole("button", { name: "Sign in as another user" }).click();
  await signIn(joeUser);
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText([
    "Midwest Sales",
    "Everyone",
  ]);
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
