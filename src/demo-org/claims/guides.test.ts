import { describe, expect, test } from "vitest";
import type { Application } from "../model/application.ts";
import type { Claim } from "../model/claim.ts";
import type { Configuration } from "../model/configuration.ts";
import type { User } from "../model/user.ts";
import { seedConfiguration } from "../seed/configuration.ts";
import { it as groupIt } from "../seed/groups.ts";
import { exchangeCode } from "../test-client-calls.ts";
import { configureCodeFlow, createCodeFlowOrg, signInForCode } from "../test-code-flow-org.ts";
import { baseUrl, clientId, createTestOrg, decode, readFragment, startTime } from "../test-org.ts";

const now = startTime / 1000;
const person = "it.user@example.com";
const manyGroups = "many.groups@example.com";

type Setup = {
  readonly groupsClaim?: Application["groupsClaim"];
  readonly profile?: Application["profile"];
  readonly claims?: readonly Claim[];
  readonly attributes?: Partial<User["profile"]>;
};

/** What an admin does by hand in the guides: on the app, on `default` with its `groups` scope, and on the person. */
function configure(
  { groupsClaim, profile, claims = [], attributes }: Setup,
  configuration: Configuration = structuredClone(seedConfiguration),
): Configuration {
  for (const application of configuration.applications) {
    if (groupsClaim !== undefined) application.groupsClaim = groupsClaim;
    if (profile) application.profile = profile;
  }
  for (const server of configuration.customServers) {
    server.claims.push(...claims);
    server.scopes.push({
      id: "scp.groups",
      name: "groups",
      system: false,
      metadataPublish: "ALL_CLIENTS",
      default: false,
    });
  }
  for (const user of configuration.users) Object.assign(user.profile, attributes);
  return configuration;
}

async function signIn(
  setup: Setup,
  change: Readonly<Record<string, string>>,
  { as = person, server = "" }: { readonly as?: string; readonly server?: "" | "/default" } = {},
) {
  const browser = (await createTestOrg({ configuration: configure(setup) })).openBrowser();
  return readFragment(await browser.signIn(as, change, server));
}

function buildClaim(
  name: string,
  value: string,
  change: Partial<Extract<Claim, { valueType: "EXPRESSION" }>> = {},
): Claim {
  return {
    id: "oclguideClaimDemo0h7",
    name,
    status: "ACTIVE",
    claimType: "RESOURCE",
    valueType: "EXPRESSION",
    value,
    conditions: { scopes: [] },
    system: false,
    alwaysIncludeInToken: true,
    ...change,
  };
}

const expression = (value: string) => ({ name: "groups", valueType: "EXPRESSION", value }) as const;

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
  test("in an ID token of the org server", async () => {
    const reply = await signIn({ groupsClaim: expression(dynamic) }, { scope: "openid groups" });
    expect(Object.entries(decode(reply.id_token))).toEqual(
      Object.entries({ ...orgIdToken, groups: ["IT"] }),
    );
  });

  test("in an access token of a custom server", async () => {
    const claims = [buildClaim("dynamic_group", dynamic)];
    const request = { response_type: "token", scope: "openid groups" };
    const reply = await signIn({ claims }, request, { server: "/default" });
    expect(Object.entries(decode(reply.access_token))).toEqual(
      Object.entries({ ...customAccessToken, dynamic_group: ["IT"] }),
    );
  });
});

describe("the static allowlist", () => {
  test("in an ID token of the org server", async () => {
    const setup = { groupsClaim: expression(static_), profile };
    const reply = await signIn(setup, { scope: "openid groups" });
    expect(decode(reply.id_token)).toEqual({ ...orgIdToken, groups: ["IT"] });
  });

  test("in an access token of a custom server, as `groups`", async () => {
    const setup = { claims: [buildClaim("groups", static_)], profile };
    const request = { response_type: "token", scope: "openid groups" };
    const reply = await signIn(setup, request, { server: "/default" });
    expect(decode(reply.access_token)).toEqual({ ...customAccessToken, groups: ["IT"] });
  });

  test("with the IDs in the expression itself", async () => {
    const inline = `getFilteredGroups({"${groupIt.id}"}, "group.name", 40)`;
    const reply = await signIn({ groupsClaim: expression(inline) }, { scope: "openid groups" });
    expect(decode(reply.id_token).groups).toEqual(["IT"]);
  });

  test("is not there for a person in none of its groups, nor without the app's profile", async () => {
    const request = { scope: "openid groups" };
    const groupsClaim = expression(static_);
    const outside = await signIn({ groupsClaim, profile }, request, { as: "joe.user@example.com" });
    expect(decode(outside.id_token)).not.toHaveProperty("groups");
    const reply = await signIn({ groupsClaim }, request);
    expect(decode(reply.id_token)).not.toHaveProperty("groups");
  });
});

