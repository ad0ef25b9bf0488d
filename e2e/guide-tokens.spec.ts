import type { Locator } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { readClaims } from "./support/claims.ts";
import { findRegion } from "./support/regions.ts";
import { nodeOrg } from "./support/targets.ts";

/*
 * The tokens that Okta shows decoded in "Customize tokens returned from Okta with a Groups claim": each claim in its
 * place, with the guide's value. What only the guide's own moment made of a claim is described instead.
 */
const seconds = expect.any(Number);

/** The guide's headers have the key first, and nothing but these two. */
async function expectHeader(token: Locator): Promise<void> {
  await token.getByText("Header").click();
  const header = token.getByRole("group").filter({ hasText: "Header" });
  await expect(header.getByRole("term")).toHaveText(["kid", "alg"]);
  await expect(header.getByRole("definition")).toContainText([/^"[\w-]{43}"/, /^"RS256"/]);
}

function buildBaseClaims(issuer: string) {
  return [
    ["sub", "00uixa271s6x7qt8I0h7"],
    ["ver", 1],
    ["iss", issuer],
    ["aud", nodeOrg.clientId],
    ["iat", seconds],
    ["exp", seconds],
    ["jti", expect.stringMatching(/^ID\.[\w-]{43}$/)],
    // The guide's person had more to show than a password.
    ["amr", ["pwd"]],
    ["idp", "00oixa26ycdNcX0VT0h7"],
    ["nonce", expect.stringMatching(/^[\w-]+$/)],
    ["auth_time", seconds],
  ];
}

test("the guide's request for an ID token with groups gives the guide's ID token", async ({
  page,
  sendRequest,
  orgUrl,
}) => {
  await sendRequest({
    server: "Org",
    tokenType: "ID token",
    scopes: ["openid", "groups"],
  });

  const idToken = findRegion(page, "ID token");
  expect(await readClaims(idToken)).toEqual([
    ...buildBaseClaims(orgUrl),
    ["groups", ["Everyone", "IT"]],
  ]);
  await expectHeader(idToken);
});

test("the guide's request for both tokens gives base claims alone, and UserInfo has the groups", async ({
  page,
  sendRequest,
  orgUrl,
}) => {
  await sendRequest({
    server: "Org",
    tokenType: "Both",
    scopes: ["openid", "groups"],
  });

  const idToken = findRegion(page, "ID token");
  expect(await readClaims(idToken)).toEqual([
    ...buildBaseClaims(orgUrl),
    ["at_hash", expect.stringMatching(/^[\w-]{22}$/)],
  ]);

  await page.getByRole("button", { name: "Call UserInfo", exact: true }).click();
  expect(await readClaims(findRegion(page, "UserInfo"))).toEqual([
    ["sub", "00uixa271s6x7qt8I0h7"],
    ["groups", ["Everyone", "IT"]],
  ]);
});

test("the guide's request for an access token with groups gives the guide's access token", async ({
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
  expect(await readClaims(accessToken)).toEqual([
    ["ver", 1],
    ["jti", expect.stringMatching(/^AT\.[\w-]{43}$/)],
    ["iss", `${orgUrl}/oauth2/default`],
    // The guide's server was set to another audience. This is what a new org's has.
    ["aud", "api://default"],
    ["iat", seconds],
    ["exp", seconds],
    ["cid", nodeOrg.clientId],
    ["uid", "00uzrjisTQK1SlAMB1d5"],
    ["scp", ["openid"]],
    // Newer than the guide's sample: Okta tells the time of sign-in here, too.
    ["auth_time", seconds],
    ["sub", "joe.user@example.com"],
    ["GroupsClaim", ["Midwest Sales", "Everyone"]],
  ]);
  await expectHeader(accessToken);
});
