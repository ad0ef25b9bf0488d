import { expect, test } from "./fixtures.ts";
import { readClaims, readHeader } from "./support/claims.ts";
import { findRegion } from "./support/regions.ts";
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
    // The guide's user signed in with more than a password.
    ["amr", ["pwd"]],
    ["idp", "00oixa26ycdNcX0VT0h7"],
    ["nonce", expect.stringMatching(/^[\w-]+$/)],
    ["auth_time", seconds],
  ];
}

test("the guide's request for an ID token with groups returns the guide's ID token", async ({
  page,
  sendRequest,
  orgUrl,
}) => {
  await sendRequest({ server: "Org", tokenType: "ID token", scopes: ["openid", "groups"] });

  const idToken = findRegion(page, "ID token");
  expect(await readClaims(idToken)).toEqual([
    ...buildBaseClaims(orgUrl),
    ["groups", ["Everyone", "IT"]],
  ]);
  expect(await readHeader(idToken)).toEqual(header);
});

test("the guide's request for both tokens returns base claims only, and UserInfo has the groups", async ({
  page,
  sendRequest,
  orgUrl,
}) => {
  await sendRequest({ server: "Org", tokenType: "Both", scopes: ["openid", "groups"] });

  expect(await readClaims(findRegion(page, "ID token"))).toEqual([
    ...buildBaseClaims(orgUrl),
    ["at_hash", expect.stringMatching(/^[\w-]{22}$/)],
  ]);

  const userInfo = findRegion(page, "UserInfo");
  await userInfo.getByRole("button", { name: "Call UserInfo", exact: true }).click();
  expect(await readClaims(userInfo)).toEqual([
    ["sub", "00uixa271s6x7qt8I0h7"],
    ["groups", ["Everyone", "IT"]],
  ]);
});

test("the guide's request for an access token with groups returns the guide's access token", async ({
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
    // The guide's server has another audience. A new org's server has this one.
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