describe("custom claims", () => {
  const attributes = { preferredLanguage: "eng", secondEmail: "juser@example.net" };

  test("an attribute in the ID token, and another in the access token", async () => {
    const claims = [
      buildClaim("IDTClaim", "user.preferredLanguage", { claimType: "IDENTITY" }),
      buildClaim("ATClaim", "user.secondEmail"),
    ];
    const request = { response_type: "id_token token", scope: "openid" };
    const reply = await signIn({ claims, attributes }, request, { server: "/default" });
    expect(Object.entries(decode(reply.id_token)).at(-1)).toEqual(["IDTClaim", "eng"]);
    expect(Object.entries(decode(reply.access_token)).at(-1)).toEqual([
      "ATClaim",
      "juser@example.net",
    ]);
    expect(decode(reply.id_token)).not.toHaveProperty("ATClaim");
    expect(decode(reply.access_token)).not.toHaveProperty("IDTClaim");
  });

  test("are not there for a person without the attribute", async () => {
    const claims = [buildClaim("ATClaim", "user.secondEmail")];
    const request = { response_type: "token", scope: "openid" };
    const reply = await signIn({ claims }, request, { server: "/default" });
    expect(decode(reply.access_token)).not.toHaveProperty("ATClaim");
  });

  test("what the app's profile says of the app", async () => {
    const claims = [
      buildClaim("applabel", "app.profile.label"),
      buildClaim("appid", "app.id"),
      buildClaim("scope", "access.scope"),
    ];
    const setup = { claims, profile: { label: "explorer" } };
    const request = { response_type: "token", scope: "openid groups" };
    const reply = await signIn(setup, request, { server: "/default" });
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
  ])("come with %s, which a filter does not see", async (value, groups) => {
    const reply = await signIn(
      { groupsClaim: expression(value) },
      { scope: "openid groups" },
      { as: directory },
    );
    expect(decode(reply.id_token).groups).toEqual(groups);
  });
});

describe("too many groups", () => {
  const tooMany = {
    state: "myState",
    error: "server_error",
    error_description:
      "The groups claim matched too many groups and must be configured to match fewer groups.",
  };
  const notEvaluated = {
    ...tooMany,
    error_description: "The 'groups' user claim could not be evaluated.",
  };

  test.each([
    ["user.getGroups({'group.profile.name': '.*'}).![name]", tooMany],
    [`Groups.startsWith("OKTA", "", 101)`, notEvaluated],
  ])("%s", async (value, refusal) => {
    const setup = { groupsClaim: expression(value) };
    const reply = await signIn(setup, { scope: "openid groups" }, { as: manyGroups });
    expect(reply).toEqual(refusal);
  });

  test("a limit lets the first of them through", async () => {
    const setup = { groupsClaim: expression(`Groups.startsWith("OKTA", "Project", 2)`) };
    const reply = await signIn(setup, { scope: "openid groups" }, { as: manyGroups });
    expect(decode(reply.id_token).groups).toEqual(["Project 001", "Project 002"]);
  });

  test.each([
    [{ name: "groups", valueType: "GROUPS", groupFilterType: "REGEX", value: ".*" } as const],
    [expression("user.getGroups({'group.profile.name': '.*'}).![name]")],
    [expression(`Groups.startsWith("OKTA", "", 2147483647)`)],
  ])("there are none where a code is exchanged: %o", async (groupsClaim) => {
    const configuration = configure({ groupsClaim }, configureCodeFlow());
    // Everybody is in the groups of the person who is in many.
    const many = configuration.users.find(({ profile }) => profile.login === manyGroups);
    const all = configuration.memberships.find(({ userId }) => userId === many?.id)?.groupIds ?? [];
    for (const membership of configuration.memberships) membership.groupIds = all;
    const org = await createCodeFlowOrg(configuration);
    const { code } = await signInForCode(org.openBrowser(), { scope: "openid groups" });
    const { body: tokens } = await exchangeCode(org, code);
    expect(decode(tokens.id_token).groups).toHaveLength(121);
    const userInfo = await org.answer(
      new Request(`${baseUrl}/oauth2/v1/userinfo`, {
        headers: { Authorization: `Bearer ${tokens.access_token}` },
      }),
    );
    expect((await userInfo.json()).groups).toHaveLength(121);
  });
});

test("who an access token is about can be changed by its expression", async () => {
  const configuration = structuredClone(seedConfiguration);
  for (const claim of configuration.customServers[0]?.claims ?? [])
    if (claim.valueType === "EXPRESSION" && claim.name === "sub")
      claim.value = `String.toUpperCase(user.getInternalProperty("id"))`;
  const browser = (await createTestOrg({ configuration })).openBrowser();
  const request = { response_type: "token", scope: "openid" };
  const reply = readFragment(await browser.signIn(person, request, "/default"));
  expect(decode(reply.access_token).sub).toBe("00UIXA271S6X7QT8I0H7");
});
