import type { OktaAuthOptions, TokenParams } from "@okta/okta-auth-js";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { allowRefreshTokens } from "./support/allow-refresh-tokens.ts";
import { type OrgProcess, startOrgProcess } from "./support/org-process.ts";
import { type SdkPage, startSdkPage } from "./support/sdk-page.ts";
import { nodeOrg } from "./support/targets.ts";

// Run in one worker process, so that all of these tests share one org.
test.describe.configure({ mode: "default" });

let app: SdkPage;
let org: OrgProcess;
test.beforeAll(async () => {
  app = await startSdkPage();
  org = await startOrgProcess([app.url, app.signedOutUrl]);
  await allowRefreshTokens(org.url, nodeOrg.clientId);
});
test.afterAll(async () => {
  await org?.stop();
  await app?.close();
});

type Options = Partial<OktaAuthOptions>;

/** Creates the SDK's client, as the page's own script would on every load. */
async function startSdk(page: Page, change: Options): Promise<void> {
  const options: OktaAuthOptions = {
    issuer: org.url,
    clientId: nodeOrg.clientId,
    redirectUri: app.url,
    postLogoutRedirectUri: app.signedOutUrl,
    ...change,
  };
  await page.evaluate((given) => {
    window.sdk = new window.OktaAuth(given);
  }, options);
}

/** Signs in by redirect and gives the tokens to the SDK's token manager. */
async function signIn(page: Page, options: Options, request: TokenParams): Promise<void> {
  await page.goto(app.url);
  await startSdk(page, options);
  // Don't await the call, because the redirect ends the evaluation.
  await page.evaluate((given) => void window.sdk.token.getWithRedirect(given), request);
  await page.getByRole("button", { name: nodeOrg.username, exact: true }).click();
  await page.waitForURL((url) => url.origin === new URL(app.url).origin);
  await startSdk(page, options);
  await page.evaluate(async () => {
    const { tokens } = await window.sdk.token.parseFromUrl();
    window.sdk.tokenManager.setTokens(tokens);
  });
}

const readTokens = (page: Page) => page.evaluate(() => window.sdk.tokenManager.getTokensSync());

/** Requests tokens in a hidden frame. @returns "granted", or the error's code. */
const requestSilently = (page: Page): Promise<string> =>
  page.evaluate(() =>
    window.sdk.token.getWithoutPrompt().then(
      () => "granted",
      ({ errorCode, message }) => errorCode ?? message,
    ),
  );

const groups = ["Everyone", "IT"];
const scopes = ["openid", "profile", "groups"];

for (const { flow, options, request } of [
  {
    flow: "the implicit flow",
    options: { pkce: false },
    request: { responseType: ["id_token", "token"], scopes },
  },
  { flow: "the code flow with PKCE", options: { pkce: true }, request: { scopes } },
] satisfies { flow: string; options: Options; request: TokenParams }[]) {
  test.describe(`Okta's SDK on another page, with ${flow}`, { tag: "@node" }, () => {
    test("signs in, calls UserInfo, renews a token in a hidden frame, and signs out", async ({
      page,
    }) => {
      await signIn(page, options, request);
      const before = await readTokens(page);
      expect(before.idToken?.claims).toMatchObject({ iss: org.url, name: "Ingrid Holm" });
      const userInfo = await page.evaluate(() => window.sdk.token.getUserInfo());
      expect(userInfo).toMatchObject({ groups, preferred_username: nodeOrg.username });

      await page.evaluate(() => window.sdk.tokenManager.renew("idToken"));
      const { accessToken, idToken } = await readTokens(page);
      expect(idToken?.claims.sub).toBe(before.idToken?.claims.sub);
      expect(idToken?.idToken).not.toBe(before.idToken?.idToken);
      expect(await page.evaluate(() => window.sdk.session.exists())).toBe(true);
      expect(await requestSilently(page)).toBe("granted");

      await page.evaluate(() => void window.sdk.signOut());
      await page.waitForURL(`${app.signedOutUrl}#`);
      await startSdk(page, options);
      expect(await requestSilently(page)).toBe("login_required");
      const error = await page.evaluate(
        ([access, id]) => window.sdk.token.getUserInfo(access, id).catch(({ name }) => name),
        [accessToken, idToken] as const,
      );
      expect(error).toBe("OAuthError");
    });

    test("signs in with a popup, gets the groups in a custom server's access token, and closes the session", async ({
      page,
    }) => {
      await page.goto(app.url);
      await startSdk(page, options);
      const opened = page.waitForEvent("popup");
      const signedIn = page.evaluate(async (given) => {
        const { tokens } = await window.sdk.token.getWithPopup(given);
        return tokens.idToken?.claims;
      }, request);
      const popup = await opened;
      await popup.getByRole("button", { name: nodeOrg.username, exact: true }).click();
      expect(await signedIn).toMatchObject({ iss: org.url, name: "Ingrid Holm" });

      const issuer = `${org.url}/oauth2/default`;
      await startSdk(page, { ...options, issuer });
      const claims = await page.evaluate(
        async (given) => {
          const { tokens } = await window.sdk.token.getWithoutPrompt(given);
          const { accessToken } = tokens;
          return accessToken && window.sdk.token.decode(accessToken.accessToken).payload;
        },
        { ...request, scopes: ["openid"] },
      );
      expect(claims).toMatchObject({ iss: issuer, GroupsClaim: groups });

      await startSdk(page, options);
      expect(await page.evaluate(() => window.sdk.closeSession())).toBe(true);
      expect(await page.evaluate(() => window.sdk.session.exists())).toBe(false);
      expect(await requestSilently(page)).toBe("login_required");
    });
  });
}

test("Okta's SDK gets the acr value that it requested, and renews tokens with a refresh token", {
  tag: "@node",
}, async ({ page }) => {
  const acrValues = "urn:okta:loa:1fa:any";
  await signIn(page, { pkce: true }, { scopes: [...scopes, "offline_access"], acrValues });
  const before = await readTokens(page);
  expect(before.idToken?.claims).toMatchObject({ acr: acrValues });
  expect(before.refreshToken?.refreshToken).toBeTruthy();
  await page.evaluate(() =>
    window.sdk.token.renewTokens().then((it) => window.sdk.tokenManager.setTokens(it)),
  );
  const after = await readTokens(page);
  expect(after.accessToken?.accessToken).not.toBe(before.accessToken?.accessToken);
  expect(after.idToken?.claims).toMatchObject({ name: "Ingrid Holm" });
});

test("a response by postMessage is sent only to a window that opened the request", {
  tag: "@node",
}, async ({ page }) => {
  const request = new URL(`${org.url}/oauth2/v1/authorize`);
  request.search = new URLSearchParams({
    client_id: nodeOrg.clientId,
    response_type: "id_token",
    response_mode: "okta_post_message",
    redirect_uri: app.url,
    scope: "openid",
    state: "s",
    nonce: "n",
  }).toString();
  await page.goto(request.href);
  await page.getByRole("button", { name: nodeOrg.username, exact: true }).click();
  await expect(page.getByRole("heading")).toHaveText("Response not sent");

  await page.goto(app.url);
  const opened = page.waitForEvent("popup");
  await page.evaluate((address) => void window.open(address), request.href);
  await expect((await opened).getByRole("heading")).toHaveText(/^Response sent to/);
});
