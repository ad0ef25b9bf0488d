import { describe, expect, test } from "vitest";
import { exchangeCode } from "../test-client-calls.ts";
import { configureCodeFlow, createCodeFlowOrg, signInForCode } from "../test-code-flow-org.ts";
import { baseUrl, decode } from "../test-org.ts";
import { configureForGuide, groupsByExpression, signInToGuide } from "./test-guide-org.ts";

const manyGroups = "many.groups@example.com";

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
    const setup = { groupsClaim: groupsByExpression(value) };
    const reply = await signInToGuide(setup, { scope: "openid groups" }, { as: manyGroups });
    expect(reply).toEqual(refusal);
  });

  test("a limit lets the first of them through", async () => {
    const setup = { groupsClaim: groupsByExpression(`Groups.startsWith("OKTA", "Project", 2)`) };
    const reply = await signInToGuide(setup, { scope: "openid groups" }, { as: manyGroups });
    expect(decode(reply.id_token).groups).toEqual(["Project 001", "Project 002"]);
  });

  test.each([
    [{ name: "groups", valueType: "GROUPS", groupFilterType: "REGEX", value: ".*" } as const],
    [groupsByExpression("user.getGroups({'group.profile.name': '.*'}).![name]")],
    [groupsByExpression(`Groups.startsWith("OKTA", "", 2147483647)`)],
  ])("there are none where a code is exchanged: %o", async (groupsClaim) => {
    const configuration = configureForGuide({ groupsClaim }, configureCodeFlow());
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
