import { describe, expect, test } from "vitest";
import {
  baseUrl,
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  redirectUri,
  type TestOrg,
} from "../../test-support/test-org.ts";
import { callApi } from "../management/test-api-client.ts";

const username = "it.user@example.com";
const credentials = { username, password: "demo-password" };
const policyPath = `/demo/v1/apps/${clientId}/authentication-policy`;

/** Calls the Authentication API as a script without an API token. */
async function call({ fetch }: Pick<TestOrg, "fetch">, path: string, body: unknown) {
  const response = await fetch(
    new Request(path.startsWith("https:") ? path : `${baseUrl}/api/v1/authn${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
  return { status: response.status, body: await response.json() };
}

async function createStrictOrg(): Promise<TestOrg> {
  const org = await createTestOrg();
  await callApi(org, "PUT", policyPath, { authenticationPolicy: "any_two_factors" });
  return org;
}

async function getSessionToken(org: TestOrg): Promise<string> {
  const { body } = await call(org, "", credentials);
  return body.sessionToken;
}

describe("the Authentication API", () => {
  test("returns a session token for username and password", async () => {
    const org = await createTestOrg();
    const relayState = "/deep/link";
    const { status, body } = await call(org, "", { ...credentials, relayState });
    expect(status).toBe(200);
    expect(body).toEqual({
      status: "SUCCESS",
      expiresAt: "2026-01-01T00:05:00.000Z",
      relayState,
      sessionToken: expect.stringMatching(/^[\w-]{43}$/),
      _embedded: {
        user: expect.objectContaining({
          id: expect.stringMatching(/^00u/),
          profile: expect.objectContaining({ login: username, timeZone: "Europe/Oslo" }),
        }),
      },
    });
  });

  test.each([
    [{ username, password: "wrong" }, 401, "E0000004"],
    [{ username: "nobody@example.com", password: "demo-password" }, 401, "E0000004"],
    [{ username }, 400, "E0000001"],
    [{ username: " ", password: "demo-password" }, 400, "E0000001"],
    [{ username: { $ne: "" }, password: ["demo-password"] }, 400, "E0000001"],
    [[credentials], 400, "E0000001"],
    ["{", 400, "E0000003"],
    [{ ...credentials, audience: "0oaUnknown" }, 400, "E0000001"],
    [{ stateToken: "unknown" }, 401, "E0000011"],
  ])("refuses %j", async (given, status, errorCode) => {
    const response = await call(await createTestOrg(), "", given);
    expect(response).toMatchObject({ status, body: { errorCode } });
    expect(response.body).not.toHaveProperty("sessionToken");
  });

  test("refuses a user who can't sign in", async () => {
    const org = await createTestOrg();
    await callApi(org, "POST", `/users/${username}/lifecycle/suspend`);
    expect(await call(org, "", credentials)).toMatchObject({ status: 401 });
  });

  test("requires the answer to the security question if an app needs two factors", async () => {
    const org = await createStrictOrg();
    const { body } = await call(org, "", { ...credentials, relayState: "/deep" });
    expect(body).toMatchObject({ status: "MFA_REQUIRED", relayState: "/deep" });
    expect(body).not.toHaveProperty("sessionToken");
    const [factor] = body._embedded.factors;
    expect(factor).toMatchObject({
      factorType: "question",
      profile: { questionText: "What is the answer to every question in this org?" },
    });
    const { stateToken } = body;
    expect((await call(org, "", { stateToken })).body).toEqual(body);

    const { href } = factor._links.verify;
    expect(await call(org, href, { stateToken, answer: "wrong" })).toMatchObject({
      status: 403,
      body: { errorCode: "E0000068" },
    });
    const verified = await call(org, href, { stateToken, answer: "demo-answer" });
    expect(verified.body).toMatchObject({ status: "SUCCESS", relayState: "/deep" });
    const again = await call(org, href, { stateToken, answer: "demo-answer" });
    expect(again).toMatchObject({ status: 401, body: { errorCode: "E0000011" } });

    const { sessionToken } = verified.body;
    const response = await org.openBrowser().authorize({ prompt: "none", sessionToken });
    expect(decode(parseFragment(response).id_token).amr).toEqual(["pwd", "mfa", "kba"]);
  });

  test("requires only the factors of the app in `audience`", async () => {
    const org = await createStrictOrg();
    const app = {
      name: "oidc_client",
      label: "Other",
      signOnMode: "OPENID_CONNECT",
      credentials: { oauthClient: { token_endpoint_auth_method: "none" } },
      settings: {
        oauthClient: {
          application_type: "browser",
          grant_types: ["implicit"],
          response_types: ["id_token"],
          redirect_uris: [redirectUri],
        },
      },
    };
    const { body } = await callApi(org, "POST", "/apps", app);
    const audience = typeof body === "object" && body && "id" in body ? body.id : undefined;
    expect((await call(org, "", { ...credentials, audience })).body.status).toBe("SUCCESS");
    expect((await call(org, "", { ...credentials, audience: clientId })).body.status).toBe(
      "MFA_REQUIRED",
    );
  });

  test("refuses to verify an unknown factor or a cancelled sign-in", async () => {
    const org = await createStrictOrg();
    const { stateToken, _embedded } = (await call(org, "", credentials)).body;
    const [{ id }] = _embedded.factors;
    const right = { stateToken, answer: "demo-answer" };
    expect((await call(org, "/factors/ufsOther/verify", right)).status).toBe(404);
    expect(await call(org, "/cancel", { stateToken })).toEqual({ status: 200, body: {} });
    expect((await call(org, `/factors/${id}/verify`, right)).status).toBe(401);
    expect((await call(org, "/cancel", { stateToken })).status).toBe(401);
  });
});

describe("a session token at /authorize", () => {
  test("signs in without a page, and starts a session", async () => {
    const org = await createTestOrg();
    const browser = org.openBrowser();
    const sessionToken = await getSessionToken(org);
    const response = await browser.authorize({ sessionToken });
    expect(decode(parseFragment(response).id_token)).toMatchObject({ amr: ["pwd"] });
    const silent = await browser.authorize({ prompt: "none" });
    expect(parseFragment(silent)).toHaveProperty("id_token");
  });

  test.each([{ prompt: "login" }, { max_age: "0" }])(
    "counts as a new sign-in for %j",
    async (change) => {
      const org = await createTestOrg();
      const browser = org.openBrowser();
      await browser.signIn(username);
      const sessionToken = await getSessionToken(org);
      const response = await browser.authorize({ ...change, sessionToken });
      expect(parseFragment(response)).toHaveProperty("id_token");
    },
  );

  test("works once, also in parallel", async () => {
    const org = await createTestOrg();
    const sessionToken = await getSessionToken(org);
    const request = { prompt: "none", sessionToken };
    const responses = await Promise.all(
      [1, 2].map(() => org.openBrowser().authorize(request).then(parseFragment)),
    );
    expect(responses.filter((it) => "id_token" in it)).toHaveLength(1);
    expect(responses.filter((it) => it.error === "login_required")).toHaveLength(1);
  });

  test("expires after five minutes", async () => {
    const org = await createTestOrg();
    const sessionToken = await getSessionToken(org);
    org.advance(301);
    const response = await org.openBrowser().authorize({ prompt: "none", sessionToken });
    expect(parseFragment(response).error).toBe("login_required");
  });

  test("isn't used up by an invalid request", async () => {
    const org = await createTestOrg();
    const sessionToken = await getSessionToken(org);
    const browser = org.openBrowser();
    expect(
      parseFragment(await browser.authorize({ nonce: undefined, sessionToken })),
    ).toHaveProperty("error");
    expect(parseFragment(await browser.authorize({ sessionToken }))).toHaveProperty("id_token");
  });

  test("replaces the session of another user", async () => {
    const org = await createTestOrg();
    const browser = org.openBrowser();
    const before = parseFragment(await browser.signIn("joe.user@example.com"));
    const sessionToken = await getSessionToken(org);
    const after = parseFragment(await browser.authorize({ sessionToken }));
    expect(decode(after.id_token).sub).not.toBe(decode(before.id_token).sub);
  });

  test("leads to the page for the second factor if the app needs two", async () => {
    const org = await createTestOrg();
    const sessionToken = await getSessionToken(org);
    await callApi(org, "PUT", policyPath, { authenticationPolicy: "any_two_factors" });
    const page = await (await org.openBrowser().authorize({ sessionToken })).text();
    expect(page).toContain("Security question answer");
  });

  test.each(["state token", "unknown"])("has no effect if it is a %s", async (kind) => {
    const org = await createStrictOrg();
    const { stateToken } = (await call(org, "", credentials)).body;
    const sessionToken = kind === "unknown" ? "unknown" : stateToken;
    const response = await org.openBrowser().authorize({ prompt: "none", sessionToken });
    expect(parseFragment(response).error).toBe("login_required");
  });

  test("is not in the System Log", async () => {
    const org = await createTestOrg();
    const sessionToken = await getSessionToken(org);
    await org.openBrowser().authorize({ sessionToken });
    const { body } = await callApi(org, "GET", "/logs");
    expect(JSON.stringify(body)).toContain("user.session.start");
    expect(JSON.stringify(body)).not.toContain(sessionToken);
  });
});

describe("/login/sessionCookieRedirect", () => {
  const redirect = (sessionToken: string, redirectUrl: string) =>
    `/login/sessionCookieRedirect?${new URLSearchParams({ token: sessionToken, redirectUrl })}`;

  test("starts a session, and returns to the app", async () => {
    const org = await createTestOrg();
    const browser = org.openBrowser();
    const page = new URL("/start?a=b", redirectUri).href;
    const response = await browser.get(redirect(await getSessionToken(org), page));
    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toBe(`${page}#`);
    expect(parseFragment(await browser.authorize({ prompt: "none" }))).toHaveProperty("id_token");
  });

  test("returns to the app without a session for an unknown token", async () => {
    const browser = (await createTestOrg()).openBrowser();
    expect((await browser.get(redirect("unknown", redirectUri))).status).toBe(302);
    expect(parseFragment(await browser.authorize({ prompt: "none" })).error).toBe("login_required");
  });

  test.each([
    "https://evil.example/",
    "//evil.example/",
    "javascript:alert(1)",
    "https://app.example@evil.example/",
    "https://app.example.evil.example/",
    "http://app.example/",
  ])("doesn't redirect to %j, nor sign in", async (address) => {
    const org = await createTestOrg();
    const browser = org.openBrowser();
    const sessionToken = await getSessionToken(org);
    const response = await browser.get(redirect(sessionToken, address));
    expect(response.status).toBe(400);
    expect(response.headers.get("Location")).toBeNull();
    expect(parseFragment(await browser.authorize({ prompt: "none", sessionToken }))).toHaveProperty(
      "id_token",
    );
  });
});

