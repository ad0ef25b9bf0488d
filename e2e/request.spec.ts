import { execFileSync } from "node:child_process";
import { expect, test } from "./fixtures.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { findRegion, findRequestForm, findRuns, findSend, findVerdict } from "./support/regions.ts";
import { findUrlLine, readRequest, readRequestUrl } from "./support/request-url.ts";
import { findChecks, openChecks } from "./support/result-details.ts";
import { nodeOrg } from "./support/targets.ts";

const unguessable = expect.stringMatching(/^[\w-]{43}$/);

test("each choice changes the request URL, and that URL is sent", async ({
  page,
  openPage,
  chooseRequest,
  orgUrl,
}) => {
  await openPage();
  const first = {
    endpoint: `${orgUrl}/oauth2/v1/authorize`,
    client_id: nodeOrg.clientId,
    response_type: "id_token",
    scope: "openid profile email groups",
    redirect_uri: new URL("./", page.url()).href,
    state: unguessable,
    nonce: unguessable,
  };
  await expect.poll(() => readRequest(page)).toEqual(first);

  await chooseRequest({ server: "Custom", tokenType: "Access token" });
  const second = { ...first, response_type: "token" };
  await expect
    .poll(() => readRequest(page))
    .toEqual({ ...second, endpoint: `${orgUrl}/oauth2/default/v1/authorize` });
  await page.getByRole("textbox", { name: "Authorization server ID" }).fill("aus1");
  await expect
    .poll(() => readRequest(page))
    .toEqual({ ...second, endpoint: `${orgUrl}/oauth2/aus1/v1/authorize` });

  await chooseRequest({
    server: "Org",
    tokenType: "Both",
    scopes: ["openid", "phone", "okta.users.read", "état"],
  });
  const last = {
    ...first,
    response_type: "id_token token",
    scope: "openid phone okta.users.read état",
  };
  await expect.poll(() => readRequest(page)).toEqual(last);

  await chooseRequest({ scopes: ["openid"] });
  const shown = await readRequestUrl(page);
  await findSend(page).click();
  await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
  expect(page.url()).toBe(shown);
});

test("state and nonce are new for each request and do not come from Math.random @worker", async ({
  page,
  startRequest,
}) => {
  await page.addInitScript(() => {
    Math.random = () => 0.5;
  });
  const requests = [await startRequest(), await startRequest()];
  const values = requests.flatMap(({ searchParams }) => [
    searchParams.get("state"),
    searchParams.get("nonce"),
  ]);
  expect(values).toEqual([unguessable, unguessable, unguessable, unguessable]);
  expect(new Set(values).size).toBe(4);
});

test("a link presets the form, and the page's own address is such a link @worker", async ({
  page,
  org,
  orgUrl,
}) => {
  const link = new URLSearchParams({
    ...(org && { org: org.url, client_id: org.clientId }),
    server: "aus1",
    token: "id_token token",
    scope: "openid orders",
  });
  await page.goto(`./?${link}`);

  const form = findRequestForm(page);
  for (const name of ["Custom", "Both"])
    await expect(form.getByRole("radio", { name, exact: true })).toBeChecked();
  await expect(form.getByRole("textbox", { name: "Other scopes" })).toHaveValue("orders");
  await expect(form.getByRole("checkbox", { name: "profile", exact: true })).not.toBeChecked();
  await expect
    .poll(() => readRequest(page))
    .toMatchObject({
      endpoint: `${orgUrl}/oauth2/aus1/v1/authorize`,
      client_id: nodeOrg.clientId,
      response_type: "id_token token",
      scope: "openid orders",
    });

  await form.getByRole("radio", { name: "Access token", exact: true }).check();
  await form.getByRole("checkbox", { name: "groups", exact: true }).check();
  link.set("token", "token");
  link.set("scope", "openid groups orders");
  await expect(page).toHaveURL(({ search }) => search === `?${link}`);
  await page.reload();
  await expect(form.getByRole("radio", { name: "Access token", exact: true })).toBeChecked();
  await expect(form.getByRole("checkbox", { name: "groups", exact: true })).toBeChecked();
});

