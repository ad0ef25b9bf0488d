import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../seed/configuration.ts";
import { it as groupIt } from "../../seed/groups.ts";
import {
  baseUrl,
  clientId,
  createTestOrg,
  decode,
  parseFragment,
  startTime,
} from "../../test-support/test-org.ts";
import { buildClaim, groupsByExpression, signInToGuide } from "./test-guide-org.ts";

const now = startTime / 1000;
const person = "it.user@example.com";

const orgIdToken = {
  sub: "00uixa271s6x7qt8I0h7",
  ver: 1,
  iss: baseUrl,
  aud: clientId,
  iat: now,
  exp: now + 3600,
  jti: expect.stringMatching(/^ID\.[\w-]{43}$/),
  amr: ["pwd"],
  idp: "00oixa26ycdNcX0VT0h7",
  nonce: "myNonce",
  auth_time: now,
};

const customAccessToken = {
  ver: 1,
  jti: expect.stringMatching(/^AT\.[\w-]{43}$/),
  iss: `${baseUrl}/oauth2/default`,
  aud: "api://default",
  iat: now,
  exp: now + 3600,
  cid: clientId,
  uid: "00uixa271s6x7qt8I0h7",
  scp: ["groups", "openid"],
  auth_time: now,
  sub: person,
  GroupsClaim: ["Everyone", "IT"],
};

const dynamic = `Groups.startsWith("OKTA", "IT", 10)`;
const static_ = `getFilteredGroups(app.profile.groupallowlist, "group.name", 40)`;
const profile = { groupallowlist: [groupIt.id] };

describe("the dynamic allowlist", () => {
  test("is in an ID token of the org server", async () => {
    const reply = await signInToGuide(
      { groupsClaim: groupsByExpression(dynamic) },
      { scope: "openid groups" },
    );
    expect(Object.entries(decode(reply.id_token))).toEqual(
      Object.entries({ ...orgIdToken, groups: ["IT"] }),
    );
  });

  test("is in an access token of a custom server", async () => {
    const claims = [buildClaim("dynamic_group", dynamic)];
    const request = { response_type: "token", scope: "openid groups" };
    const reply = await signInToGuide({ claims }, request, { server: "/default" });
    expect(Object.entries(decode(reply.access_token))).toEqual(
      Object.entries({ ...customAccessToken, dynamic_group: ["IT"] }),
    );
  });
});

describe("the static allowlist", () => {
  test("is in an ID token of the org server", async () => {
    const setup = { groupsClaim: groupsByExpression(static_), profile };
    const reply = await signInToGuide(setup, { scope: "openid groups" });
    expect(decode(reply.id_token)).toEqual({ ...orgIdToken, groups: ["IT"] });
  });

  test("is in an access token of a custom server, with the name `groups`", async () => {
    const setup = { claims: [buildClaim("groups", static_)], profile };
    const request = { response_type: "token", scope: "openid groups" };
    const reply = await signInToGuide(setup, request, { server: "/default" });
    expect(decode(reply.access_token)).toEqual({ ...customAccessToken, groups: ["IT"] });
  });

  test("can have its group IDs in the expression", async () => {
    const inline = `getFilteredGroups({"${groupIt.id}"}, "group.name", 40)`;
    const reply = await signInToGuide(
      { groupsClaim: groupsByExpression(inline) },
      { scope: "openid groups" },
    );
    expect(decode(reply.id_token).groups).toEqual(["IT"]);
  });

  test("is left out for a user in none of its groups, and without the app's profile", async () => {
    const request = { scope: "openid groups" };
    const groupsClaim = groupsByExpression(static_);
    const outside = await signInToGuide({ groupsClaim, profile }, request, {
      as: "joe.user@example.com",
    });
    expect(decode(outside.id_token)).not.toHaveProperty("groups");
    const reply = await signInToGuide({ groupsClaim }, request);
    expect(decode(reply.id_token)).not.toHaveProperty("groups");
  });
});

describe("custom claims", () => {
  const attributes = { preferredLanguage: "eng", secondEmail: "juser@example.net" };

  test("can be an attribute in the ID token, and another attribute in the access token", async () => {
    const claims = [
      buildClaim("IDTClaim", "user.preferredLanguage", { claimType: "IDENTITY" }),
      buildClaim("ATClaim", "user.secondEmail"),
    ];
    const request = { response_type: "id_token token", scope: "openid" };
    const reply = await signInToGuide({ claims, attributes }, request, { server: "/default" });
    expect(Object.entries(decode(reply.id_token)).at(-1)).toEqual(["IDTClaim", "eng"]);
    expect(Object.entries(decode(reply.access_token)).at(-1)).toEqual([
      "ATClaim",
      "juser@example.net",
    ]);
    expect(decode(reply.id_token)).not.toHaveProperty("ATClaim");
    expect(decode(reply.access_token)).not.toHaveProperty("IDTClaim");
  });

  test("are left out for a user without the attribute", async () => {
    const claims = [buildClaim("ATClaim", "user.secondEmail")];
    const request = { response_type: "token", scope: "openid" };
    const reply = await signInToGuide({ claims }, request, { server: "/default" });
    expect(decode(reply.access_token)).not.toHaveProperty("ATClaim");
  });

  test("can be attributes of the app's profile", async () => {
    const claims = [
      buildClaim("applabel", "app.profile.label"),
      buildClaim("appid", "app.id"),
      buildClaim("scope", "access.scope"),
    ];
    const setup = { claims, profile: { label: "explorer" } };
    const request = { response_type: "token", scope: "openid groups" };
    const reply = await signInToGuide(setup, request, { server: "/default" });
    expect(decode(reply.access_token)).toMatchObject({
      applabel: "explorer",
      appid: clientId,
      scope: ["openid", "groups"],
    });
  });
});

describe("groups from a directory", () => {
  const directory = "directory.user@example.com";

  test.each([
    [`Groups.startsWith("active_directory", "", 100)`, ["Domain Users", "VPN Users"]],
    [
      `user.getGroups({'group.type': {'OKTA_GROUP', 'APP_GROUP', 'BUILT_IN'}}).![name]`,
      ["Everyone", "IT", "Domain Users", "VPN Users"],
    ],
  ])("are returned by %s, but not by a filter", async (value, groups) => {
    const reply = await signInToGuide(
      { groupsClaim: groupsByExpression(value) },
      { scope: "openid groups" },
      { as: directory },
    );
    expect(decode(reply.id_token).groups).toEqual(groups);
  });
});

test("the expression of sub changes an access token's subject", async () => {
  const configuration = structuredClone(seedConfiguration);
  for (const claim of configuration.customServers[0]?.claims ?? [])
    if (claim.valueType === "EXPRESSION" && claim.name === "sub")
      claim.value = `String.toUpperCase(user.getInternalProperty("id"))`;
  const browser = (await createTestOrg({ configuration })).openBrowser();
  const request = { response_type: "token", scope: "openid" };
  const reply = parseFragment(await browser.signIn(person, request, "/default"));
  expect(decode(reply.access_token).sub).toBe("00UIXA271S6X7QT8I0H7");
});
