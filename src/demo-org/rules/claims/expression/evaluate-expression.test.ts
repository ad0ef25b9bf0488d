import { describe, expect, test } from "vitest";
import { buildContext, buildGroups } from "../test-context.ts";
import { evaluateExpression } from "./evaluate-expression.ts";
import { evaluateForIngrid } from "./test-evaluate.ts";

describe("literals and collections", () => {
  test.each([
    [`'x'`, "x"],
    [`"it's"`, "it's"],
    [`'it''s'`, "it's"],
    [`"say ""hi"""`, 'say "hi"'],
    [`'C:\\new'`, "C:\\new"],
    ["1234", 1234],
    ["3.25", 3.25],
    ["-2", -2],
    ["true", true],
    ["False", false],
    ["NULL", null],
    ["{}", []],
    ["{:}", {}],
    [`{10, 'a', {true}}`, [10, "a", [true]]],
    [`{'k': 1, name: {'x'}}`, { k: 1, name: ["x"] }],
    [`{1, 2}[1]`, 2],
    [`{'k': 1}['k']`, 1],
    [`{'k': 1}['other']`, null],
    [" \n 1 \t", 1],
  ])("%s", (expression, expected) => {
    expect(evaluateForIngrid(expression)).toEqual(expected);
  });
});

describe("operators", () => {
  test.each([
    [`user.firstName + " " + user.lastName`, "Ingrid Holm"],
    ["1 + 2 + 3", 6],
    ["'a' + 1 + 2", "a12"],
    ["1 + 2 + 'a'", "3a"],
    ["5 - 2 - 1", 2],
    ["String.len('abc')-1", 2],
    ["'x' + user.nothing", "xnull"],
    ["1 == 1", true],
    ["1 == '1'", false],
    ["{1, {2}} == {1, {2}}", true],
    ["{'a': 1} == {'a': 2}", false],
    ["user.nothing == null", true],
    ["appuser != null", true],
    ["2 < 10", true],
    ["'2' < '10'", false],
    ["2 >= 2", true],
    ["null < 1", true],
    ["null <= null", true],
    ["!user.isContractor", true],
    ["!!true", true],
    ["true AND false OR true", true],
    ["true OR true AND false", true],
    ["(true OR true) AND false", false],
    ["true && !false || false", true],
    ["true and true or false", true],
    ["1 + 1 == 2 AND 3 > 2", true],
    ["false AND user.nothing.x", false],
    ["true OR user.nothing.x", true],
    ["'West' matches 'W.*'", true],
    ["'West Coast' matches 'West'", false],
    ["'west' matches '(?i)WEST'", true],
    ["1 > 2 ? 'a' : 1 < 2 ? 'b' : 'c'", "b"],
    ["true ? 1 : user.nothing.x", 1],
    ["null ?: 'x'", "x"],
    ["'' ?: 'x'", "x"],
    ["{} ?: 'x'", []],
    ["false ?: 'x'", false],
    ["user.nothing ?: user.empty ?: 'x'", "x"],
  ])("%s", (expression, expected) => {
    expect(evaluateForIngrid(expression)).toEqual(expected);
  });
});

describe("names", () => {
  test.each([
    ["user.secondEmail", "ingrid@home.example"],
    ["user.roles", ["reader", "writer"]],
    ["user.roles[0]", "reader"],
    ["user['firstName']", "Ingrid"],
    ["user.level + 1", 4],
    ["user.notThere", null],
    [`user.getInternalProperty("id")`, "00uixa271s6x7qt8I0h7"],
    [`user.getInternalProperty("status")`, "ACTIVE"],
    ["appuser.userName", "ingrid"],
    ["appuser.email", "it.user@example.com"],
    ["(appuser != null) ? appuser.userName : app.clientId", "ingrid"],
    ["app.id", "0oaoiuhhch8VRtBnC0h7"],
    ["app.clientId", "0oaoiuhhch8VRtBnC0h7"],
    ["app.profile.label", "explorer"],
    ["app.profile.nested.deep[0]", 1],
    ["app.profile.nested", { deep: [1] }],
    ["app.profile.misspelt", null],
    ["org.name", "Demo org"],
    ["org.subDomain", "demo-org"],
    ["access.scope", ["openid", "groups"]],
    ["Arrays.contains(access.scope, 'groups')", true],
    ["session.amr", ["pwd"]],
  ])("%s", (expression, expected) => {
    expect(evaluateForIngrid(expression)).toEqual(expected);
  });

  test("of the user are null in the client credentials flow", () => {
    const nobody = { ...buildContext(), user: undefined, appUser: undefined, groups: [] };
    const evaluateForNobody = (expression: string) => evaluateExpression(expression, nobody);
    expect(evaluateForNobody("(appuser != null) ? appuser.userName : app.clientId")).toBe(
      "0oaoiuhhch8VRtBnC0h7",
    );
    expect(evaluateForNobody("user == null")).toBe(true);
    expect(evaluateForNobody(`user.getInternalProperty("id")`)).toBeNull();
    expect(evaluateForNobody(`Groups.startsWith("OKTA", "", 10)`)).toBeNull();
  });

  test("of custom attributes can be members that only Identity Engine's language has", () => {
    const context = buildContext();
    const profile = { ...context.user.profile, status: "on leave" };
    expect(evaluateForIngrid("user.status", { user: { ...context.user, profile } })).toBe(
      "on leave",
    );
  });
});

describe("projections", () => {
  test.each([
    [`user.getGroups({'group.type': 'OKTA_GROUP'}).![name]`, ["IT", "Midwest Sales"]],
    [`user.getGroups({'group.type': 'OKTA_GROUP'}).![profile.name]`, ["IT", "Midwest Sales"]],
    [
      `user.getGroups({'group.profile.name': 'IT', 'operator': 'EXACT'}).![{name, id}]`,
      [["IT", "00goeudyucv6CcaeV0h7"]],
    ],
    [`user.getGroups({'group.profile.name': 'Domain'}).![description]`, [null]],
    [`user.getGroups({'group.profile.name': 'None'}).![name]`, []],
    [
      `user.getGroups({'group.type': 'BUILT_IN'}).![{'label': name + '!'}]`,
      [{ label: "Everyone!" }],
    ],
    [`{{'a': 1}, {'a': 2}}.![a + 1]`, [2, 3]],
  ])("%s", (expression, expected) => {
    expect(evaluateForIngrid(expression)).toEqual(expected);
  });
});

test("a projection works for a user with many groups", () => {
  const groups = buildGroups(2000);
  expect(
    evaluateForIngrid("user.getGroups({'group.profile.name': '.*'}).![name]", {
      groups,
      flow: "code",
    }),
  ).toHaveLength(2000);
  expect(
    evaluateForIngrid(`getFilteredGroups(app.profile.all, "group.name + ' ' + group.id", 5000)`, {
      groups,
      flow: "code",
      application: { ...buildContext().application, profile: { all: groups.map(({ id }) => id) } },
    }),
  ).toHaveLength(2000);
});
