import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { findRegion, findSend, findVerdict, findVerdictHeading } from "./support/regions.ts";
import { findChecks, openChecks } from "./support/result-details.ts";
import { nodeOrg } from "./support/targets.ts";
import { buildIdTokenClaims, openWithResponse, signToken } from "./support/test-response.ts";

function findVerified(page: Page, slot: "ID token" | "Access token") {
  return findRegion(page, slot).getByText("Verified", { exact: true });
}

/** Expects exactly these failed checks, and a verdict that warns and doesn't say where groups are. */
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

test("a valid ID token passes every check and is called verified, until it expires @worker", async ({
  page,
  sendRequest,
}) => {
  await page.clock.install();
  await sendRequest({ tokenType: "ID token", scopes: ["openid", "profile", "groups"] });

  await expect(findVerified(page, "ID token")).toBeVisible();
  await openChecks(page);
  for (const name of ["State", "Algorithm", "Issuer", "Audience", "Nonce", "Signature", "Metadata"])
    await expect(findChecks(page, "Pass").filter({ hasText: `: ${name}` })).toBeVisible();
  await expect(findChecks(page, "Fail")).toHaveCount(0);
  await expect(findChecks(page, "Skipped")).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(findVerdict(page)).toContainText("it.user@example.com signed in.");

  await page.clock.fastForward("01:30:00");
  await expect(findVerified(page, "ID token")).toHaveCount(0);
  await expect(findRegion(page, "ID token")).toContainText("Expired");
  await expect(findVerdictHeading(page)).toContainText("expired");
  await expectDistrust(page, [/ID token: Expiry/]);
});

test("both tokens of a custom authorization server are verified, and belong together", {
  tag: "@node",
}, async ({ page, sendRequest }) => {
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
  // The page can't know the audience, which only the API knows.
  await expect(findChecks(page, "Skipped")).toHaveText([/Audience/]);
});

test("each fault of a token fails its own check, and the request can be sent again", {
  tag: "@worker",
}, async ({ page, startRequest, orgUrl }) => {
  const request = await startRequest({ tokenType: "ID token" });
  const { exp, sub, iat, ...claims } = buildIdTokenClaims(request, orgUrl);
  const faults = {
    iss: "https://other.okta.com",
    aud: "0oaanotherApp000000h7",
    azp: "0oathirdApp0000000h7",
    nonce: "another-nonce",
    iat: "today",
    nbf: exp,
  };
  const header = { alg: "RS512", crit: ["unknown"], unknown: true };
  await openWithResponse(page, request, { id_token: signToken({ ...claims, ...faults }, header) });

  await expectDistrust(page, [
    /Algorithm.*RS512/,
    /Critical.*unknown/i,
    /Issuer.*https:\/\/other\.okta\.com/,
    /Audience.*0oaanotherApp/,
    /azp.*0oathirdApp/,
    /Nonce.*another-nonce/,
    /Expiry/,
    /iat.*today/,
    /Not before/,
    /Subject/,
    /Signature/,
  ]);
  await expect(findRegion(page, "ID token")).toContainText("Failed check");
  await findVerdict(page).getByRole("button", { name: /^Send/ }).click();
  await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
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
