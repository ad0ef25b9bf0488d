import { expect, test } from "./fixtures.ts";
import { findClaim, findGroups } from "./support/claims.ts";
import { findRegion, findRuns, findVerdict, findVerdictHeading } from "./support/regions.ts";

test("the verdict's button changes the request of the shown run, and sends the changed request @worker", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile"] });
  const idToken = findRegion(page, "ID token");
  const verdict = findVerdict(page);
  await expect(findClaim(idToken, "name")).toBeVisible();
  await expect(findClaim(idToken, "groups")).toHaveCount(0);
  await expect(findVerdictHeading(page)).toContainText(/groups scope/i);

  await sendRequest({ server: "Custom" });
  await expect(findClaim(idToken, "name")).toBeVisible();
  await expect(idToken.getByRole("list", { name: "Groups" })).toHaveCount(0);
  await expect(findVerdictHeading(page)).toContainText("GroupsClaim is on the access token");

  await findRuns(page).first().click();
  await verdict.getByRole("button", { name: /groups scope/i }).click();
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);

  await findRuns(page).nth(1).click();
  await verdict.getByRole("button", { name: "Request the access token only" }).click();
  await expect(findGroups(findRegion(page, "Access token"), "GroupsClaim")).toHaveText([
    "Everyone",
    "IT",
  ]);
});

test("group names that could break a page are shown as text, with one chip per group @worker", async ({
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