test("pages of the redirect URIs can call the Authentication API with cookies", async () => {
  const { fetch } = await createTestOrg();
  const preflight = (origin: string) =>
    fetch(
      new Request(`${baseUrl}/api/v1/authn`, {
        method: "OPTIONS",
        headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
      }),
    );
  const own = new URL(redirectUri).origin;
  expect((await preflight(own)).headers.get("Access-Control-Allow-Origin")).toBe(own);
  expect((await preflight(own)).headers.get("Access-Control-Allow-Credentials")).toBe("true");
  const foreign = await preflight("https://evil.example");
  expect(foreign.headers.get("Access-Control-Allow-Origin")).toBeNull();
});

test.each([
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "text/plain; x=application/json",
  undefined,
])("a page of another site can't start a sign-in: Content-Type %s", async (contentType) => {
  const org = await createTestOrg();
  const headers = {
    Origin: "https://evil.example",
    ...(contentType && { "Content-Type": contentType }),
  };
  for (const path of ["", "/factors/ufs1/verify", "/cancel"]) {
    // A Blob without a type is sent without a Content-Type.
    const body = new Blob([JSON.stringify({ ...credentials, stateToken: "any" })]);
    const request = new Request(`${baseUrl}/api/v1/authn${path}`, {
      method: "POST",
      headers,
      body,
    });
    const response = await org.fetch(request);
    expect(response.status).toBe(400);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.json()).toMatchObject({ errorCode: "E0000021" });
  }
  const { body } = await callApi(org, "GET", "/logs");
  expect(body).toEqual([]);
});

test.each([
  ["POST", "/api/v1/groups"],
  ["PUT", "/demo/v1/clock"],
  ["POST", "/demo/v1/faults"],
])("a page of another site can't change the org: %s %s", async (method, path) => {
  const { fetch } = await createTestOrg();
  const request = new Request(baseUrl + path, {
    method,
    headers: { Origin: "https://evil.example", "Content-Type": "text/plain" },
    body: "{}",
  });
  expect((await fetch(request)).status).toBe(401);
});
