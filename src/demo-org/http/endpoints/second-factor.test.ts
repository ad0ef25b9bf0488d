import { describe, expect, test } from "vitest";
import { exchangeCode } from "../../test-support/client-calls.ts";
import { createCodeFlowOrg, signInForCode } from "../../test-support/code-flow-org.ts";
import {
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  parseTransactionId,
  type TestBrowser,
} from "../../test-support/test-org.ts";
import { callApi } from "../management/test-api-client.ts";

const username = "it.user@example.com";
const credentials = { username, password: "demo-password" };
const bothFactors = ["pwd", "mfa", "kba"];
const path = `/demo/v1/apps/${clientId}/authentication-policy`;

async function createStrictOrg(options: Parameters<typeof createTestOrg>[0] = {}) {
  const org = await createTestOrg(options);
  await callApi(org, "PUT", path, { authenticationPolicy: "any_two_factors" });
  return org;
}

const decodeAmr = (response: Response) => decode(parseFragment(response).id_token).amr;

async function submit(browser: TestBrowser, shown: Response | string, form: object) {
  const page = typeof shown === "string" ? shown : await shown.text();
  return browser.post("/login/demo", { transaction: parseTransactionId(page), ...form });
}

const answer = (text: string) => ({ step: "second-factor", answer: text });

describe("an app that requires two factors", () => {
  test.each(["cookie", "store"] as const)(
    "asks for the answer to the security question after the password (%s)",
    async (sessionCarrier) => {
      const browser = (await createStrictOrg({ sessionCarrier })).openBrowser();
      const second = await submit(browser, await browser.authorize(), credentials);
      const page = await second.text();
      expect(second.status).toBe(200);
      const labels = [...page.matchAll(/<label for="([^"]+)">([^<]+)/g)];
      expect(labels.map(([, id, text]) => `${id}: ${text}`)).toEqual([
        "answer: Security question answer",
      ]);
      expect(page).toContain("<h1>Sign in to <bdi>Okta Groups Explorer</bdi></h1>");
      expect(page).toContain("You will return to app.example");
      expect(page).toContain(`You are <bdi>${username}</bdi>.`);
      expect(decodeAmr(await submit(browser, page, answer(" Demo-Answer ")))).toEqual(bothFactors);
    },
  );

  test("accepts a demo user's button instead of both factors", async () => {
    const browser = (await createStrictOrg()).openBrowser();
    expect(decodeAmr(await browser.signIn(username))).toEqual(bothFactors);
  });

  test("gets both factors in the `amr` of tokens for a code, and in `session.amr`", async () => {
    const org = await createCodeFlowOrg();
    await callApi(org, "PUT", path, { authenticationPolicy: "any_two_factors" });
    const { code } = await signInForCode(org.openBrowser(), { scope: "openid" });
    expect(decode((await exchangeCode(org, code)).body.id_token).amr).toEqual(bothFactors);
    const check = { expression: "session.amr", clientId, userId: username };
    expect((await callApi(org, "POST", "/demo/v1/expression-check", check)).body).toMatchObject({
      value: bothFactors,
    });
  });

  test.each([
    ["", "Enter the answer."],
    ["no", "The answer is wrong. Try again."],
  ])("shows the question again for the answer %j", async (text, message) => {
    const browser = (await createStrictOrg()).openBrowser();
    const second = await submit(browser, await browser.authorize(), credentials);
    const page = await (await submit(browser, second, answer(text))).text();
    expect(page).toContain(`role="alert">${message}</p>`);
    expect(page).toMatch(/id="answer".* aria-describedby="problem [^"]*" aria-invalid="true"/);
    expect(parseFragment(await browser.authorize({ prompt: "none" }))).toHaveProperty("error");
    expect(decodeAmr(await submit(browser, page, answer("demo-answer")))).toEqual(bothFactors);
  });

  test("refuses the answer before the password", async () => {
    const browser = (await createStrictOrg()).openBrowser();
    const page = await (await browser.authorize()).text();
    const skipped = await submit(browser, page, answer("demo-answer"));
    expect(skipped.status).toBe(400);
    expect(await skipped.text()).toContain("This sign-in page is no longer valid");
  });

  test("refuses the answer of a user who was deactivated after the password", async () => {
    const org = await createStrictOrg();
    const browser = org.openBrowser();
    const second = await submit(browser, await browser.authorize(), credentials);
    await callApi(org, "POST", `/users/${username}/lifecycle/deactivate`);
    expect((await submit(browser, second, answer("demo-answer"))).status).toBe(400);
  });
});

