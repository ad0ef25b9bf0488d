import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { callApi } from "../../http/management/test-api-client.ts";
import type { Application } from "../../model/application.ts";
import { callAsClient, exchangeCode } from "../../test-support/client-calls.ts";
import {
  configureCodeFlow,
  createCodeFlowOrg,
  person,
  signInForCode,
} from "../../test-support/code-flow-org.ts";
import {
  baseUrl,
  clientId,
  decode,
  parseFragment,
  type TestOrg,
} from "../../test-support/test-org.ts";
import { configureForGuide, groupsByExpression, signInToGuide } from "./test-guide-org.ts";

const manyGroups = "many.groups@example.com";

describe("the limit of a hundred groups", () => {
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
  ])("refuses the request for %s", async (value, refusal) => {
    const setup = { groupsClaim: groupsByExpression(value) };
    const reply = await signInToGuide(setup, { scope: "openid groups" }, { as: manyGroups });
    expect(reply).toEqual(refusal);
  });

  test("doesn't refuse an expression with its own limit, which returns the first groups", async () => {
    const setup = { groupsClaim: groupsByExpression(`Groups.startsWith("OKTA", "Project", 2)`) };
    const reply = await signInToGuide(setup, { scope: "openid groups" }, { as: manyGroups });
    expect(decode(reply.id_token).groups).toEqual(["Project 001", "Project 002"]);
  });

  test.each([
    [{ name: "groups", valueType: "GROUPS", groupFilterType: "REGEX", value: ".*" } as const],
    [groupsByExpression("user.getGroups({'group.profile.name': '.*'}).![name]")],
    [groupsByExpression(`Groups.startsWith("OKTA", "", 2147483647)`)],
  ])("doesn't apply when a code is exchanged: %o", async (groupsClaim) => {
    const org = await createOrgOfManyGroups(groupsClaim);
    const { code } = await signInForCode(org.openBrowser(), { scope: "openid groups" });
    const { body: tokens } = await exchangeCode(org, code);
    expect(decode(tokens.id_token).groups).toHaveLength(121);
    expect((await fetchUserInfo(org, tokens.access_token)).groups).toHaveLength(121);
  });
});

describe("for an app that can use all flows, the limit", () => {
  const everyGroup = {
    name: "groups",
    valueType: "GROUPS",
    groupFilterType: "REGEX",
    value: ".*",
  } as const;
  const scope = "openid groups";
  const tooMany = { error: "server_error" };

  test("applies to the ID token and UserInfo of the implicit flow", async () => {
    const org = await createOrgOfManyGroups(everyGroup);
    const signIn = async (change: Record<string, string>) =>
      parseFragment(await org.openBrowser().signIn(person, { scope, ...change }));
    expect(await signIn({ response_type: "id_token" })).toMatchObject(tooMany);
    const { access_token } = await signIn({ response_type: "id_token token" });
    expect(await fetchUserInfo(org, access_token)).toMatchObject(tooMany);
  });

  test("applies to the hybrid flow's tokens from the authorization endpoint", async () => {
    const org = await createOrgOfManyGroups(everyGroup);
    const hybrid = await signInForCode(org.openBrowser(), { scope, response_type: "code token" });
    expect(await fetchUserInfo(org, hybrid.access_token)).toMatchObject(tooMany);
    const { body: tokens } = await exchangeCode(org, hybrid.code);
    expect((await fetchUserInfo(org, tokens.access_token)).groups).toHaveLength(121);
  });

  test("doesn't apply to a refreshed token", async () => {
    const org = await createOrgOfManyGroups(everyGroup);
    const change = { scope: `${scope} offline_access` };
    const { code } = await signInForCode(org.openBrowser(), change);
    const { body: first } = await exchangeCode(org, code);
    const { body: tokens } = await callAsClient(org, "/oauth2/v1/token", {
      grant_type: "refresh_token",
      client_id: clientId,
      refresh_token: first.refresh_token,
      scope: change.scope,
    });
    expect(decode(tokens.id_token).groups).toHaveLength(121);
    expect((await fetchUserInfo(org, tokens.access_token)).groups).toHaveLength(121);
  });

  test.each([
    [
      { grantType: "implicit", responseType: "id_token" },
      { kind: "refused", ...tooMany },
    ],
    [
      { grantType: "authorization_code" },
      { kind: "tokens", idToken: { payload: { groups: expect.arrayContaining(["Everyone"]) } } },
    ],
  ])("applies to token previews in the same way: %o", async (flow, expected) => {
    const org = await createOrgOfManyGroups(everyGroup);
    const { body } = await callApi(org, "POST", "/demo/v1/token-preview", {
      serverId: null,
      clientId,
      userId: person,
      scopes: ["openid", "groups"],
      ...flow,
    });
    expect(body).toMatchObject(expected);
  });
});

/** An org in which each user is in the groups of the user with more than a hundred. */
async function createOrgOfManyGroups(groupsClaim: Application["groupsClaim"]): Promise<TestOrg> {
  const configuration = configureForGuide({ groupsClaim }, configureCodeFlow());
  const many = configuration.users.find(({ profile }) => profile.login === manyGroups);
  const all = configuration.memberships.find(({ userId }) => userId === many?.id)?.groupIds ?? [];
  for (const membership of configuration.memberships) membership.groupIds = all;
  return await createCodeFlowOrg(configuration);
}

async function fetchUserInfo({ fetch }: TestOrg, token: string | undefined) {
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(new Request(`${baseUrl}/oauth2/v1/userinfo`, { headers }));
  return v.parse(v.record(v.string(), v.unknown()), await response.json());
}
