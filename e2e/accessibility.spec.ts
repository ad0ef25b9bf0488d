import { expect, test } from "./fixtures.ts";
import { expectToFit, findFaults } from "./support/appearance.ts";
import { findGroups } from "./support/claims.ts";
import { signToken } from "./support/hand-made-answer.ts";
import { tabTo } from "./support/keyboard.ts";
import { findRegion, findSend, findTable } from "./support/regions.ts";
import { nodeOrg } from "./support/targets.ts";

test.describe("axe finds nothing wrong, in light or in dark,", () => {
  // It looks at every element, which takes a busy machine longer than any trip.
  test.describe.configure({ timeout: 60_000 });

  test("with the form", async ({ page, openPage, chooseRequest }) => {
    await openPage();
    await chooseRequest({ server: "Custom" });
    await expect(findSend(page)).toBeEnabled();
    expect(await findFaults(page)).toEqual([]);
  });

  test("with mistakes in the form, and with an alert", async ({ page }) => {
    await page.goto("./?org=no%20domain");
    await findSend(page).click();
    await expect(page.getByRole("textbox", { name: "Client ID" })).toHaveAttribute("aria-invalid");
    expect(await findFaults(page)).toEqual([]);

    await page.goto("./#error=access_denied&error_description=No&state=unknown");
    await expect(page.getByRole("alert")).toContainText("access_denied");
    expect(await findFaults(page)).toEqual([]);
  });

  test("with answers, UserInfo and a comparison", async ({ page, sendRequest }) => {
    await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });
    await expect(page.getByText("Verified", { exact: true })).toBeVisible();
    expect(await findFaults(page)).toEqual([]);

    await sendRequest({
      server: "Custom",
      tokenType: "Both",
      scopes: ["openid", "profile"],
    });
    await page.getByRole("button", { name: "Call UserInfo", exact: true }).click();
    await expect(findTable(page, "Claims")).toHaveCount(3);
    await expect(findTable(page, "Comparison")).toBeVisible();
    expect(await findFaults(page)).toEqual([]);
  });

  test("with the demo org's own pages", async ({ page, startRequest, orgUrl }) => {
    await startRequest();
    expect(await findFaults(page)).toEqual([]);
    await page.getByRole("textbox", { name: "Username" }).fill(nodeOrg.username);
    await page.getByRole("textbox", { name: "Password" }).fill("wrong");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    expect(await findFaults(page)).toEqual([]);

    await page.goto(`${orgUrl}/oauth2/v1/authorize?client_id=nobody&response_type=id_token`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("400 Bad Request");
    expect(await findFaults(page)).toEqual([]);
  });
});

test("a keyboard is enough, from the form to the groups", async ({ page, org }) => {
  await page.goto("./");
  if (org) {
    await tabTo(page.getByRole("radio", { name: "Demo org" }));
    await page.keyboard.press("ArrowDown");
    await tabTo(page.getByRole("textbox", { name: "Okta domain" }));
    await page.keyboard.type(org.url);
    await tabTo(page.getByRole("textbox", { name: "Client ID" }));
    await page.keyboard.type(org.clientId);
  }
  await tabTo(page.getByRole("radio", { name: "Org" }));
  await page.keyboard.press("ArrowDown");
  await tabTo(page.getByRole("radio", { name: "ID token", exact: true }));
  await page.keyboard.press("ArrowDown");
  await tabTo(page.getByRole("checkbox", { name: "email", exact: true }));
  await page.keyboard.press("Space");
  await expect(findSend(page)).toBeEnabled();
  await tabTo(findSend(page));
  await page.keyboard.press("Enter");

  await expect(page.getByRole("textbox", { name: "Username" })).toBeFocused();
  await page.keyboard.type(nodeOrg.username);
  await page.keyboard.press("Tab");
  await page.keyboard.type(nodeOrg.password);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: /^What came back/ })).toBeFocused();
  const groups = findRegion(page, "Where are the groups?");
  await expect(groups).toContainText(/2 groups.*access token, claim GroupsClaim/i);
  await expect(groups).toBeInViewport();
  await tabTo(page.getByRole("button", { name: "Call UserInfo", exact: true }));
  await page.keyboard.press("Enter");
  await expect(findTable(page, "Claims")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Call UserInfo", exact: true })).toBeFocused();
});

test("the focus is on the heading of what came, and on the comparison's after a comparison", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token" });
  const answer = page.getByRole("heading", { level: 2, name: /^What came back/ });
  await expect(answer).toBeFocused();
  await expect(answer).toBeInViewport();

  await page.getByRole("button", { name: "Compare fat and thin", exact: true }).click();
  await expect(findTable(page, "Comparison")).toBeVisible();
  const comparison = page.getByRole("heading", { level: 2, name: "Compare", exact: true });
  await expect(comparison).toBeFocused();
  await expect(comparison).toBeInViewport();
});

test("the focus goes on with the first of the groups that a long list left out", async ({
  page,
}) => {
  const groups = Array.from({ length: 501 }, (_, index) => `Group ${index + 1}`);
  await page.goto(`./#id_token=${signToken({ sub: "00u1", groups })}&state=unknown`);
  await page.getByRole("button", { name: "Show all 501 groups" }).press("Enter");
  const last = findGroups(findRegion(page, "ID token"), "groups").last();
  await expect(last).toHaveText("Group 501");
  await expect(last).toBeFocused();
});

for (const [width, height, circumstance] of [
  [320, 640, "on a narrow screen"],
  [320, 256, "at 400 % zoom"],
] as const)
  test.describe(circumstance, () => {
    test.use({ viewport: { width, height } });

    test("everything fits, before, during and after a comparison", async ({
      page,
      openPage,
      chooseRequest,
      signIn,
    }) => {
      await openPage();
      await chooseRequest({ scopes: ["openid", "profile", "groups"] });
      await expect(findSend(page)).toBeEnabled();
      await expectToFit(page);

      await page.getByRole("button", { name: "Compare fat and thin", exact: true }).click();
      await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
      await expectToFit(page);

      await signIn("hostile.names@example.com");
      await expect(findTable(page, "Comparison")).toBeVisible();
      await page.getByRole("button", { name: "Call UserInfo", exact: true }).click();
      await expect(page.getByRole("list", { name: "Groups" })).toHaveCount(2);
      for (const token of await page.getByText("as it came").all()) await token.click();
      await expectToFit(page);

      await page.goto("./?org=no%20domain");
      await findSend(page).click();
      await expect(page.getByText("Not sent: see the marked field")).toBeVisible();
      await expectToFit(page);
    });
  });

test("with forced colours nothing is lost", async ({ page, sendRequest }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });

  await expect(page.getByRole("list", { name: "Groups" })).toBeVisible();
  await expect(page.getByText("Fat ID token", { exact: true })).toBeVisible();
  for (const name of ["Send request", "Compare fat and thin", "Forget", "Copy URL"])
    await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
});