describe("a session that started with only a password", () => {
  async function signInWithPassword() {
    const org = await createTestOrg();
    const browser = org.openBrowser();
    const response = await submit(browser, await browser.authorize(), credentials);
    expect(decodeAmr(response)).toEqual(["pwd"]);
    await callApi(org, "PUT", path, { authenticationPolicy: "any_two_factors" });
    return { org, browser };
  }

  test("is not enough for an app that requires two factors", async () => {
    const { browser } = await signInWithPassword();
    expect(parseFragment(await browser.authorize({ prompt: "none" }))).toMatchObject({
      error: "login_required",
      error_description:
        "The client specified not to prompt, but the client app requires re-authentication or MFA.",
    });
  });

  test("gets the page for only the second factor, and then has both factors", async () => {
    const { browser } = await signInWithPassword();
    const page = await (await browser.authorize()).text();
    expect(page).toContain("Security question answer");
    expect(page).not.toContain('name="password"');
    expect(decodeAmr(await submit(browser, page, answer("demo-answer")))).toEqual(bothFactors);
    expect(decodeAmr(await browser.authorize({ prompt: "none" }))).toEqual(bothFactors);
    const session = await (await browser.get("/api/v1/sessions/me")).json();
    expect(session).toMatchObject({
      amr: bothFactors,
      mfaActive: true,
      lastFactorVerification: session.lastPasswordVerification,
    });
  });

  test("gets the page for the password again with prompt=login", async () => {
    const { browser } = await signInWithPassword();
    expect(await (await browser.authorize({ prompt: "login" })).text()).toContain(
      'name="password"',
    );
  });

  test("is enough again once the app requires only a password", async () => {
    const { org, browser } = await signInWithPassword();
    await callApi(org, "PUT", path, { authenticationPolicy: "password_only" });
    expect(decodeAmr(await browser.authorize({ prompt: "none" }))).toEqual(["pwd"]);
  });
});

describe("the authentication policy of an app", () => {
  test("is a password only by default, and is kept when the app is replaced", async () => {
    const org = await createTestOrg();
    const read = async () => (await callApi(org, "GET", path)).body;
    expect(await read()).toEqual({ authenticationPolicy: "password_only" });
    await callApi(org, "PUT", path, { authenticationPolicy: "any_two_factors" });
    const { body: app } = await callApi(org, "GET", `/apps/${clientId}`);
    await callApi(org, "PUT", `/apps/${clientId}`, app);
    expect(await read()).toEqual({ authenticationPolicy: "any_two_factors" });
  });

  test("is exported and imported with the org", async () => {
    const exported = await callApi(await createStrictOrg(), "GET", "/demo/v1/configuration");
    const other = await createTestOrg();
    await callApi(other, "PUT", "/demo/v1/configuration", exported.body);
    expect((await callApi(other, "GET", path)).body).toEqual({
      authenticationPolicy: "any_two_factors",
    });
  });

  test("can't be set to an unknown policy", async () => {
    const { status, body } = await callApi(await createTestOrg(), "PUT", path, {
      authenticationPolicy: "none",
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain("authenticationPolicy");
  });
});

test("the System Log has an event for each right and each wrong answer", async () => {
  const org = await createStrictOrg();
  const browser = org.openBrowser();
  const second = await submit(browser, await browser.authorize(), credentials);
  const again = await submit(browser, second, answer("no"));
  await submit(browser, again, answer("demo-answer"));
  const filter = encodeURIComponent('eventType eq "user.authentication.auth_via_mfa"');
  const { body } = await callApi(org, "GET", `/logs?filter=${filter}`);
  expect(body).toMatchObject([
    { outcome: { result: "FAILURE", reason: "INVALID_CREDENTIALS" } },
    { outcome: { result: "SUCCESS" } },
  ]);
});
