import { execFileSync } from "node:child_process";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findRegion, findSend } from "./support/regions.ts";
import { readRequest, readRequestUrl } from "./support/request-url.ts";
import { nodeOrg } from "./support/targets.ts";

const unguessable = expect.stringMatching(/^[\w-]{43}$/);

function findLine(page: Page, parameter: string) {
  return findRegion(page, "Request URL").getByRole("button", {
    name: new RegExp(`^${parameter}=`),
  });
}

test("the request URL forms with each choice, and is what is sent", async ({
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
  const second = { ...first, response_type: "token", scope: "openid profile email" };
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

test("state and nonce are drawn anew for each request, and not with Math.random", async ({
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

test("a link opens the page as it was set, and the page's own address is such a link", async ({
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

  const chosen = ["Custom", "Both"];
  for (const name of [...chosen, org ? "My Okta org" : "Demo org"])
    await expect(page.getByRole("radio", { name, exact: true })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Other scopes" })).toHaveValue("orders");
  await expect(page.getByRole("checkbox", { name: "profile", exact: true })).not.toBeChecked();
  await expect
    .poll(() => readRequest(page))
    .toMatchObject({
      endpoint: `${orgUrl}/oauth2/aus1/v1/authorize`,
      client_id: nodeOrg.clientId,
      response_type: "id_token token",
      scope: "openid orders",
    });

  await page.getByRole("radio", { name: "Access token", exact: true }).check();
  await page.getByRole("checkbox", { name: "groups", exact: true }).check();
  link.set("token", "token");
  link.set("scope", "openid groups orders");
  await expect(page).toHaveURL(({ search }) => search === `?${link}`);
  await page.reload();
  await expect(page.getByRole("radio", { name: "Access token", exact: true })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "groups", exact: true })).toBeChecked();
});

test("a copied URL is the one shown, and its answer is known here", async ({
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
  const checks = findRegion(page, "Checks").getByRole("listitem");
  await expect(checks.filter({ hasText: "Request: State." })).toHaveText(/^Pass/);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a copied curl command gives curl the URL whole, whatever is in it", async ({
  page,
  context,
  org,
  openPage,
  chooseRequest,
}) => {
  test.skip(process.platform === "win32", "It is for a POSIX shell, which isn't here.");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPage();
  await chooseRequest({ scopes: ["openid", "it's", "$(id)", "`id`", '"a&b"', "[1-9]", "!!"] });
  const shown = await readRequestUrl(page);
  expect(shown).toContain("it's");
  const region = findRegion(page, "Request URL");
  await region.getByRole("button", { name: "Copy as curl", exact: true }).click();
  await expect(region.getByText("Copied")).toBeVisible();
  const command = await page.evaluate(() => navigator.clipboard.readText());

  // An org inside the browser is out of curl's reach, and the command says so.
  expect(command.startsWith("# curl cannot reach")).toBe(org === undefined);

  const printing = `curl() { printf '%s\\n' "$@"; }\n${command}`;
  const received = execFileSync("sh", ["-c", printing], { encoding: "utf8" });
  expect(received.trimEnd().split("\n").at(-1)).toBe(shown);
});

test("the explanation is of what has the pointer or the focus, and the URL's lines lead to their controls", async ({
  page,
  openPage,
}) => {
  await openPage();
  const explanation = page.getByRole("complementary", { name: "Explanation" });
  const tokenTypes = page.getByRole("radiogroup", { name: "Token type" });
  const accessToken = tokenTypes.getByRole("radio", { name: "Access token", exact: true });
  const groups = page.getByRole("checkbox", { name: "groups", exact: true });

  await findLine(page, "response_type").hover();
  await expect(explanation).toContainText("response_type");
  await expect(tokenTypes).toHaveAttribute("data-lit");
  await expect(findLine(page, "scope")).not.toHaveAttribute("data-lit");

  await groups.focus();
  await expect(explanation).toContainText("Scope groups");
  await expect(groups).toHaveAccessibleDescription(/Scope groups/);
  await expect(findLine(page, "scope")).toHaveAttribute("data-lit");
  await expect(tokenTypes).not.toHaveAttribute("data-lit");

  await accessToken.focus();
  await page.keyboard.press("Space");
  await expect(accessToken).toBeChecked();
  await expect(explanation).toContainText("Access token alone");
  await page.keyboard.press("ArrowDown");
  await expect(explanation).toContainText("Both tokens");

  await findLine(page, "scope").focus();
  await expect(explanation).toContainText("scope");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "Scopes" }).locator(":focus")).toBeVisible();
  await findLine(page, "response_type").click();
  await expect(tokenTypes.getByRole("radio", { name: "Both", exact: true })).toBeFocused();
});

test("what each token will hold is said before sending, and losing the groups is warned of", async ({
  page,
  openPage,
  chooseRequest,
}) => {
  await openPage();
  const prediction = findRegion(page, "Prediction");
  const tokens = prediction.getByRole("listitem");
  const cases = [
    ["Org", "ID token", [/^ID token, fatGroups/], undefined],
    [
      "Org",
      "Both",
      [/^ID token, thinNo groups/, /^Access tokenNo groups/, /^UserInfo.*Groups/],
      "groups will be lost from it",
    ],
    [
      "Org",
      "Access token",
      [/^Access tokenNo groups/, /^UserInfo/],
      "never puts groups in an access token",
    ],
    [
      "Custom",
      "Access token",
      [/^Access tokenGroups if so configured/, /^UserInfo/],
      "Will most likely be refused: invalid_scope",
    ],
  ] as const;
  for (const [server, tokenType, expected, warning] of cases) {
    await chooseRequest({ server, tokenType, scopes: ["openid", "profile", "groups"] });
    await expect(tokens).toHaveText(expected);
    if (warning) await expect(prediction).toContainText(warning);
    else await expect(prediction).not.toContainText("lost");
  }
  await chooseRequest({ scopes: ["profile"] });
  await expect(prediction).toContainText("Will be refused: invalid_scope");
});

test("Enter sends from any field", async ({ page, openPage }) => {
  await openPage();
  await expect(findSend(page)).toBeEnabled();
  await page.getByRole("textbox", { name: "Other scopes" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
});
