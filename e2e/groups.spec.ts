import { expect, test } from "./fixtures.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import {
  findRegion,
  findRuns,
  findTable,
  findVerdict,
  findVerdictHeading,
} from "./support/regions.ts";

test("an ID token requested alone is fat, and its groups come first", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });

  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByRole("status")).toContainText("Fat ID token");
  await expect(findTable(idToken, "Claims").getByRole("rowheader").first()).toHaveText("groups");
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(findClaim(idToken, "groups")).toHaveAttribute("data-groups-claim");
  await expect(findClaim(idToken, "amr")).toBeVisible();
  await expect(findClaim(idToken, "amr")).not.toHaveAttribute("data-groups-claim");
  await expect(
    idToken.getByRole("img", { name: /^Weight strip: \d+ claims, 1 groups claim, 0 left out/ }),
  ).toBeVisible();

  await expect(findVerdictHeading(page)).toContainText("the ID token");
  const named = findVerdict(page).getByRole("listitem");
  await expect(named.filter({ hasText: "Everyone" })).toBeVisible();
  await expect(named.filter({ hasText: "IT" })).toBeVisible();
});

test("with an access token the ID token is thin, and the verdict's button gets the groups from UserInfo", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "Both", scopes: ["openid", "profile", "groups"] });

  const idToken = findRegion(page, "ID token");
  const userInfo = findRegion(page, "UserInfo");
  const verdict = findVerdict(page);
  await expect(idToken.getByRole("status")).toContainText("Thin ID token");
  await expect(findClaim(idToken, "at_hash")).toBeVisible();
  await expect(findClaim(idToken, "groups")).toHaveCount(0);
  await expect(findVerdictHeading(page)).toContainText(/thin/i);

  await verdict.getByRole("button", { name: "Call UserInfo", exact: true }).click();
  await expect(findGroups(userInfo, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(findClaim(userInfo, "groups")).toHaveAttribute("data-groups-claim");
  for (const claim of ["groups", "given_name"])
    await expect(findClaim(userInfo, claim)).toContainText("Added by UserInfo");
  await expect(findClaim(userInfo, "name")).not.toContainText("Added by UserInfo");
  await expect(findVerdictHeading(page)).toContainText("UserInfo");
  await expect(verdict.getByRole("listitem").filter({ hasText: "IT" })).toBeVisible();

  // Each claim that UserInfo adds is one that the ID token left out.
  await expect(
    idToken.getByRole("img", { name: /^Weight strip: .* 0 groups claims, [1-9]\d* left out/ }),
  ).toBeVisible();
  await expect(findClaim(idToken, "groups")).toHaveCount(0);
  // No other region has one of these names.
  for (const name of ["ID token", "Access token", "UserInfo"])
    await expect(page.getByRole("region", { name })).toHaveCount(1);
});

test("a custom authorization server's access token has the groups under the admin's claim name", async ({
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
  await expect(findRegion(page, "ID token").getByRole("table")).toHaveCount(0);
  await expect(findVerdictHeading(page)).toContainText("the access token");
  await expect(findVerdict(page)).toContainText("GroupsClaim");
});

test("the org server's access token is opaque, and has no groups when decoded anyway", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "Access token", scopes: ["openid", "groups"] });

  const accessToken = findRegion(page, "Access token");
  await expect(accessToken).toContainText("Opaque");
  await expect(accessToken.getByRole("table")).toHaveCount(0);

  await accessToken.getByRole("button", { name: "Decode anyway" }).click();
  await expect(findClaim(accessToken, "scp")).toContainText('"groups"');
  await expect(accessToken.getByRole("list", { name: "Groups" })).toHaveCount(0);
  await expect(accessToken).toContainText("Opaque");
});

test("the verdict's button adds the groups scope and sends the request", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile"] });

  const idToken = findRegion(page, "ID token");
  await expect(findClaim(idToken, "name")).toBeVisible();
  await expect(findClaim(idToken, "groups")).toHaveCount(0);
  await expect(findVerdictHeading(page)).toContainText(/groups scope/i);

  await findVerdict(page)
    .getByRole("button", { name: /groups scope/i })
    .click();
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
});

test("the verdict's button changes the request of the run it belongs to", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ scopes: ["openid"] });
  await sendRequest({ server: "Custom", tokenType: "Access token" });
  await findRuns(page).first().click();
  await findVerdict(page)
    .getByRole("button", { name: /groups scope/i })
    .click();
  await expect(findGroups(findRegion(page, "ID token"), "groups")).toHaveText(["Everyone", "IT"]);
});

test("without a groups claim for the ID token, the verdict's button requests the access token", async ({
  page,
  sendRequest,
}, { project }) => {
  await sendRequest({ server: "Custom", tokenType: "ID token", scopes: ["openid", "profile"] });

  const idToken = findRegion(page, "ID token");
  await expect(findClaim(idToken, "name")).toBeVisible();
  await expect(idToken.getByRole("list", { name: "Groups" })).toHaveCount(0);
  const verdict = findVerdict(page);
  if (project.name === "worker") {
    await expect(findVerdictHeading(page)).toContainText("GroupsClaim is on the access token");
  } else {
    await expect(findVerdictHeading(page)).toContainText("may have no groups claim");
    await verdict.getByText(/Other possible causes/).click();
    await expect(verdict.getByRole("heading", { level: 3 }).first()).toBeVisible();
  }
  await verdict.getByRole("button", { name: "Request the access token only" }).click();
  await expect(findGroups(findRegion(page, "Access token"), "GroupsClaim")).toHaveText([
    "Everyone",
    "IT",
  ]);
});

test("group names that could break a page are shown as they are, one chip a group", async ({
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
  await expect(groups.filter({ hasText: "Everyone" })).toBeVisible();
  const names = await groups.allTextContents();
  for (const name of [
    "Sales, EMEA",
    "<script>alert(document.domain)</script>",
    '<img src=x onerror="alert(1)">',
    // Characters that hide or reorder text are shown as code points.
    "AdminsU+202Egpj.exe",
    "U+200Fمهندسون U+2066R&D",
    "👩‍👩‍👧‍👦 Families 🏳️‍🌈",
    "état",
    "管理者",
    "__proto__",
    "L".repeat(255),
  ])
    expect(names).toContain(name);
  await expect(findClaim(idToken, "name")).toContainText("Zoë <b> O'Néill & “Søn”");
  await expect(findVerdict(page)).toContainText("Sales, EMEA");
  await expect(page.getByRole("main").locator("img")).toHaveCount(0);
});
