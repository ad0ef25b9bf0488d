import { createHash } from "node:crypto";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import {
  baseUrl,
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  startTime,
  type TestBrowser,
} from "../../test-support/test-org.ts";

const it = "it.user@example.com";
const joe = "joe.user@example.com";
const everyScope = "openid profile email phone address";
const now = startTime / 1000;

async function requestTokens(
  person: string,
  change: Parameters<TestBrowser["authorize"]>[0],
  server: "" | "/default" = "",
) {
  const browser = (await createTestOrg()).openBrowser();
  const reply = parseFragment(await browser.signIn(person, change, server));
  return { browser, reply };
}

describe("as in Okta's guide", () => {
  test("the org server's ID token has groups", async () => {
    const { reply } = await requestTokens(it, { scope: "openid groups", nonce: "UBGW" });
    const claims = decode(reply.id_token);

    expect(Object.keys(reply)).toEqual(["id_token", "state"]);
    expect(JSON.stringify(decode(reply.id_token, 0))).toMatch(
      /^\{"kid":"[\w-]{43}","alg":"RS256"\}$/,
    );
    expect(Object.entries(claims)).toEqual([
      ["sub", "00uixa271s6x7qt8I0h7"],
      ["ver", 1],
      ["iss", baseUrl],
      ["aud", clientId],
      ["iat", now],
      ["exp", now + 3600],
      ["jti", expect.stringMatching(/^ID\.[\w-]{43}$/)],
      ["amr", ["pwd"]],
      ["idp", "00oixa26ycdNcX0VT0h7"],
      ["nonce", "UBGW"],
      ["auth_time", now],
      ["groups", ["Everyone", "IT"]],
    ]);
  });

  test("a custom server's access token has groups", async () => {
    const { reply } = await requestTokens(
      joe,
      { response_type: "token", scope: "openid" },
      "/default",
    );
    expect(Object.entries(reply).slice(1)).toEqual([
      ["token_type", "Bearer"],
      ["expires_in", "3600"],
      ["scope", "openid"],
      ["state", "myState"],
    ]);
    expect(decode(reply.access_token, 0)).not.toHaveProperty("typ");
    expect(Object.entries(decode(reply.access_token))).toEqual([
      ["ver", 1],
      ["jti", expect.stringMatching(/^AT\.[\w-]{43}$/)],
      ["iss", `${baseUrl}/oauth2/default`],
      ["aud", "api://default"],
      ["iat", now],
      ["exp", now + 3600],
      ["cid", clientId],
      ["uid", "00uzrjisTQK1SlAMB1d5"],
      ["scp", ["openid"]],
      ["auth_time", now],
      ["sub", joe],
      ["GroupsClaim", ["Midwest Sales", "Everyone"]],
    ]);
  });
});

describe("claims of ID tokens", () => {
  const profile = ["name", "preferred_username", "nickname", "given_name", "locale", "updated_at"];

  test.each(["", "/default"] as const)("are all in a fat ID token (server %j)", async (server) => {
    const scope = server === "" ? `${everyScope} groups` : everyScope;
    const claims = decode((await requestTokens(it, { scope }, server)).reply.id_token);
    const standard = [...profile, "email", "email_verified", "phone_number", "address"];
    expect(Object.keys(claims)).toEqual(expect.arrayContaining(standard));
    expect("groups" in claims).toBe(server === "");
    expect(claims).not.toHaveProperty("at_hash");
  });

  test.each(["", "/default"] as const)(
    "include only three standard claims in a thin ID token (server %j)",
    async (server) => {
      const scope = server === "" ? `${everyScope} groups` : everyScope;
      const response_type = "id_token token";
      const claims = decode(
        (await requestTokens(it, { response_type, scope }, server)).reply.id_token,
      );
      expect(Object.keys(claims)).toEqual([
        "sub",
        "name",
        "email",
        "ver",
        "iss",
        "aud",
        "iat",
        "exp",
        "jti",
        "amr",
        "idp",
        "nonce",
        "preferred_username",
        "auth_time",
        "at_hash",
      ]);
    },
  );

  test("are only those of the granted scopes", async () => {
    const claims = decode((await requestTokens(it, { scope: "openid phone" })).reply.id_token);
    expect(claims).toHaveProperty("phone_number");
    expect(claims).not.toHaveProperty("email");
    expect(claims).not.toHaveProperty("groups");
  });

  test("include at_hash, the left half of the access token's SHA-256", async () => {
    const { reply } = await requestTokens(it, { response_type: "id_token token" });
    const hash = createHash("sha256")
      .update(reply.access_token ?? "", "ascii")
      .digest();
    expect(decode(reply.id_token).at_hash).toBe(hash.subarray(0, 16).toString("base64url"));
  });
});

describe("the org server's access token", () => {
  test("is only for Okta, and never has groups", async () => {
    const { reply } = await requestTokens(it, {
      response_type: "token",
      scope: "openid profile groups offline_access",
    });
    expect(reply.scope).toBe("openid profile groups");
    expect(decode(reply.access_token, 0).typ).toBe("application/okta-internal-at+jwt");
    expect(decode(reply.access_token)).toEqual({
      ver: 1,
      jti: expect.stringMatching(/^AT\./),
      iss: baseUrl,
      aud: baseUrl,
      sub: it,
      iat: now,
      exp: now + 3600,
      cid: clientId,
      uid: "00uixa271s6x7qt8I0h7",
      scp: ["groups", "openid", "profile"],
    });
  });
});

test("each server's published keys verify its tokens", async () => {
  for (const server of ["", "/default"] as const) {
    const response_type = "id_token token";
    const { browser, reply } = await requestTokens(it, { response_type, scope: "openid" }, server);
    const response = await browser.get(`/oauth2${server}/v1/keys`);
    const jwks: JSONWebKeySet = await response.json();

    expect(response.headers.get("Cache-Control")).toMatch(/^max-age=\d+, must-revalidate$/);
    expect(jwks.keys).toHaveLength(2);
    for (const key of jwks.keys)
      expect(Object.keys(key).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
    for (const token of [reply.id_token, reply.access_token])
      await jwtVerify(token ?? "", createLocalJWKSet(jwks), { currentDate: new Date(startTime) });
  }
});
