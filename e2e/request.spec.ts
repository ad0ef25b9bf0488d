import { expect, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion, findRequestForm, findRuns, findSend, findVerdict } from "./support/regions.ts";
import { readRequest, readRequestUrl } from "./support/request-url.ts";
import { findChecks, openChecks } from "./support/result-details.ts";
import { nodeOrg } from "./support/targets.ts";

const unguessable = expect.stringMatching(/^[\w-]{43}$/);

test("a link presets the request, each choice changes the request's URL and the page's address, and that URL is sent @worker", async ({
  page,
  chooseRequest,
  orgUrl,
}) => {
  await page.goto("./?server=aus1&token=id_token+token&scope=openid+orders");
  const form = findRequestForm(page);
  for (const name of ["Custom", "Both"])
    await expect(form.getByRole("radio", { name, exact: true })).toBeChecked();
  await expect(form.getByRole("textbox", { name: "Other scopes" })).toHaveValue("orders");
  await expect(form.getByRole("checkbox", { name: "profile", exact: true })).not.toBeChecked();
  const first = {
    endpoint: `${orgUrl}/oauth2/aus1/v1/authorize`,
    client_id: nodeOrg.clientId,
    response_type: "id_token token",
    scope: "openid orders",
    redirect_uri: new URL("./", page.url()).href,
    state: unguessable,
    nonce: unguessable,
  };
  await expect.poll(() => readRequest(page)).toEqual(first);

  await chooseRequest({ tokenType: "Access token", scopes: ["openid", "groups", "état"] });
  await form.getByRole("textbox", { name: "Authorization server ID" }).fill("default");
  const second = {
    ...first,
    endpoint: `${orgUrl}/oauth2/default/v1/authorize`,
    response_type: "token",
    scope: "openid groups état",
  };
  await expect.poll(() => readRequest(page)).toEqual(second);
  const link = new URLSearchParams({
    server: "default",
    token: "token",
    scope: "openid groups état",
  });
  await expect(page).toHaveURL(({ search }) => search === `?${link}`);
  await page.reload();
  await expect.poll(() => readRequest(page)).toEqual(second);

  await chooseRequest({ server: "Org", tokenType: "ID token", scopes: ["openid"] });
  const last = { ...first, endpoint: `${orgUrl}/oauth2/v1/authorize` };
  await expect
    .poll(() => readRequest(page))
    .toEqual({ ...last, response_type: "id_token", scope: "openid" });
  const shown = await readRequestUrl(page);
  await findSend(page).click();
  await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
  expect(page.url()).toBe(shown);
});

test("the copied URL is the URL on the page, and its response is recognized @worker", async ({
  page,
  context,
  openPage,
  signIn,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPage();
  const shown = await readRequestUrl(page);
  const region = findRegion(page, "Request URL");
  const readClipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await region.getByRole("button", { name: "Copy as curl", exact: true }).click();
  await expect(region.getByText("Copied")).toBeVisible();
  const command = await readClipboard();
  expect(command).toMatch(/^# curl can't reach/);
  expect(command).toContain(shown);

  await region.getByRole("button", { name: "Copy URL", exact: true }).click();
  await expect.poll(readClipboard).toBe(shown);
  await page.goto(shown);
  await signIn();
  await openChecks(page);
  await expect(findChecks(page, "Pass").filter({ hasText: "State" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("the prediction follows the form and the user, its button changes the request, and a goal is sent @worker", async ({
  page,
  openPage,
  chooseRequest,
  signIn,
}) => {
  await openPage();
  const prediction = findRegion(page, "Prediction");
  const idToken = findRegion(page, "ID token");
  const signInAs = page.getByRole("combobox", { name: "Sign in as" });
  await expect(prediction.getByRole("region")).toHaveCount(3);
  for (const slot of ["ID token", "Access token", "UserInfo"])
    await expect(prediction.getByRole("region", { name: slot, exact: true })).toBeVisible();
  await expect(idToken.getByRole("status")).toContainText("Fat ID token");

  await signInAs.selectOption("outside.user@example.com");
  await expect(prediction).toContainText("access_denied: outside.user@example.com is not assigned");
  await expect(idToken).toContainText("Nothing is returned.");
  await signInAs.selectOption("many.groups@example.com");
  await expect(prediction).toContainText("server_error: 121 groups");
  await signInAs.selectOption("it.user@example.com");
  await expect(prediction).toContainText("Groups of it.user@example.com: Everyone and IT.");

  await chooseRequest({ tokenType: "Both" });
  await expect(idToken.getByRole("status")).toContainText("Thin ID token");
  await chooseRequest({ server: "Custom", tokenType: "Access token" });
  await expect(prediction).toContainText("invalid_scope");
  await prediction.getByRole("button", { name: /groups/ }).click();
  await expect(page.getByRole("checkbox", { name: "groups", exact: true })).not.toBeChecked();
  await expect(prediction).not.toContainText("invalid_scope");

  const goal = page.getByRole("button", { name: "Groups in the ID token" });
  await goal.click();
  await signIn();
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(goal).toHaveCount(0);
});

test("after a run each slot says whether it matches the prediction, and the next request has its own chip and prediction @worker", async ({
  page,
  sendRequest,
  chooseRequest,
}) => {
  await sendRequest({ tokenType: "Both", scopes: ["openid", "profile", "groups"] });
  const prediction = findRegion(page, "Prediction");
  const next = findRuns(page).filter({ hasText: "Next request" });
  const idToken = findRegion(page, "ID token");
  const userInfo = findRegion(page, "UserInfo");
  await userInfo.getByRole("button", { name: "Call UserInfo" }).click();
  for (const slot of [idToken, findRegion(page, "Access token"), userInfo])
    await expect(slot).toContainText("Matches the prediction.");
  await expect(prediction).toHaveCount(0);
  await expect(next).toHaveCount(0);

  await chooseRequest({ tokenType: "ID token" });
  await next.click();
  await expect(prediction).toBeVisible();
  await expect(idToken.getByRole("status")).toContainText("Fat ID token");
  await expect(findVerdict(page)).toHaveCount(0);
  await expect(page.getByRole("table", { name: "Claims" })).toHaveCount(0);

  await findRuns(page).first().click();
  await expect(findGroups(userInfo, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(prediction).toHaveCount(0);
  await chooseRequest({ tokenType: "Both" });
  await expect(next).toHaveCount(0);
});
