import { expect, test } from "./fixtures.ts";
import { findClaim, findGroups, readClaims, readHeader } from "./support/claims.ts";
import { findRegion, findTable, findVerdict, findVerdictHeading } from "./support/regions.ts";
import { nodeOrg } from "./support/targets.ts";

/*
 * The decoded tokens in Okta's guide "Customize tokens returned from Okta with a Groups claim": the same claims in the
 * same order, with the guide's values. Values that differ at every sign-in are matched by a pattern.
 */
const seconds = expect.any(Number);

/** The guide's headers have these two members in this order. */
const header = [
  ["kid", expect.stringMatching(/^[\w-]{43}$/)],
  ["alg", "RS256"],
];

function buildBaseClaims(issuer: string) {
  return [
    ["sub", "00uixa271s6x7qt8I0h7"],
    ["ver", 1],
    ["iss", issuer],
    ["aud", nodeOrg.clientId],
    ["iat", seconds],
    ["exp", seconds],
    ["jti", expect.stringMatching(/^ID\.[\w-]{43}$/)],
    // Differs from the guide, whose user signed in with more than a password.
    ["amr", ["pwd"]],
    ["idp", "00oixa26ycdNcX0VT0h7"],
    ["nonce", expect.stringMatching(/^[\w-]+$/)],
    ["auth_time", seconds],
  ];
}

test("the guide's requests at the org server return its fat and its thin ID token, whose groups UserInfo has", {
  tag: "@worker",
}, async ({ page, sendRequest, orgUrl }) => {
  await sendRequest({ server: "Org", tokenType: "ID token", scopes: ["openid", "groups"] });

  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByRole("status")).toContainText("Fat ID token");
  await expect(findTable(idToken, "Claims").getByRole("rowheader").first()).toHaveText("groups");
  await expect(findGroups(idToken, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(findClaim(idToken, "groups")).toHaveAttribute("data-groups-claim");
  await expect(findClaim(idToken, "amr")).not.toHaveAttribute("data-groups-claim");
  await expect(
    idToken.getByRole("img", { name: /^Weight strip: \d+ claims, 1 groups claim, 0 left out/ }),
  ).toBeVisible();
  await expect(findVerdictHeading(page)).toContainText("the ID token");
  await expect(findVerdict(page).getByRole("listitem")).toHaveText(["Everyone", "IT"]);

  expect(await readClaims(idToken)).toEqual([
    ...buildBaseClaims(orgUrl),
    ["groups", ["Everyone", "IT"]],
  ]);
  expect(await readHeader(idToken)).toEqual(header);

  await sendRequest({ tokenType: "Both" });
  const userInfo = findRegion(page, "UserInfo");
  const verdict = findVerdict(page);
  await expect(idToken.getByRole("status")).toContainText("Thin ID token");
  await expect(findRegion(page, "Access token")).toContainText("Opaque");
  await expect(findVerdictHeading(page)).toContainText(/thin/i);
  expect(await readClaims(idToken)).toEqual([
    ...buildBaseClaims(orgUrl),
    ["at_hash", expect.stringMatching(/^[\w-]{22}$/)],
  ]);

  await verdict.getByRole("button", { name: "Call UserInfo", exact: true }).click();
  await expect(findGroups(userInfo, "groups")).toHaveText(["Everyone", "IT"]);
  await expect(findClaim(userInfo, "groups")).toContainText("Added by UserInfo");
  await expect(findClaim(userInfo, "sub")).not.toContainText("Added by UserInfo");
  await expect(findVerdictHeading(page)).toContainText("UserInfo");
  await expect(verdict.getByRole("listitem").filter({ hasText: "IT" })).toBeVisible();
  expect(await readClaims(userInfo)).toEqual([
    ["sub", "00uixa271s6x7qt8I0h7"],
    ["groups", ["Everyone", "IT"]],
  ]);
  // The ID token counts the claims that only UserInfo has as left out.
  await expect(
    idToken.getByRole("img", { name: /^Weight strip: .* 0 groups claims, 1 left out/ }),
  ).toBeVisible();
  // Each of these names belongs to one region only.
  for (const name of ["ID token", "Access token", "UserInfo"])
    await expect(page.getByRole("region", { name })).toHaveCount(1);
});

test("the guide's request for an access token with groups returns the guide's access token @worker", async ({
  page,
  sendRequest,
  orgUrl,
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
  await expect(findClaim(accessToken, "scp")).not.toHaveAttribute("data-groups-claim");
  await expect(findRegion(page, "ID token").getByRole("table")).toHaveCount(0);
  await expect(findVerdictHeading(page)).toContainText("the access token");
  await expect(findVerdict(page)).toContainText("GroupsClaim");
  expect(await readClaims(accessToken)).toEqual([
    ["ver", 1],
    ["jti", expect.stringMatching(/^AT\.[\w-]{43}$/)],
    ["iss", `${orgUrl}/oauth2/default`],
    // Differs from the guide: this is the audience of a new org's server.
    ["aud", "api://default"],
    ["iat", seconds],
    ["exp", seconds],
    ["cid", nodeOrg.clientId],
    ["uid", "00uzrjisTQK1SlAMB1d5"],
    ["scp", ["openid"]],
    // Okta added this claim after the guide's sample was made.
    ["auth_time", seconds],
    ["sub", "joe.user@example.com"],
    ["GroupsClaim", ["Midwest Sales", "Everyone"]],
  ]);
  expect(await readHeader(accessToken)).toEqual(header);
});
