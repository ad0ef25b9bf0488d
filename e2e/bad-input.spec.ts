import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectToFit } from "./support/appearance.ts";
import { buildIdTokenClaims, encodePart, land, signToken } from "./support/hand-made-answer.ts";
import { findRegion, findSend } from "./support/regions.ts";

/** An alert that says so, with something to do; and nothing of the answer is left in the address bar. */
async function expectAlert(page: Page, ...sentences: readonly string[]): Promise<void> {
  for (const text of sentences)
    await expect(page.getByRole("alert").filter({ hasText: text })).toBeVisible();
  await expect(page.getByRole("alert").getByRole("listitem").first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
}

test("a fragment that is no answer is explained, and what came is listed", async ({
  page,
  startRequest,
  orgUrl,
}) => {
  const request = await startRequest({ tokenType: "Access token", scopes: ["openid", "email"] });
  const state = request.searchParams.get("state");
  const cases = [
    ["section-2", "neither a token nor an error", "section-2"],
    [`state=${state}`, "neither a token nor an error", `${state}`],
    ["id_token=a.b.c&id_token=d.e.f", "“id_token” comes more than once", "d.e.f"],
    ["error=access_denied&error_description=100%", "“error_description” holds a percent", "100%"],
    ["access_token=t%C3%28&state=s", "“access_token” holds a percent sign", "t%C3%28"],
    ["access_token=t&expires_in=soon", "“expires_in” should be a number of seconds", "soon"],
  ] as const;
  for (const [fragment, sentence, shown] of cases) {
    await page.goto(`./#${fragment}`);
    await expectAlert(page, "The answer cannot be read", sentence);
    await expect(findRegion(page, "Response")).toContainText(shown);
  }

  await expect(page.getByRole("radio", { name: "Access token", exact: true })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "email", exact: true })).toBeChecked();
  await expect(findRegion(page, "Request URL")).toContainText(`${orgUrl}/oauth2/v1/authorize`);
});

test("a fragment that is empty is no answer and no fault", async ({ page, openPage }) => {
  await openPage();
  await page.goto("./#");
  await expect(findSend(page)).toBeEnabled();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(findRegion(page, "Response")).toHaveCount(0);
});

test("an answer that this tab did not ask for is shown, but not believed", async ({
  page,
  context,
  startRequest,
  orgUrl,
}) => {
  const request = await startRequest({ tokenType: "Both" });
  const state = request.searchParams.get("state");
  const idToken = signToken(buildIdTokenClaims(request, orgUrl));
  const answer = `id_token=${idToken}&access_token=${signToken({ cid: "0oa" })}`;
  const otherTab = await context.newPage();
  const cases = [
    [page, answer, "It brings no state (or more than one)"],
    [page, `${answer}&state=${state}x`, "Its state is not the one that this tab sent"],
    [otherTab, `${answer}&state=${state}`, "This tab has no request waiting with that state"],
  ] as const;
  for (const [tab, fragment, sentence] of cases) {
    await tab.goto(`./#${fragment}`);
    await expectAlert(tab, "Nobody here asked for this answer", sentence);
    await expect(findRegion(tab, "ID token")).toContainText("Not to be trusted");
    await expect(
      findRegion(tab, "ID token").getByRole("list", { name: "Groups" }).getByRole("listitem"),
    ).toHaveText(["Everyone", "IT"]);
    await expect(tab.getByText("Its tokens name 00uixa271s6x7qt8I0h7.")).toBeVisible();
    await expect(tab.getByText(/ signed in\.$/)).toHaveCount(0);
    await expect(findRegion(tab, "Where are the groups?")).toContainText("does not know");
    await expect(tab.getByRole("button", { name: "Call UserInfo" })).toHaveCount(0);
  }

  await land(page, request, { error: "access_denied" });
  await expectAlert(page, "Okta refused this person or this app", "without a description");
  await expect(page.getByText("Nobody here asked for this answer")).toHaveCount(0);
  await land(page, request, { error: "access_denied" });
  await expectAlert(page, "This answer has been here before", "An answer counts once");
});

test("a token that can't be decoded is explained, and kept as it came", async ({
  page,
  startRequest,
}) => {
  await startRequest({ tokenType: "ID token" });
  const header = encodePart({ alg: "RS256" });
  const cases = [
    ["one", "this one has 1"],
    [`${header}.two`, "this one has 2"],
    [`${header}.e30.c2ln.four`, "this one has 4"],
    [`${header}.a.b.c.d`, "it is encrypted (JWE)"],
    [`${header}.${encodePart(["groups"])}.c2ln`, "not an object with claims"],
    [`${header}.${encodePart(null)}.c2ln`, "not an object with claims"],
    [`${header}.bm8ganNvbg.c2ln`, "payload is not JSON"],
    [`${header}._____w.c2ln`, "payload is not text (UTF-8)"],
    [`${header}.e30=.c2ln`, "payload is not base64url"],
  ] as const;
  for (const [token, sentence] of cases) {
    await page.goto(`./#id_token=${token}&state=unknown`);
    await expectAlert(page, "The ID token cannot be decoded", sentence);
    await expect(findRegion(page, "ID token")).not.toContainText("Verified");
    await expect(findRegion(page, "Response")).toContainText(token);
  }

  await findRegion(page, "ID token").getByText("as it came").click();
  await expect(findRegion(page, "ID token").getByRole("code")).toHaveText(`${header}.e30=.c2ln`);
});