test("a copied URL is the one shown, and its response is recognized", async ({
  page,
  context,
  openPage,
  signIn,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPage();
  const shown = await readRequestUrl(page);
  const region = findRegion(page, "Request URL");
  await region.getByRole("button", { name: "Copy URL", exact: true }).click();
  await expect(region.getByText("Copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(shown);

  await page.goto(copied);
  await signIn();
  await openChecks(page);
  await expect(findChecks(page, "Pass").filter({ hasText: "State" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a copied curl command gives curl the whole URL, whatever characters it has @worker", async ({
  page,
  context,
  org,
  openPage,
  chooseRequest,
}) => {
  test.skip(process.platform === "win32", "The command is for a POSIX shell.");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPage();
  await chooseRequest({ scopes: ["openid", "it's", "$(id)", "`id`", '"a&b"', "[1-9]", "!!"] });
  const shown = await readRequestUrl(page);
  expect(shown).toContain("it's");
  const region = findRegion(page, "Request URL");
  await region.getByRole("button", { name: "Copy as curl", exact: true }).click();
  await expect(region.getByText("Copied")).toBeVisible();
  const command = await page.evaluate(() => navigator.clipboard.readText());

  // curl can't reach an org in a service worker, and the command says so.
  expect(command.startsWith("# curl can't reach")).toBe(org === undefined);

  const printing = `curl() { printf '%s\\n' "$@"; }\n${command}`;
  const received = execFileSync("sh", ["-c", printing], { encoding: "utf8" });
  expect(received.trimEnd().split("\n").at(-1)).toBe(shown);
});

test("a field with the pointer or the focus is explained, and a line of the URL focuses its field @worker", async ({
  page,
  openPage,
}) => {
  await openPage();
  const tokenTypes = page.getByRole("radiogroup", { name: "Token type" });
  const accessToken = tokenTypes.getByRole("radio", { name: "Access token", exact: true });
  const groups = page.getByRole("checkbox", { name: "groups", exact: true });

  await groups.hover();
  await expect(groups).toHaveAccessibleDescription(/groups/);
  await accessToken.focus();
  await page.keyboard.press("Space");
  await expect(accessToken).toBeChecked();
  await expect(accessToken).toHaveAccessibleDescription(/For an API/);
  await page.keyboard.press("ArrowRight");
  await expect(tokenTypes.getByRole("radio", { name: "Both" })).toBeChecked();
  await expect(accessToken).toHaveAccessibleDescription(/thin/);

  await findUrlLine(page, "scope").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "Scopes" }).locator(":focus")).toBeVisible();
  await findUrlLine(page, "response_type").click();
  await expect(tokenTypes.getByRole("radio", { name: "Both" })).toBeFocused();
});

test("the prediction has the result's three slots and follows the form @worker", async ({
  page,
  openPage,
  chooseRequest,
}) => {
  await openPage();
  const prediction = findRegion(page, "Prediction");
  const idToken = findRegion(page, "ID token");
  await expect(prediction.getByRole("region")).toHaveCount(3);
  for (const slot of ["ID token", "Access token", "UserInfo"])
    await expect(prediction.getByRole("region", { name: slot, exact: true })).toBeVisible();
  await expect(idToken.getByRole("status")).toContainText("Fat ID token");

  await chooseRequest({ tokenType: "Both" });
  await expect(idToken.getByRole("status")).toContainText("Thin ID token");
});

test("the prediction says that a request will be refused, and its button changes the request @worker", async ({
  page,
  openPage,
  chooseRequest,
}) => {
  await openPage();
  await chooseRequest({
    server: "Custom",
    tokenType: "Access token",
    scopes: ["openid", "groups"],
  });
  const prediction = findRegion(page, "Prediction");
  await expect(prediction).toContainText("invalid_scope");

  await prediction.getByRole("button").click();
  await expect(page.getByRole("checkbox", { name: "groups", exact: true })).not.toBeChecked();
  await expect(prediction).not.toContainText("invalid_scope");
});

test("after a run the next request has a chip and a prediction of its own @worker", async ({
  page,
  sendRequest,
  chooseRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "groups"] });
  const prediction = findRegion(page, "Prediction");
  const next = findRuns(page).filter({ hasText: "Next request" });
  const idToken = findRegion(page, "ID token");
  await expect(findClaim(idToken, "groups")).toBeVisible();
  await expect(prediction).toHaveCount(0);
  await expect(next).toHaveCount(0);

  await chooseRequest({ tokenType: "Both" });
  await next.click();
  await expect(prediction).toBeVisible();
  await expect(idToken.getByRole("status")).toContainText("Thin ID token");
  await expect(findVerdict(page)).toHaveCount(0);
  await expect(page.getByRole("table", { name: "Claims" })).toHaveCount(0);

  await findRuns(page).first().click();
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(prediction).toHaveCount(0);

  await chooseRequest({ tokenType: "ID token" });
  await expect(next).toHaveCount(0);
});

