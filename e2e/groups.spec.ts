import { expect, test } from "./fixtures.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { encodePart } from "./support/hand-made-answer.ts";
import { findRegion } from "./support/regions.ts";

test("an ID token that is asked for alone is fat, and its groups stand out", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });

  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByRole("status")).toContainText("Fat ID token");
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(findClaim(idToken, "groups")).toHaveAttribute("data-groups-claim");
  await expect(findClaim(idToken, "amr")).toBeVisible();
  await expect(findClaim(idToken, "amr")).not.toHaveAttribute("data-groups-claim");
  await expect(findRegion(page, "Where are the groups?")).toContainText(
    /2 groups.*ID token, claim groups/,
  );
});

test("both tokens are shown; the ID token is thin, and UserInfo has the groups that it lacks", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({
    tokenType: "Both",
    scopes: ["openid", "profile", "groups"],
  });

  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByRole("status")).toContainText("Thin ID token");
  await expect(findClaim(idToken, "at_hash")).toBeVisible();
  await expect(findClaim(idToken, "groups")).toHaveCount(0);
  await expect(findRegion(page, "Access token")).toBeVisible();
  const answer = findRegion(page, "Where are the groups?");
  await expect(answer).toContainText("No groups came with this answer");
  await expect(answer.getByRole("heading", { name: "The ID token is thin" })).toBeVisible();

  await answer.getByRole("button", { name: "Go to UserInfo" }).click();
  const call = page.getByRole("button", { name: "Call UserInfo", exact: true });
  await expect(call).toBeFocused();
  await call.click();

  const userInfo = findRegion(page, "UserInfo");
  await expect(findGroups(userInfo, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(findClaim(userInfo, "groups")).toHaveAttribute("data-groups-claim");
  await expect(findClaim(userInfo, "groups")).toContainText("Added by UserInfo");
  await expect(findClaim(userInfo, "given_name")).toContainText("Added by UserInfo");
  await expect(findClaim(userInfo, "name")).not.toContainText("Added by UserInfo");
  await expect(answer).toContainText(/2 groups.*UserInfo, claim groups/);
  const comparison = page.getByRole("table", { name: "Comparison" });
  await expect(comparison.getByRole("columnheader")).toHaveText([
    "Claim",
    "Run 1: Thin ID token",
    "Run 1: UserInfo",
  ]);
  // No other region's name holds one of these: who listens for it finds one place.
  for (const name of ["ID token", "Access token", "UserInfo"])
    await expect(page.getByRole("region", { name })).toHaveCount(1);
  await expect(findClaim(idToken, "groups")).toHaveCount(0);
});

test("a custom authorization server's access token carries the groups under the admin's name", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({
    server: "Custom",
    tokenType: "Access token",
    scopes: ["openid"],
    person: "joe.user@example.com",
  });

  const accessToken = findRegion(page, "Access token");
  await expect(findGroups(accessToken, "GroupsClaim")).toHaveText(["Midwest Sales", "Everyone"]);
  await expect(findClaim(accessToken, "GroupsClaim")).toHaveAttribute("data-groups-claim");
  await expect(findClaim(accessToken, "uid")).toContainText("00uzrjisTQK1SlAMB1d5");
  await expect(findClaim(accessToken, "scp")).not.toHaveAttribute("data-groups-claim");
  await expect(findRegion(page, "ID token")).toHaveCount(0);
  await expect(findRegion(page, "Where are the groups?")).toContainText(
    /2 groups.*access token, claim GroupsClaim/i,
  );
});

test("the org authorization server's access token is opaque, and has no groups for who looks inside", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "Access token", scopes: ["openid", "groups"] });

  const accessToken = findRegion(page, "Access token");
  await expect(accessToken).toContainText("Opaque");
  await expect(accessToken).toContainText("no app should read it");
  await expect(accessToken.getByRole("table")).toHaveCount(0);

  await accessToken.getByRole("button", { name: "Look inside all the same" }).click();
  await expect(findClaim(accessToken, "scp")).toContainText('"groups"');
  await expect(accessToken.getByRole("list", { name: "Groups" })).toHaveCount(0);
  await expect(accessToken).toContainText("no app should read it");
  await expect(
    findRegion(page, "Where are the groups?").getByRole("heading", {
      name: "The org’s access tokens never hold groups",
    }),
  ).toBeVisible();
});

