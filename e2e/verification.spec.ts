import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findGroups } from "./support/claims.ts";
import { findRegion, findSend, findVerdict, findVerdictHeading } from "./support/regions.ts";
import { findChecks, openChecks } from "./support/result-details.ts";
import { addresses, nodeOrg } from "./support/targets.ts";
import {
  buildIdTokenClaims,
  encodePart,
  openWithResponse,
  publishTestKey,
  signToken,
} from "./support/test-response.ts";

function findVerified(page: Page, slot: "ID token" | "Access token") {
  return findRegion(page, slot).getByText("Verified", { exact: true });
}

/** Expects exactly these failed checks, and a verdict that warns before it says anything about groups. */
async function expectDistrust(page: Page, failures: readonly RegExp[]): Promise<void> {
  await openChecks(page);
  const failed = findChecks(page, "Fail");
  await expect(failed).toHaveCount(failures.length);
  for (const failure of failures) await expect(failed.filter({ hasText: failure })).toBeVisible();
  await expect(findVerdict(page).getByRole("alert")).toBeVisible();
  await expect(findVerdictHeading(page)).not.toContainText("Groups are in");
  await expect(findVerdict(page)).not.toContainText("signed in.");
  await expect(findVerified(page, "ID token")).toHaveCount(0);
}

test("a valid ID token passes every check and is called verified", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });

  await expect(findVerified(page, "ID token")).toBeVisible();
  await openChecks(page);
  for (const name of ["State", "Algorithm", "Issuer", "Audience", "Nonce", "Signature", "Metadata"])
    await expect(findChecks(page, "Pass").filter({ hasText: `: ${name}` })).toBeVisible();
  await expect(findChecks(page, "Fail")).toHaveCount(0);
  await expect(findChecks(page, "Skipped")).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(findVerdict(page)).toContainText("it.user@example.com signed in.");
});

test("both tokens of a custom authorization server are verified, and belong together", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({ server: "Custom", tokenType: "Both", scopes: ["openid", "profile"] });

  await expect(findVerified(page, "ID token")).toBeVisible();
  await expect(findVerified(page, "Access token")).toBeVisible();
  await openChecks(page);
  await expect(
    findChecks(page, "Pass")
      .filter({ hasText: /at_hash/ })
      .first(),
  ).toBeVisible();
  await expect(findChecks(page, "Fail")).toHaveCount(0);
  // Only the API knows its audience.
  await expect(findChecks(page, "Skipped")).toHaveText([/Audience/]);
});

test("a token that expires while it is shown is no longer called verified @worker", async ({
  page,
  sendRequest,
}) => {
  await page.clock.install();
  await sendRequest({ tokenType: "ID token" });
  await expect(findVerified(page, "ID token")).toBeVisible();

  await page.clock.fastForward("01:30:00");
  await expect(findVerified(page, "ID token")).toHaveCount(0);
  await expect(findRegion(page, "ID token")).toContainText("Expired");
  await expect(findVerdictHeading(page)).toContainText("expired");
  await expectDistrust(page, [/ID token: Expiry/]);
});

test.describe("a token that is otherwise valid is not trusted", { tag: "@worker" }, () => {
  type Claims = ReturnType<typeof buildIdTokenClaims>;
  const cases: readonly [title: string, change: (claims: Claims) => object, failure: RegExp][] = [
    [
      "after it expired",
      ({ iat }) => ({ iat: iat - 7200, exp: iat - 600 }),
      /ID token: Expiry.*expired/,
    ],
    [
      "with the nonce of another request",
      () => ({ nonce: "another-nonce" }),
      /ID token: Nonce.*another-nonce/,
    ],
    [
      "for another app",
      () => ({ aud: "0oaanotherApp000000h7" }),
      /ID token: Audience.*0oaanotherApp000000h7/,
    ],
    [
      "from another issuer",
      () => ({ iss: "https://other.okta.com" }),
      /ID token: Issuer.*https:\/\/other\.okta\.com/,
    ],
  ];
  for (const [title, change, failure] of cases)
    test(title, async ({ page, startRequest, orgUrl }) => {
      await publishTestKey(page);
      const request = await startRequest({ tokenType: "ID token" });
      const claims = buildIdTokenClaims(request, orgUrl);
      const idToken = signToken({ ...claims, ...change(claims) });
      await openWithResponse(page, request, { id_token: idToken });
      await expectDistrust(page, [failure]);
      await expect(findRegion(page, "ID token")).toContainText(/Failed check|Expired/);
      await findVerdict(page).getByRole("button", { name: /^Send/ }).click();
      await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
    });
});

test("a token signed by someone else is not trusted", async ({ page, startRequest, orgUrl }) => {
  const request = await startRequest({ tokenType: "ID token" });
  const idToken = signToken(buildIdTokenClaims(request, orgUrl));
  await openWithResponse(page, request, { id_token: idToken });
  await expectDistrust(page, [/ID token: Signature/]);
  await expect(findVerdictHeading(page)).toContainText("signature");
});

