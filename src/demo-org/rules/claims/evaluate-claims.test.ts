import { describe, expect, test } from "vitest";
import type { Claim } from "../../model/claim.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { createTestOrg, decode, parseFragment } from "../../test-support/test-org.ts";

const person = "joe.user@example.com";

const common = {
  id: "ocltest",
  name: "team",
  status: "ACTIVE",
  claimType: "IDENTITY",
  conditions: { scopes: [] },
  system: false,
  alwaysIncludeInToken: true,
} as const;
const team: Claim = {
  ...common,
  valueType: "GROUPS",
  value: "midwest",
  group_filter_type: "STARTS_WITH",
};

async function requestTokensWith(claim: Claim, response_type = "id_token") {
  const configuration = structuredClone(seedConfiguration);
  configuration.customServers[0]?.claims.push(claim);
  const browser = (await createTestOrg({ configuration })).openBrowser();
  const change = { response_type, scope: "openid email" };
  return parseFragment(await browser.signIn(person, change, "/default"));
}

describe("a custom claim of a custom server", () => {
  test("is the last claim of the ID token, and not in the access token", async () => {
    const { id_token, access_token } = await requestTokensWith(team, "id_token token");
    expect(Object.entries(decode(id_token)).at(-1)).toEqual(["team", ["Midwest Sales"]]);
    expect(decode(access_token)).not.toHaveProperty("team");
  });

  test("is left out of a thin ID token unless it is always included", async () => {
    const claim = { ...team, alwaysIncludeInToken: false };
    expect(decode((await requestTokensWith(claim)).id_token)).toHaveProperty("team");
    expect(decode((await requestTokensWith(claim, "id_token token")).id_token)).not.toHaveProperty(
      "team",
    );
  });

  test.each([
    ["is included for a requested scope", { conditions: { scopes: ["email", "phone"] } }, true],
    ["is left out if its scope was not requested", { conditions: { scopes: ["phone"] } }, false],
    ["is left out if it is inactive", { status: "INACTIVE" }, false],
    ["is left out if it matches no group", { value: "x" }, false],
  ] as const)("%s", async (_case, change, isThere) => {
    const { id_token } = await requestTokensWith({ ...team, ...change });
    expect("team" in decode(id_token)).toBe(isThere);
  });

  test.each([
    ["an unsupported expression", { ...common, valueType: "EXPRESSION", value: "Time.now()" }],
    ["an invalid expression", { ...common, valueType: "EXPRESSION", value: "Groups.startsWith(" }],
    ["an unknown member", { ...common, valueType: "EXPRESSION", value: "user.email.domain" }],
    [
      "an expression that is too long",
      { ...common, valueType: "EXPRESSION", value: `'${"x".repeat(1023)}'` },
    ],
    ["an invalid regex", { ...team, group_filter_type: "REGEX", value: "(" }],
    ["a regex that is too large", { ...team, group_filter_type: "REGEX", value: "(a?){1000}" }],
  ] as const)("fails the request if it has %s", async (_case, claim) => {
    expect(await requestTokensWith(claim)).toEqual({
      state: "myState",
      error: "server_error",
      error_description: "The 'team' user claim could not be evaluated.",
    });
  });

  test("can have the name of a property of JavaScript's objects", async () => {
    const { id_token } = await requestTokensWith({ ...team, name: "__proto__" });
    expect(Object.entries(decode(id_token)).at(-1)).toEqual(["__proto__", ["Midwest Sales"]]);
  });
});

test("a system claim with alwaysIncludeInToken=true is in a thin ID token", async () => {
  const configuration = structuredClone(seedConfiguration);
  for (const claim of configuration.customServers[0]?.claims ?? [])
    if (claim.name === "email_verified") claim.alwaysIncludeInToken = true;
  const browser = (await createTestOrg({ configuration })).openBrowser();
  const change = { response_type: "id_token token", scope: "openid email" };
  const { id_token } = parseFragment(await browser.signIn(person, change, "/default"));
  expect(decode(id_token)).toHaveProperty("email_verified", true);
});

describe("the app's groups claim", () => {
  const fetchIdTokenWith = async (
    groupsClaim: (typeof seedConfiguration.applications)[0]["groupsClaim"],
  ) => {
    const configuration = structuredClone(seedConfiguration);
    for (const application of configuration.applications) application.groupsClaim = groupsClaim;
    const browser = (await createTestOrg({ configuration })).openBrowser();
    return decode(parseFragment(await browser.signIn(person)).id_token);
  };
  const filter = {
    name: "groups",
    valueType: "GROUPS",
    groupFilterType: "CONTAINS",
    value: "sales",
  } as const;

  test("lists the groups that match its filter, under its name", async () => {
    expect(await fetchIdTokenWith(filter)).toHaveProperty("groups", ["Midwest Sales"]);
    expect(await fetchIdTokenWith({ ...filter, name: "teams" })).toHaveProperty("teams");
  });

  test.each([
    ["no filter was saved", null],
    ["its name was left empty", { ...filter, name: "" }],
    ["nothing matches", { ...filter, value: "nothing" }],
  ])("is left out if %s", async (_case, groupsClaim) => {
    expect(await fetchIdTokenWith(groupsClaim)).not.toHaveProperty("groups");
  });
});
