import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../seed/configuration.ts";
import { clientId, createTestOrg, decode, parseFragment } from "../../test-support/test-org.ts";

const person = "it.user@example.com";
const tokens = { response_type: "id_token token" };

async function signIn(scope: string, server: "" | "/default" = "") {
  const org = await createTestOrg();
  const browser = org.openBrowser();
  const reply = parseFragment(await browser.signIn(person, { ...tokens, scope }, server));
  const fetchUserInfo = (token = reply.access_token ?? "", path = server) =>
    browser.get(`/oauth2${path}/v1/userinfo`, { Authorization: `Bearer ${token}` });
  return { ...org, browser, reply, fetchUserInfo };
}

describe("UserInfo", () => {
  test("returns the claims that the thin ID token left out", async () => {
    const { reply, fetchUserInfo } = await signIn("openid profile email phone address groups");
    const idToken = decode(reply.id_token);
    const response = await fetchUserInfo();
    const userInfo: unknown = await response.json();

    expect(idToken).not.toHaveProperty("groups");
    expect(userInfo).toMatchObject({
      sub: idToken.sub,
      groups: ["Everyone", "IT"],
      email_verified: true,
      phone_number: "+47 22 00 00 00",
      address: { locality: "Oslo", country: "NO" },
      updated_at: 1574201516,
    });
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  test("returns only claims of the granted scopes", async () => {
    const { fetchUserInfo } = await signIn("openid");
    expect(await (await fetchUserInfo()).json()).toEqual({ sub: "00uixa271s6x7qt8I0h7" });
  });

  test("of a custom server doesn't return the claims of access tokens", async () => {
    const { fetchUserInfo } = await signIn("openid email", "/default");
    expect(await (await fetchUserInfo()).json()).toEqual({
      sub: "00uixa271s6x7qt8I0h7",
      email: person,
      email_verified: true,
    });
  });

  test("accepts the token in a posted form, and with any case of Bearer", async () => {
    const { browser, reply } = await signIn("openid");
    const token = reply.access_token ?? "";
    const posted = await browser.post("/oauth2/v1/userinfo", { access_token: token });
    expect(posted.status).toBe(200);
    const header = await browser.get("/oauth2/v1/userinfo", { Authorization: `bearer ${token}` });
    expect(header.status).toBe(200);
  });

  test("refuses a request without a token", async () => {
    const { browser } = await signIn("openid");
    const response = await browser.get("/oauth2/v1/userinfo");
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toContain("The access token is missing.");
  });

  test("refuses a token in the query, and two tokens at once", async () => {
    const { browser, fetch, reply } = await signIn("openid");
    const token = reply.access_token ?? "";
    const inQuery = await browser.get(`/oauth2/v1/userinfo?access_token=${token}`);
    expect(inQuery.status).toBe(400);
    expect(parseDescription(inQuery)).toContain("cannot be presented in a query string.");
    const twice = await fetch(
      new Request("https://org.example/oauth2/v1/userinfo", {
        method: "POST",
        headers: { Authorization: `Bearer ${token}` },
        body: new URLSearchParams({ access_token: token }),
      }),
    );
    expect(twice.status).toBe(400);
    expect(parseDescription(twice)).toContain("cannot be specified in both");
  });

  test.each([
    ["has been tampered with", ({ access_token: token = "" }) => flipClaim(token)],
    ["is an ID token", ({ id_token: token = "" }) => token],
    ["is not a JWT", () => "a.b.c"],
  ] as const)(
    "refuses a token that %s, as Okta does, in the header only",
    async (_case, choose) => {
      const { reply, fetchUserInfo } = await signIn("openid");
      const response = await fetchUserInfo(choose(reply));
      expect(response.status).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toBe(
        'Bearer authorization_uri="https://org.example/oauth2/v1/authorize", realm="https://org.example", scope="openid", error="invalid_token", error_description="The access token is invalid", resource="/oauth2/v1/userinfo"',
      );
      expect(await response.text()).toBe("");
    },
  );

  test("refuses a token of another server, and a revoked one", async () => {
    const { browser, reply, fetchUserInfo } = await signIn("openid");
    const elsewhere = await fetchUserInfo(reply.access_token, "/default");
    expect(elsewhere.status).toBe(401);
    expect(parseDescription(elsewhere)).toBe("The access token provided has an invalid issuer.");
    const form = { client_id: clientId, token: reply.access_token ?? "" };
    await browser.post("/oauth2/v1/revoke", form);
    expect(parseDescription(await fetchUserInfo())).toBe("The access token has been revoked.");
  });

  test("refuses a token that has expired", async () => {
    const { fetchUserInfo, advance } = await signIn("openid");
    advance(3599);
    expect((await fetchUserInfo()).status).toBe(200);
    advance(1);
    const response = await fetchUserInfo();
    expect(response.status).toBe(401);
    expect(parseDescription(response)).toBe("The token has expired.");
  });

  test("refuses a token without the openid scope", async () => {
    const configuration = structuredClone(seedConfiguration);
    for (const { scopes } of configuration.customServers)
      scopes.push({
        id: "scp.orders",
        name: "orders",
        system: false,
        metadataPublish: "ALL_CLIENTS",
        default: true,
      });
    const browser = (await createTestOrg({ configuration })).openBrowser();
    const change = { response_type: "token", scope: undefined };
    const { access_token: token } = parseFragment(await browser.signIn(person, change, "/default"));
    expect(decode(token).scp).toEqual(["orders"]);

    const response = await browser.get("/oauth2/default/v1/userinfo", {
      Authorization: `Bearer ${token}`,
    });
    expect(response.status).toBe(403);
    expect(response.headers.get("WWW-Authenticate")).toContain(
      'scope="openid", error="insufficient_scope", error_description="The access token provided does not contain the required scopes.", resource="/oauth2/default/v1/userinfo"',
    );
  });

  test("lets a page of another origin read the error", async () => {
    const { fetch } = await createTestOrg();
    const response = await fetch(
      new Request("https://org.example/oauth2/v1/userinfo", {
        headers: { Origin: "https://app.example" },
      }),
    );
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Access-Control-Expose-Headers")).toBe("WWW-Authenticate");
  });
});

function parseDescription(response: Response): string | undefined {
  return /error_description="([^"]*)"/.exec(response.headers.get("WWW-Authenticate") ?? "")?.[1];
}

function flipClaim(token: string): string {
  const [header, payload = "", signature] = token.split(".");
  const claims = Buffer.from(payload, "base64url").toString().replace("00uixa", "00uzrj");
  return [header, Buffer.from(claims).toString("base64url"), signature].join(".");
}