test("tokens that do not belong together are not trusted, and UserInfo is not called", async ({
  page,
  startRequest,
  orgUrl,
}) => {
  await publishTestKey(page);
  const request = await startRequest({ server: "Custom", tokenType: "Both", scopes: ["openid"] });
  const issuer = `${orgUrl}/oauth2/default`;
  const { aud, iat, exp, ...claims } = buildIdTokenClaims(request, issuer);
  await openWithResponse(page, request, {
    id_token: signToken({ ...claims, aud, iat, exp, at_hash: "A".repeat(22) }),
    access_token: signToken({ cid: aud, iss: issuer, iat, exp }),
    token_type: "Bearer",
  });
  await expectDistrust(page, [/at_hash/]);
  const call = findRegion(page, "UserInfo").getByRole("button", { name: "Call UserInfo" });
  await expect(call).toBeDisabled();
  await expect(call).toHaveAccessibleDescription(/two tokens do not belong together/);
});

test("each fault that Okta's SDK accepts fails a check of its own", { tag: "@worker" }, async ({
  page,
  startRequest,
  orgUrl,
}) => {
  await publishTestKey(page);
  const request = await startRequest({ tokenType: "ID token" });
  const { exp, sub, iat, ...claims } = buildIdTokenClaims(request, orgUrl);
  const faults = { iat: "today", azp: "0oaanotherApp000000h7", nbf: exp };
  const header = { alg: "RS512", crit: ["unknown"], unknown: true };
  await openWithResponse(page, request, { id_token: signToken({ ...claims, ...faults }, header) });

  await expectDistrust(page, [
    /Algorithm.*RS512/,
    /Critical.*unknown/i,
    /azp.*0oaanotherApp/,
    /Expiry/,
    /iat.*today/,
    /Not before/,
    /Subject/,
    /Signature/,
  ]);
});

test("an unsigned token is not trusted", { tag: "@worker" }, async ({
  page,
  startRequest,
  orgUrl,
}) => {
  const request = await startRequest({ tokenType: "ID token" });
  const parts = [{ alg: "none" }, buildIdTokenClaims(request, orgUrl)].map(encodePart);
  await openWithResponse(page, request, { id_token: `${parts.join(".")}.` });
  await expectDistrust(page, [/Algorithm.*none/, /Signature/]);
});

test("a response without a requested token is not trusted", { tag: "@worker" }, async ({
  page,
  startRequest,
  orgUrl,
}) => {
  await publishTestKey(page);
  const request = await startRequest({ tokenType: "Both" });
  const idToken = signToken(buildIdTokenClaims(request, orgUrl));
  await openWithResponse(page, request, { id_token: idToken });
  await expectDistrust(page, [/Returned tokens/]);
  await expect(findVerdictHeading(page)).toContainText(
    "has no access token, but you requested one",
  );
});

test("keys that can't be loaded leave a token unverified, and UserInfo can be called after a warning", {
  tag: "@node",
}, async ({ page, sendRequest }) => {
  await page.route(`${addresses.nodeOrg}/oauth2/v1/keys`, (route) => route.abort());
  await sendRequest({ tokenType: "Both", scopes: ["openid", "groups"] });

  await openChecks(page);
  await expect(
    findChecks(page, "Skipped").filter({ hasText: "ID token: Signature" }),
  ).toBeVisible();
  await expect(findChecks(page, "Pass").filter({ hasText: "Nonce" })).toBeVisible();
  await expect(findRegion(page, "ID token")).toContainText("Not verified");
  await expect(findVerified(page, "ID token")).toHaveCount(0);

  const userInfo = findRegion(page, "UserInfo");
  const call = userInfo.getByRole("button", { name: "Call UserInfo" });
  await expect(call).toHaveAccessibleDescription(/keys/);
  await call.click();
  await expect(findGroups(userInfo, "groups")).toHaveText(["Everyone", "IT"]);
});

test("an org that forwards the request to another org does not get that org's access token", {
  tag: "@node",
}, async ({ page, signIn }) => {
  const attacker = "https://dev-666.okta.com";
  const calls: string[] = [];
  await page.route(`${attacker}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    calls.push(pathname);
    const headers = { "access-control-allow-origin": "*" };
    if (pathname.endsWith("/v1/authorize"))
      return route.fulfill({
        status: 302,
        headers: { location: `${nodeOrg.url}${pathname}${search}` },
      });
    const metadata = {
      issuer: attacker,
      authorization_endpoint: `${attacker}/oauth2/v1/authorize`,
      userinfo_endpoint: `${attacker}/oauth2/v1/userinfo`,
      jwks_uri: `${attacker}/oauth2/v1/keys`,
    };
    return route.fulfill({ json: pathname.endsWith("/keys") ? { keys: [] } : metadata, headers });
  });
  await page.goto(`./?org=dev-666.okta.com&client_id=${nodeOrg.clientId}&token=token`);
  await findSend(page).click();
  await signIn();

  await expect(findVerdictHeading(page)).toContainText("another issuer");
  const call = findRegion(page, "UserInfo").getByRole("button", { name: "Call UserInfo" });
  await expect(call).toBeDisabled();
  await expect(call).toHaveAccessibleDescription(/access token failed a check: iss should be/);
  await openChecks(page);
  await expect(findChecks(page, "Fail")).toHaveText([/Access token: Issuer.*localhost:8080/]);
  expect(calls.filter((path) => path.endsWith("/userinfo"))).toEqual([]);
});
