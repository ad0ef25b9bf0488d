import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Configuration } from "../../model/configuration.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import {
  buildRequest,
  createTestOrg,
  decode,
  linkToApp,
  parseFragment,
  parseTransactionId,
} from "../../test-support/test-org.ts";
import { callApi } from "../management/test-api-client.ts";

const username = "joe.user@example.com";
const password = "demo-password";

async function showSignInPage(options: Parameters<typeof createTestOrg>[0] = {}) {
  const org = await createTestOrg(options);
  const browser = org.openBrowser();
  const response = await browser.authorize();
  const page = await response.text();
  return { ...org, browser, response, page, transaction: parseTransactionId(page) };
}

/** The users on a sign-in page: `username: description`. */
function listPeople(page: string): readonly string[] {
  const buttons = page.matchAll(/<button name="person"[^>]*>([^<]*)<\/button>\n<p[^>]*>(.*)<\/p>/g);
  return [...buttons].map(([, name, who]) => `${name}: ${who?.replaceAll(/<\/?bdi>/g, "")}`);
}

describe("the sign-in page", () => {
  test("runs no script, loads only its icon, can't be framed, and submits only to itself and the app", async () => {
    const { response, page } = await showSignInPage();
    expect(page).not.toContain("<script");
    expect(response.headers.get("Content-Security-Policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; form-action 'self' https:\/\/app\.example; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(response.headers.get("X-Frame-Options")).toBe("DENY");
    expect(page).toContain('<link rel="icon" href="data:image/svg+xml,');
  });

  test("says that no one can sign in if no user is active", async () => {
    const org = await createTestOrg();
    for (const { id } of seedConfiguration.users)
      await callApi(org, "POST", `/users/${id}/lifecycle/deactivate`);
    const page = await (await org.openBrowser().authorize()).text();
    expect(page).toContain("<h2>No one can sign in</h2>");
    expect(page).not.toContain("demo user");
  });

  test("labels exactly one field Username and one Password", async () => {
    const { page } = await showSignInPage();
    const labels = [...page.matchAll(/<label for="([^"]+)">([^<]+)/g)];
    expect(labels.map(([, id, text]) => `${id}: ${text}`)).toEqual([
      "username: Username",
      "password: Password",
    ]);
    expect(page).not.toMatch(/aria-label/);
  });

  test("names the app and the host of its redirect URI", async () => {
    const { page } = await showSignInPage();
    expect(page).toContain("<h1>Sign in to <bdi>Okta Groups Explorer</bdi></h1>");
    expect(page).toContain("You will return to app.example");
    expect(page).toContain(linkToApp("Cancel"));
  });

  test("has a button for each person, with their name and groups", async () => {
    const people = listPeople((await showSignInPage()).page);
    expect(people).toContain("joe.user@example.com: Joe User · Everyone, Midwest Sales");
    expect(people).toContain("many.groups@example.com: Maya Grant · Everyone and 120 more");
    expect(people).toContain(
      "directory.user@example.com: Dana Reyes · Everyone, IT, 2 from Active Directory",
    );
    expect(people.at(-1)).toBe(
      "outside.user@example.com: Otto Seidel · Everyone, IT · not assigned to this app",
    );
  });

  describe("users who are not active", () => {
    type Status = Configuration["users"][number]["status"];

    async function showPage(statuses: readonly Status[], login_hint?: string) {
      const users = seedConfiguration.users.map((user, index) => ({
        ...user,
        status: statuses[index] ?? user.status,
      }));
      const org = await createTestOrg({ configuration: { ...seedConfiguration, users } });
      const page = await (await org.openBrowser().authorize({ login_hint })).text();
      const [, sentence] = /<p class="soft" id="inactive">(.*)<\/p>/.exec(page) ?? [];
      return { page, sentence: sentence?.replaceAll(/<\/?bdi>/g, "") };
    }

    test("are not mentioned if there are none", async () => {
      expect((await showPage([])).sentence).toBeUndefined();
    });

    test.each<[string, readonly Status[]]>([
      ["it.user@example.com (suspended) can’t sign in.", ["SUSPENDED"]],
      [
        "These users can’t sign in: it.user@example.com (deactivated) and joe.user@example.com (not activated yet).",
        ["DEPROVISIONED", "STAGED"],
      ],
      [
        "These users can’t sign in: it.user@example.com (no password yet), joe.user@example.com (suspended), new.user@example.com (suspended) and 1 more.",
        ["PROVISIONED", "SUSPENDED", "SUSPENDED", "SUSPENDED"],
      ],
    ])("are named, with the reason: %s", async (expected, statuses) => {
      const { page, sentence } = await showPage(statuses);
      expect(sentence).toBe(expected);
      expect(listPeople(page).join()).not.toContain("it.user@example.com");
    });

    test("are named if no other users exist", async () => {
      const everyone = seedConfiguration.users.map(() => "SUSPENDED" as const);
      const { page, sentence } = await showPage(everyone);
      expect(page).toContain("<h2>No one can sign in</h2>");
      expect(sentence).toContain("it.user@example.com (suspended)");
    });

    test("are listed first if they are hinted, and described at the username field", async () => {
      const four = ["SUSPENDED", "SUSPENDED", "SUSPENDED", "SUSPENDED"] as const;
      const [, , , last] = seedConfiguration.users;
      const login = last?.profile.login ?? "";
      const { page, sentence } = await showPage(four, login.toUpperCase());
      expect(sentence).toContain(`: ${login} (suspended), `);
      const [field] = /<input[^>]* autofocus>/.exec(page) ?? [];
      expect(field).toContain('id="username"');
      expect(field).toContain('aria-describedby="inactive"');
    });
  });

  describe("focus", () => {
    const it = "it.user@example.com";
    const findFocused = (page: string) => /<(?:button|input)[^>]* autofocus>/.exec(page)?.[0];

    test("is on the first person's button", async () => {
      const { page } = await showSignInPage();
      expect(findFocused(page)).toContain(`value="${it}"`);
      expect(page.match(/ autofocus/g)).toHaveLength(1);
    });

    test.each([
      ["no one is signed in", undefined],
      ["someone else is signed in", it],
    ])("is on the hinted person's button, which is first, while %s", async (_case, signedIn) => {
      const browser = (await createTestOrg()).openBrowser();
      if (signedIn !== undefined) await browser.signIn(signedIn);
      const response = await browser.authorize({ login_hint: username, prompt: "login" });
      const page = await response.text();
      expect(listPeople(page)[0]).toMatch(/^joe.user@example.com: /);
      expect(listPeople(page).filter((it) => it.startsWith(username))).toHaveLength(1);
      expect(findFocused(page)).toContain(`value="${username}"`);
      expect(page.match(/ autofocus/g)).toHaveLength(1);
    });

    test("is on the password field if the hint is unknown, and the username is filled in", async () => {
      const response = await (await createTestOrg())
        .openBrowser()
        .authorize({ login_hint: "somebody@elsewhere.example" });
      const page = await response.text();
      expect(findFocused(page)).toContain('id="password"');
      expect(page).toContain('name="username" type="text" value="somebody@elsewhere.example"');
    });

    test("is on the invalid field after a failed attempt", async () => {
      const { browser, transaction } = await showSignInPage();
      const form = { transaction, username, password: "wrong" };
      const page = await (await browser.post("/login/demo", form)).text();
      expect(findFocused(page)).toContain('id="password"');
      expect(page.match(/ autofocus/g)).toHaveLength(1);
    });
  });

  test("lists at most fifty people, and those assigned to the app first", async () => {
    const configuration = structuredClone(seedConfiguration);
    const [pattern] = configuration.users;
    if (!pattern) throw new Error("The seed has no users");
    const unassigned = Array.from({ length: 100 }, (_, index) => ({
      ...pattern,
      id: `00umany${index}`,
      profile: { ...pattern.profile, login: `person.${index}@example.com` },
    }));
    configuration.users = [...unassigned, pattern];
    const last = "person.99@example.com";

    const { openBrowser, page } = await showSignInPage({ configuration });
    expect(listPeople(page)).toHaveLength(50);
    expect(listPeople(page)[0]).toMatch(/^it.user@example.com: /);
    expect(page).toContain("51 more users can sign in with username and password.");

    const hinted = await (await openBrowser().authorize({ login_hint: last })).text();
    expect(listPeople(hinted)).toHaveLength(51);
    expect(listPeople(hinted)[0]).toMatch(/^person.99@example.com: /);
    expect(hinted).toContain("50 more users can sign in with username and password.");

    const browser = openBrowser();
    const transaction = parseTransactionId(await (await browser.authorize()).text());
    const refused = await browser.post("/login/demo", { transaction, username: last });
    expect(listPeople(await refused.text())[0]).toMatch(/^person.99@example.com: /);
    const signedIn = await browser.post("/login/demo", { transaction, username: last, password });
    expect(parseFragment(signedIn)).toMatchObject({ error: "access_denied" });
  });

  test("shows the password only if everyone has the same", async () => {
    expect((await showSignInPage()).page).toContain("<code>demo-password</code>");
    const configuration = structuredClone(seedConfiguration);
    for (const { credentials } of configuration.users.slice(0, 1))
      credentials.password = { value: "secret" };
    const { page } = await showSignInPage({ configuration });
    expect(page).not.toMatch(/demo-password|secret/);
  });

  test("signs in with a password and a username in any case", async () => {
    const { browser, transaction } = await showSignInPage();
    const form = { transaction, username: " Joe.User@Example.com ", password };
    const response = await browser.post("/login/demo", form);
    expect(response.status).toBe(302);
    expect(decode(parseFragment(response).id_token)).toMatchObject({ sub: "00uzrjisTQK1SlAMB1d5" });
  });

  test.each([
    ["a wrong password", { username, password: "wrong" }, "password", "do not match"],
    ["an unknown username", { username: "nobody", password }, "password", "do not match"],
    ["no username", { username: "", password }, "username", "Enter a username"],
    ["no password", { username, password: "" }, "password", "Enter the password"],
    ["a person who can't sign in", { person: "nobody" }, "username", "nobody can’t sign in"],
  ])(
    "explains %s, marks the field, and lets the person try again",
    async (_case, input, field, message) => {
      const { browser, transaction } = await showSignInPage();
      const response = await browser.post("/login/demo", { transaction, ...input });
      const page = await response.text();

      expect(response.status).toBe(403);
      expect(page).toMatch(new RegExp(`id="problem" role="alert">[^<]*${message}`));
      const [invalid, ...others] = page.match(/<input[^>]*aria-invalid="true"[^>]*>/g) ?? [];
      expect(invalid).toMatch(new RegExp(`id="${field}".* aria-describedby="problem`));
      expect(others).toEqual([]);
      expect(page).toContain(
        `name="username" type="text" value="${"username" in input ? input.username : ""}"`,
      );
      const again = await browser.post("/login/demo", { transaction, username, password });
      expect(parseFragment(again)).toMatchObject({ state: "myState" });
    },
  );

  test("escapes the input", async () => {
    const { browser, transaction } = await showSignInPage();
    const form = { transaction, username: '"><img src=x onerror=alert(1)>', password };
    expect(await (await browser.post("/login/demo", form)).text()).not.toContain("<img");
  });

  test.each([
    ["another site", "https://evil.example"],
    ["a site with the org's name in it", "https://org.example.evil.example"],
    ["another port", "https://org.example:8443"],
    ["a page without an origin", "null"],
  ])("is refused with a page if %s posts it", async (_case, Origin) => {
    const { browser, transaction } = await showSignInPage();
    const form = { transaction, person: username };
    const response = await browser.post("/login/demo", form, { Origin });
    expect(response.status).toBe(403);
    expect(response.headers.get("Location")).toBeNull();
    const page = await response.text();
    expect(page).toContain("<h1>This form was sent from another site</h1>");
    expect(page).toContain(linkToApp("Back to app.example"));
    expect(parseFragment(await browser.authorize({ prompt: "none" }))).toHaveProperty("error");
  });

  test("is refused if another site posts it and the worker sees only the referrer", async () => {
    const { fetch, transaction } = await showSignInPage({ sessionCarrier: "store" });
    const post = (referrer: string) => {
      const body = new URLSearchParams({ transaction, person: username });
      const request = new Request("https://org.example/login/demo", { method: "POST", body });
      return fetch(Object.defineProperty(request, "referrer", { value: referrer }));
    };
    expect((await post("https://evil.example/")).status).toBe(403);
    expect((await post("https://org.example/oauth2/v1/authorize")).status).toBe(302);
  });

  test("has a referrer policy with which browsers send an Origin with its form", async () => {
    const { browser, response, transaction } = await showSignInPage();
    // With no-referrer, browsers send `Origin: null`.
    expect(response.headers.get("Referrer-Policy")).toBe("same-origin");
    const form = { transaction, person: username };
    const granted = await browser.post("/login/demo", form, { Origin: "https://org.example" });
    expect(granted.status).toBe(302);
    expect(granted.headers.get("Referrer-Policy")).toBe("no-referrer");
  });

  test("can't be submitted in another browser", async () => {
    const { openBrowser, transaction } = await showSignInPage();
    const other = openBrowser();
    await other.authorize();
    const response = await other.post("/login/demo", { transaction, person: username });
    expect(response.status).toBe(400);
    expect(response.headers.get("Set-Cookie")).toBeNull();
  });

  test("signs in only once, and redirects to the request if it is submitted again", async () => {
    const { browser, transaction } = await showSignInPage();
    const form = { transaction, person: username };
    await browser.post("/login/demo", form);
    const again = await browser.post("/login/demo", form);
    expect(again.headers.get("Location")).toMatch(
      /^https:\/\/org\.example\/oauth2\/v1\/authorize\?/,
    );

    await browser.get("/login/signout");
    expect((await browser.post("/login/demo", form)).status).toBe(400);
  });

  test("redirects to a posted request with any parameters if it is submitted again", async () => {
    const browser = (await createTestOrg()).openBrowser();
    const page = await browser.post("/oauth2/v1/authorize", `${buildRequest()}&note=管\r\nX: y`);
    const form = { transaction: parseTransactionId(await page.text()), person: username };
    await browser.post("/login/demo", form);
    const again = await browser.post("/login/demo", form);
    expect(again.headers.get("Location")).toMatch(/&note=%E7%AE%A1%0D%0AX%3A\+y#$/);
  });

  test("links to the app if its data was deleted, or if its URL is opened", async () => {
    const { browser, transaction } = await showSignInPage({ sessionCarrier: "store" });
    const fresh = (await createTestOrg({ sessionCarrier: "store" })).openBrowser();
    for (const response of [
      await fresh.post("/login/demo", { transaction, person: username }),
      await browser.get("/login/demo"),
    ]) {
      expect(response.status).toBe(400);
      const page = await response.text();
      expect(page).toContain("<h1>This sign-in page is no longer valid</h1>");
      expect(page).toContain("the browser deleted this site’s data");
      expect(page).toContain(linkToApp("Back to app.example"));
    }
  });

  test("runs only scripts that its policy allows if the org runs in a worker", async () => {
    const { response, page } = await showSignInPage({ sessionCarrier: "store" });
    const scripts = [...page.matchAll(/<script>([^<]*)<\/script>/g)].map(([, script]) => script);
    const hashes = scripts.map((script = "") =>
      createHash("sha256").update(script).digest("base64"),
    );
    expect(hashes.length).toBeGreaterThan(0);
    expect(response.headers.get("Content-Security-Policy")).toContain(
      `; script-src ${hashes.map((hash) => `'sha256-${hash}'`).join(" ")};`,
    );
  });

  test("expires, and then returns an error to the app", async () => {
    const { browser, transaction, advance } = await showSignInPage();
    advance(3600);
    const response = await browser.post("/login/demo", { transaction, person: username });
    expect(parseFragment(response)).toEqual({
      state: "myState",
      error: "login_required",
      error_description: "Request expired, please start over and try again.",
    });
  });

  test("works without cookies, and after the worker was restarted", async () => {
    const sessionCarrier = "store";
    const { browser, response, transaction } = await showSignInPage({ sessionCarrier });
    expect(response.headers.get("Set-Cookie")).toBeNull();
    const signedIn = await browser.post("/login/demo", { transaction, person: username });
    expect(signedIn.headers.get("Set-Cookie")).toBeNull();
    expect(parseFragment(await browser.authorize({ prompt: "none" }))).toHaveProperty("id_token");
  });
});

describe("a session", () => {
  test("keeps the time of the sign-in for tokens that are issued later", async () => {
    const { openBrowser, advance } = await createTestOrg();
    const browser = openBrowser();
    const first = decode(parseFragment(await browser.signIn(username)).id_token);
    advance(600);
    const second = decode(parseFragment(await browser.authorize()).id_token);
    expect(second.auth_time).toBe(first.auth_time);
    expect(second.iat).toBe(Number(first.iat) + 600);
  });

  test("gets a new ID with each sign-in, in an HttpOnly cookie", async () => {
    const { openBrowser } = await createTestOrg();
    const browser = openBrowser();
    const sessionOf = (response: Response) =>
      response.headers.getSetCookie().find((cookie) => cookie.startsWith("idx="));
    const first = sessionOf(await browser.signIn(username));
    const second = sessionOf(await browser.signIn(username, { prompt: "login" }));
    expect(first).toMatch(/^idx=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(second).not.toBe(first);
  });

  test("is separate from that of an org on another port of the same host", async () => {
    const nameCookie = async (baseUrl: string) => {
      const { openBrowser } = await createTestOrg({ baseUrl });
      const [cookie = ""] = (await openBrowser().signIn(username)).headers.getSetCookie();
      return cookie.split("=")[0];
    };
    const first = await nameCookie("http://localhost:8080");
    expect(first).toMatch(/^idx/);
    expect(await nameCookie("http://localhost:8081")).not.toBe(first);
  });

  test("expires after two hours", async () => {
    const { openBrowser, advance } = await createTestOrg();
    const browser = openBrowser();
    await browser.signIn(username);
    advance(7200);
    expect((await browser.authorize()).status).toBe(200);
  });

  test("belongs to the user who signed in last", async () => {
    const { openBrowser } = await createTestOrg();
    const browser = openBrowser();
    await browser.signIn(username);
    await browser.signIn("it.user@example.com", { prompt: "login" });
    expect(decode(parseFragment(await browser.authorize()).id_token)).toMatchObject({
      sub: "00uixa271s6x7qt8I0h7",
    });
  });
});