test("an empty page offers goals, and a goal sends its request @worker", async ({
  page,
  openPage,
  signIn,
}) => {
  await openPage();
  await expect(findSend(page)).toBeEnabled();
  await page.getByRole("button", { name: "Groups in the access token" }).click();
  await signIn();
  await expect(findGroups(findRegion(page, "Access token"), "GroupsClaim")).toHaveText([
    "Everyone",
    "IT",
  ]);
  await expect(page.getByRole("button", { name: "Groups in the access token" })).toHaveCount(0);
});

test("Enter sends the request from any field @worker", async ({ page, chooseOrg }) => {
  const fields = [
    ["textbox", "Authorization server ID"],
    ["textbox", "Other scopes"],
    ["radio", "Custom"],
    ["radio", "Access token"],
    ["checkbox", "openid"],
  ] as const;
  for (const [role, name] of fields) {
    await page.goto("./?server=default&token=token&scope=openid");
    await chooseOrg();
    await expect(findSend(page)).toBeEnabled();
    await page.getByRole(role, { name, exact: true }).press("Enter");
    await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
  }
});

test("a request that led nowhere can be sent again", { tag: "@node" }, async ({
  page,
  openPage,
}) => {
  await page.route("**/oauth2/v1/authorize?*", (route) => route.fulfill({ status: 204 }), {
    times: 1,
  });
  await openPage();
  await findSend(page).click();
  await expect(page.getByRole("status").filter({ hasText: "Redirecting" })).toBeVisible();
  await findSend(page).click();
  await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
});

test("the prediction names the groups of the chosen user, or what keeps them away", {
  tag: "@worker",
}, async ({ page, openPage }) => {
  await openPage();
  const prediction = findRegion(page, "Prediction");
  const signInAs = page.getByRole("combobox", { name: "Sign in as" });
  await signInAs.selectOption("it.user@example.com");
  await expect(prediction).toContainText("Groups of it.user@example.com: Everyone, IT.");

  await signInAs.selectOption("outside.user@example.com");
  await expect(prediction).toContainText("access_denied: outside.user@example.com is not assigned");
  await expect(findRegion(page, "ID token")).toContainText("Nothing is returned.");

  await signInAs.selectOption("many.groups@example.com");
  await expect(prediction).toContainText("server_error: 121 groups");
});

test("after a run each slot says whether it came as predicted @worker", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "Both", scopes: ["openid", "profile", "groups"] });
  await expect(findRegion(page, "ID token")).toContainText("Matches the prediction.");
  await expect(findRegion(page, "Access token")).toContainText("Matches the prediction.");
  const userInfo = findRegion(page, "UserInfo");
  await userInfo.getByRole("button", { name: "Call UserInfo" }).click();
  await expect(userInfo).toContainText("Matches the prediction.");
});
