import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  buildIdTokenClaims,
  encodePart,
  land,
  publishOwnKey,
  signToken,
} from "./support/hand-made-answer.ts";
import { findRegion } from "./support/regions.ts";
import { addresses } from "./support/targets.ts";

function findChecks(page: Page, status: "Pass" | "Fail" | "Skipped") {
  return findRegion(page, "Checks")
    .getByRole("listitem")
    .filter({ hasText: new RegExp(`^${status}`) });
}

/** Only these checks failed, each in its own words; and nobody can overlook it. */
async function expectDistrust(page: Page, failures: readonly RegExp[]): Promise<void> {
  await expect(findChecks(page, "Fail")).toHaveText(failures);
  await expect(findChecks(page, "Pass").filter({ hasText: "Metadata" })).toBeVisible();
  const alert = page.getByRole("alert");
  await expect(
    alert.getByRole("heading", { name: "These tokens are not to be trusted" }),
  ).toBeVisible();
  await expect(alert).toContainText("Send the request again");
  const idToken = findRegion(page, "ID token");
  await expect(idToken).toContainText("Not to be trusted");
  await expect(idToken).not.toContainText("Verified");
}

test("a good ID token passes every check and is called verified", async ({ page, sendRequest }) => {
  await sendRequest({ tokenType: "ID token" });

  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByText("Verified", { exact: true })).toBeVisible();
  for (const name of ["State", "Algorithm", "Issuer", "Audience", "Nonce", "Signature", "Metadata"])
    await expect(findChecks(page, "Pass").filter({ hasText: `: ${name}.` })).toBeVisible();
  await expect(findChecks(page, "Fail")).toHaveCount(0);
  await expect(findChecks(page, "Skipped")).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("both tokens of a custom authorization server are verified, and tied together", async ({
  page,
  sendRequest,
}) => {
  await sendRequest({
    server: "Custom",
    tokenType: "Both",
  });

  for (const name of ["ID token", "Access token"])
    await expect(findRegion(page, name).getByText("Verified", { exact: true })).toBeVisible();
  await expect(findChecks(page, "Pass").filter({ hasText: "Access token hash" })).toBeVisible();
  await expect(findChecks(page, "Fail")).toHaveCount(0);
  await expect(findChecks(page, "Skipped")).toHaveText([/Audience.*only that API can say/]);
});

test("a token that expires while it is looked at is not called verified any more", async ({
  page,
  sendRequest,
}) => {
  await page.clock.install();
  await sendRequest({ tokenType: "ID token" });
  const idToken = findRegion(page, "ID token");
  await expect(idToken.getByText("Verified", { exact: true })).toBeVisible();

  await page.clock.fastForward("02:00:00");
  await expectDistrust(page, [/ID token: Expiry\. It expired at .* ago/]);
  await expect(page.getByText("it.user@example.com signed in.")).toBeVisible();
});

test.describe("of tokens that are otherwise as they should be, the page does not trust", () => {
  type Claims = ReturnType<typeof buildIdTokenClaims>;
  const cases: readonly [what: string, change: (claims: Claims) => object, failure: RegExp][] = [
    [
      "one that has expired",
      ({ iat }) => ({ iat: iat - 7200, exp: iat - 3600 }),
      /ID token: Expiry\. It expired at .* ago/,
    ],
    [
      "one that was issued in the future",
      ({ iat }) => ({ iat: iat + 1800 }),
      /ID token: Time of issue\. .* from now/,
    ],
    [
      "one with another request's nonce",
      () => ({ nonce: "another-nonce" }),
      /ID token: Nonce\. Its nonce should be .*, and is .*another-nonce/,
    ],
    [
      "one for another app",
      () => ({ aud: "0oaanotherApp000000h7" }),
      /ID token: Audience\. Its aud should be .*, and is .*0oaanotherApp000000h7/,
    ],
    [
      "one of another issuer",
      () => ({ iss: "https://other.okta.com" }),
      /ID token: Issuer\. Its iss should be .*, and is .*https:\/\/other\.okta\.com/,
    ],
  ];
  for (const [what, change, failure] of cases)
    test(what, async ({ page, startRequest, orgUrl }) => {
      await publishOwnKey(page);
      const request = await startRequest({ tokenType: "ID token" });
      const claims = buildIdTokenClaims(request, orgUrl);
      await land(page, request, { id_token: signToken({ ...claims, ...change(claims) }) });
      await expectDistrust(page, [failure]);
    });
});

test("a token that somebody else signed is not trusted", async ({ page, startRequest, orgUrl }) => {
  const request = await startRequest({ tokenType: "ID token" });
  await land(page, request, { id_token: signToken(buildIdTokenClaims(request, orgUrl)) });
  await expectDistrust(page, [/ID token: Signature\. The issuer publishes no RS256 key/]);
  await expect(page.getByText("The answer names 00uixa271s6x7qt8I0h7.")).toBeVisible();
});

test("an ID token that was given another access token is not trusted", async ({
  page,
  startRequest,
  orgUrl,
}) => {
  await publishOwnKey(page);
  const request = await startRequest({ tokenType: "Both" });
  const claims = { ...buildIdTokenClaims(request, orgUrl), at_hash: "A".repeat(22) };
  await land(page, request, {
    id_token: signToken(claims),
    access_token: signToken({ cid: claims.aud }),
    token_type: "Bearer",
  });
  await expectDistrust(page, [/Access token hash\. .* the two do not belong together/]);
});

test("good tokens in an answer with another state are not trusted", async ({
  page,
  startRequest,
  orgUrl,
}) => {
  await publishOwnKey(page);
  const request = await startRequest({ tokenType: "ID token" });
  const idToken = signToken(buildIdTokenClaims(request, orgUrl));
  await page.goto(`./#id_token=${idToken}&state=another-state`);

  await expect(findChecks(page, "Fail")).toHaveText([/Request: State\. .*not the one that this/]);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Nobody here asked for this answer");
  await expect(alert).toContainText("Its state is not the one that this tab sent");
  const region = findRegion(page, "ID token");
  await expect(region).toContainText("Not to be trusted");
  await expect(region.getByRole("rowheader", { name: "groups" })).toBeVisible();
});

test("what Okta's own SDK lets pass fails, each fault in words of its own", async ({
  page,
  startRequest,
  orgUrl,
}) => {
  await publishOwnKey(page);
  const request = await startRequest({ tokenType: "ID token" });
  const { exp, sub, iat, ...claims } = buildIdTokenClaims(request, orgUrl);
  const lies = { iat: "today", azp: "0oaanotherApp000000h7", nbf: exp };
  const header = { alg: "RS512", crit: ["dance"], dance: true };
  await land(page, request, { id_token: signToken({ ...claims, ...lies }, header) });

  await expectDistrust(page, [
    /Algorithm\. It should be signed with RS256, and says .*RS512/,
    /Critical extensions\. .*dance/,
    /Authorized party\. Its azp should be .*, and is .*0oaanotherApp/,
    /Expiry\. It has no exp/,
    /Time of issue\. Its iat should be a time in seconds, and is .*today/,
    /Not before\. It does not count before/,
    /Subject\. Its sub should be/,
    /Signature\./,
  ]);
});

test("unsigned tokens, and those without an at_hash or with times in words, are not trusted either", async ({
  page,
  startRequest,
  orgUrl,
}) => {
  const request = await startRequest({ tokenType: "Both" });
  const { iat, ...claims } = buildIdTokenClaims(request, orgUrl);
  const parts = [{ alg: "none" }, { ...claims, exp: "tomorrow" }].map(encodePart);
  await land(page, request, { id_token: `${parts.join(".")}.`, access_token: "opaque" });

  await expectDistrust(page, [
    /Algorithm\. It should be signed with RS256, and says .*none/,
    /Expiry\. Its exp should be a time in seconds, and is .*tomorrow/,
    /Time of issue\. It has no iat/,
    /Tie to its access token\. .* it has no at_hash/,
    /Signature\./,
    /Access token hash\. The ID token has no at_hash/,
  ]);
});

test("where the org's keys can't be read, the signature's check is skipped and nothing is called verified", {
  tag: "@node",
}, async ({ page, sendRequest }) => {
  await page.route(`${addresses.nodeOrg}/oauth2/v1/keys`, (route) => route.abort());
  await sendRequest({ tokenType: "ID token" });

  await expect(findChecks(page, "Skipped")).toHaveText([
    /ID token: Signature\. The server’s keys could not be read/,
  ]);
  await expect(findChecks(page, "Pass").filter({ hasText: "Nonce" })).toBeVisible();
  const idToken = findRegion(page, "ID token");
  await expect(idToken).toContainText("Decoded, not verified");
});
