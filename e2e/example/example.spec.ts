import { expect } from "playwright/test";
import { test } from "./fixtures.ts";

test("signs in on the sign-in page, and out again", async ({ page, servers }) => {
  await page.goto(servers.appUrl);
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "it.user@example.com" }).click();
  const groups = page.getByRole("list", { name: "Your groups" }).getByRole("listitem");
  await expect(groups).toHaveText(["Everyone", "IT"]);
  await page.getByRole("link", { name: "IT", exact: true }).click();
  await expect(page.getByRole("heading", { name: "For IT only" })).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Example app" })).toBeVisible();
});

test("refuses a user who is not in the group, until they are added", async ({
  page,
  request,
  openAs,
  servers: { okta, appUrl },
}) => {
  const username = "joe.user@example.com";
  await openAs(username);
  await page.getByRole("link", { name: "IT", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You are not in the group IT" })).toBeVisible();

  const headers = { Authorization: `SSWS ${okta.apiToken}` };
  const find = async (path: string) => (await request.get(okta.url + path, { headers })).json();
  const [group] = await find("/api/v1/groups?q=IT");
  const user = await find(`/api/v1/users/${username}`);
  await request.put(`${okta.url}/api/v1/groups/${group.id}/users/${user.id}`, { headers });
  await openAs(username);
  await page.goto(`${appUrl}/it`);
  await expect(page.getByRole("heading", { name: "For IT only" })).toBeVisible();
});

test("shows the sign-in error if the org fails", async ({ page, request, openAs, servers }) => {
  await request.post(`${servers.okta.url}/demo/v1/faults`, {
    headers: { Authorization: `SSWS ${servers.okta.apiToken}` },
    data: { path: "/oauth2/v1/token", status: 503 },
  });
  await openAs("it.user@example.com");
  await expect(page.getByRole("heading", { name: "Sign-in failed" })).toBeVisible();
});