test("a request without the groups scope brings none, and one button asks again with it", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile"] });

  const idToken = findRegion(page, "ID token");
  await expect(findClaim(idToken, "name")).toBeVisible();
  await expect(findClaim(idToken, "groups")).toHaveCount(0);
  const answer = findRegion(page, "Where are the groups?");
  await expect(answer.getByRole("heading", { level: 4 }).first()).toHaveText(
    "The groups scope was not asked for",
  );

  await answer.getByRole("button", { name: "Change it and ask again" }).first().click();
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
});

test("a change is made to the request that it is proposed for, whatever was asked since", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ scopes: ["openid"] });
  await sendRequest({ server: "Custom", tokenType: "Access token" });
  await page.getByRole("button", { name: "Show run 1", exact: true }).click();
  await page.getByRole("button", { name: "Change it and ask again" }).first().click();
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone", "IT"]);
});

test("a custom authorization server without a claim for the ID token brings none, and is said to", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({
    server: "Custom",
    tokenType: "ID token",
    scopes: ["openid", "profile"],
  });

  const idToken = findRegion(page, "ID token");
  await expect(findClaim(idToken, "name")).toBeVisible();
  await expect(idToken.getByRole("list", { name: "Groups" })).toHaveCount(0);
  const answer = findRegion(page, "Where are the groups?");
  for (const reason of [
    "The claim may be on the other token",
    "The server may have no groups claim",
    "Maybe none of the person’s groups matches",
  ])
    await expect(answer.getByRole("heading", { name: reason })).toBeVisible();
});

test("an empty list of groups is told apart from a missing one", async ({ page, openPage }) => {
  await openPage();
  const parts = [{ alg: "RS256" }, { sub: "00u1", groups: [] }].map(encodePart);
  const token = [...parts, "c2ln"].join(".");
  await page.goto(`./#id_token=${token}&state=unknown`);

  const claim = findClaim(findRegion(page, "ID token"), "groups");
  await expect(claim).toContainText("Present, but empty");
  await expect(claim).toHaveAttribute("data-groups-claim");
});

test("an ID token that nobody here asked for says itself whether it is fat or thin", async ({
  page,
  openPage,
}) => {
  await openPage();
  const idToken = findRegion(page, "ID token");
  const cases = [
    [{ sub: "00u1", groups: ["IT"] }, "Fat ID token", "has no at_hash"],
    [{ sub: "00u1", at_hash: "x" }, "Thin ID token", "Its at_hash says"],
    [{ sub: "00u1", at_hash: "x", locale: "en-US" }, "Fat ID token", "yet it holds locale"],
  ] as const;
  for (const [claims, verdict, reason] of cases) {
    const token = [{ alg: "RS256" }, claims].map(encodePart).join(".");
    await page.goto(`./#id_token=${token}.c2ln&state=unknown`);
    await expect(page.getByRole("heading", { name: /^What came back/ })).toContainText(verdict);
    await expect(idToken.getByRole("status")).toContainText(verdict);
    await expect(idToken.getByRole("status")).toContainText(reason);
  }
});

test("names that could break a page are shown as they are, one chip a group", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({
    tokenType: "ID token",
    scopes: ["openid", "profile", "groups"],
    person: "hostile.names@example.com",
  });

  const idToken = findRegion(page, "ID token");
  const groups = findGroups(idToken, "groups");
  await expect(groups).toHaveCount(18);
  await expect(findClaim(idToken, "groups")).toContainText("18 groups");
  const names = await groups.allTextContents();
  for (const name of [
    "Sales, EMEA",
    "<script>alert(document.domain)</script>",
    '<img src=x onerror="alert(1)">',
    "Admins\u202egpj.exe",
    "\u200fمهندسون \u2066R&D",
    "👩‍👩‍👧‍👦 Families 🏳️‍🌈",
    "état",
    "管理者",
    "__proto__",
    "  leading and trailing spaces  ",
    "L".repeat(255),
  ])
    expect(names).toContain(name);
  await expect(findClaim(idToken, "name")).toContainText("Zoë <b> O'Néill & “Søn”");
  const answer = findRegion(page, "Where are the groups?");
  await expect(answer).toContainText(/18 groups.*ID token/);
  await expect(page.getByRole("main").getByRole("img")).toHaveCount(0);
});