test("markup in an answer is shown and does not run", async ({ page, startRequest, orgUrl }) => {
  const markup = '<img src="x" onerror="alert(1)"><script>alert(2)</script>';
  const request = await startRequest({ tokenType: "ID token" });
  await page.goto(`./#${new URLSearchParams({ error: markup, error_description: markup })}`);
  await expectAlert(page, markup);

  const claims = {
    ...buildIdTokenClaims(request, orgUrl),
    [markup]: markup,
    groups: [markup, "javascript:alert(3)"],
    constructor: "c",
    website: "javascript:alert(4)",
  };
  // As a text: an object literal would not keep the name.
  const payload = JSON.stringify(claims).replace(/}$/, ',"__proto__":{"groups":["Admins"]}}');
  const token = `${encodePart({ alg: "RS256" })}.${Buffer.from(payload).toString("base64url")}.c2ln`;
  await land(page, request, { id_token: token, [markup]: markup });

  const idToken = findRegion(page, "ID token");
  for (const name of [markup, "__proto__", "constructor"])
    await expect(idToken.getByRole("rowheader", { name, exact: true })).toBeVisible();
  await expect(idToken.getByRole("list", { name: "Groups" }).getByRole("listitem")).toHaveText([
    markup,
    "javascript:alert(3)",
  ]);
  await expect(findRegion(page, "Response")).toContainText(markup);
  await expect(page.getByRole("main").getByRole("img")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "javascript:" })).toHaveCount(0);
});

test("a token of a megabyte, with 20,000 groups, leaves the page quick to use", async ({
  page,
  startRequest,
  orgUrl,
}) => {
  const request = await startRequest({ tokenType: "ID token" });
  const groups = Array.from({ length: 20_000 }, (_, index) => `Department of number ${index + 1}`);
  const claims = { ...buildIdTokenClaims(request, orgUrl), groups };
  await land(page, request, { id_token: signToken(claims) });

  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByText("20000 groups", { exact: true })).toBeVisible();
  await expect(findRegion(page, "Checks").getByRole("listitem").first()).toHaveText(/^Fail/);
  await page.getByRole("checkbox", { name: "phone", exact: true }).check({ timeout: 2000 });
  await expect(findRegion(page, "Request URL")).toContainText("phone", { timeout: 2000 });

  await page.reload();
  await expect(idToken.getByText("20000 groups", { exact: true })).toBeVisible();
  await expect(idToken.getByRole("button", { name: "Show all 20000 groups" })).toBeEnabled();
});

test("an answer with a part of enormous length is shown cut, at once and within the page", async ({
  page,
  openPage,
}) => {
  await openPage();
  const long = "a".repeat(60_000);
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`c${index}`, 1]));
  const cases = [
    [`error=${long}`, "a…"],
    [`error=access_denied&error_description=${long}`, "a…"],
    [`${long}=1&${long}=2`, "a…"],
    [`id_token=${signToken({ sub: long })}`, "Show all 60002 characters"],
    [`id_token=${signToken({ groups: [long] })}`, "Show all 60000 characters"],
    [`id_token=${signToken({ ...many, groups: ["IT"] })}`, "Show all 20001 claims"],
  ] as const;
  for (const [fragment, shown] of cases) {
    await page.goto(`./#${fragment}`);
    await expect(page.getByRole("main")).toContainText(shown);
    await expectToFit(page);
    await page.getByRole("button", { name: "Forget", exact: true }).click({ timeout: 3000 });
  }
});

test("an address and a client ID that can't be right are explained once they are typed, and not sent", async ({
  page,
}) => {
  await page.goto("./");
  await page.getByRole("radio", { name: "My Okta org" }).check();
  const domain = page.getByRole("textbox", { name: "Okta domain" });
  const clientId = page.getByRole("textbox", { name: "Client ID" });
  await expect(domain).not.toHaveAttribute("aria-invalid");
  for (const [typed, sentence] of [
    ["my org", /An address has no spaces in it/],
    ["javascript:alert(1)", /reached over https, not javascript/],
    ["dev-123", /Did you mean dev-123\.okta\.com\?/],
    ["https://user:secret@dev-123.okta.com", /not safe to follow/],
    ["https://{yourOktaDomain}", /in the place of the braces/],
    ["okta.com", /That is Okta’s own site/],
    ["https://%", /This is not a domain/],
  ] as const) {
    await domain.fill(typed);
    await domain.blur();
    await expect(domain).toHaveAttribute("aria-invalid", "true");
    await expect(domain).toHaveAccessibleDescription(sentence);
  }
  await clientId.fill("0oa abc def");
  await findSend(page).click();
  await expect(clientId).toHaveAccessibleDescription(/A client ID has no spaces in it/);
  await expect(page.getByText("Not sent: see the marked field")).toBeVisible();
  await expect(domain).toHaveValue("https://%");
  await expect(clientId).toHaveValue("0oa abc def");
});
