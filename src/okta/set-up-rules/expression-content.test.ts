import { describe, expect, test } from "vitest";
import { canHoldGroups, nameContent } from "./expression-content.ts";

describe(nameContent, () => {
  test.each([
    ["session.amr", "the authentication methods of the sign-in"],
    ["session.amr.contains('pwd')", "the authentication methods of the sign-in"],
    ["session.id", "the session’s id"],
    ["access.scope", "the granted scopes"],
    ["user.department", "the user’s attribute department"],
    ["user.profile.lastName", "the user’s attribute lastName"],
    ["String.toUpperCase(user.department)", "the user’s attribute department"],
    ['user.getInternalProperty("status")', "a property of the user"],
    ["appuser.userName", "the app user’s attribute userName"],
    ["app.profile.team", "the app’s property team"],
    ["app.clientId", "the app’s clientId"],
    ["org.subDomain", "the org’s subDomain"],
    [
      'user.firstName + " " + user.lastName',
      "the user’s attribute firstName and the user’s attribute lastName",
    ],
    ["user.email + user.email", "the user’s attribute email"],
    ['"user.email"', "a fixed value"],
    ["{'IT', 'Sales'}", "a fixed value"],
    ["true", "a fixed value"],
    ["Time.now()", "something else"],
  ])("says what the expression %s holds", (expression, content) => {
    expect(nameContent(expression)).toBe(content);
  });
});

describe(canHoldGroups, () => {
  test.each([
    ["user.roles", true],
    ["appuser.groups", true],
    ["app.profile.team", true],
    ["getManagerUser('active_directory').groups", true],
    ["user.getGroups().![name]", true],
    ['Groups.startsWith("OKTA", "", 10)', true],
    ["session.amr", false],
    ["access.scope", false],
    ["org.name", false],
    ["{'user', 'profile'}", false],
  ])("%s: %s", (expression, canHold) => {
    expect(canHoldGroups(expression)).toBe(canHold);
  });
});
