import { describe, expect, test } from "vitest";
import { buildContext, buildGroups } from "../test-context.ts";
import { evaluateExpression, findMistake, tryExpression } from "./evaluate-expression.ts";

const value = (expression: string, change?: Parameters<typeof buildContext>[0]) =>
  evaluateExpression(expression, buildContext(change));

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
    expect(value(expression)).toEqual(expected);
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
    expect(value(expression)).toEqual(expected);
  });
});

describe("what a claim can ask for", () => {
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
    expect(value(expression)).toEqual(expected);
  });

  test("an app that asks for itself has no person", () => {
    const nobody = { ...buildContext(), user: undefined, appUser: undefined, groups: [] };
    const ask = (expression: string) => evaluateExpression(expression, nobody);
    expect(ask("(appuser != null) ? appuser.userName : app.clientId")).toBe("0oaoiuhhch8VRtBnC0h7");
    expect(ask("user == null")).toBe(true);
    expect(ask(`user.getInternalProperty("id")`)).toBeNull();
    expect(ask(`Groups.startsWith("OKTA", "", 10)`)).toBeNull();
  });

  test("an attribute of the org's own may have the name of what belongs to another variety", () => {
    const context = buildContext();
    const profile = { ...context.user.profile, status: "on leave" };
    expect(value("user.status", { user: { ...context.user, profile } })).toBe("on leave");
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
    expect(value(expression)).toEqual(expected);
  });
});

describe("what is wrong, and where", () => {
  test.each([
    ["", "unexpected", ""],
    ["1 +", "unexpected", ""],
    ["'abc", "unclosed_text", "'abc"],
    ["“x”", "unexpected", "“"],
    ["1 ~ 2", "unexpected", "~"],
    ["1 2", "unexpected", "2"],
    ["1 == 2 == 3", "unexpected", "=="],
    ["(1", "unexpected", ""],
    ["{1, 2", "unexpected", ""],
    ["{1,}", "unexpected", "}"],
    ["{'a': 1, 2}", "wrong_type", "2"],
    ["{1: 2}", "wrong_type", "1"],
    ["true ? 1", "unexpected", ""],
    ["user.", "unexpected", ""],
    ["user.'x'", "unexpected", "'x'"],
    ["1e5", "unreadable_number", "1e5"],
    ["0x10", "unreadable_number", "0x10"],
    ["2147483648", "unreadable_number", "2147483648"],
    ["user.a = 1", "not_okta", "="],
    ["user.a++", "not_okta", "++"],
    ["2 * 3", "not_okta", "*"],
    ["not true", "not_okta", "not"],
    ["1 eq 1", "not_okta", "eq"],
    ["user?.a", "not_okta", "?."],
    ["user.roles.?[true]", "not_okta", "?["],
    ["#root", "not_okta", "#"],
    ["@bean", "not_okta", "@"],
    ["new java.io.File('x')", "not_okta", "new"],
    ["T(java.lang.Runtime)", "not_okta", "T(java.lang.Runtime)"],
    ["firstName", "not_okta", "firstName"],
    ["zendesk.email", "not_okta", "zendesk"],
    ["group.name", "not_okta", "group"],
    ["device.profile", "not_okta", "device"],
    ["isMemberOf('x')", "not_okta", "isMemberOf('x')"],
    ["Groups.matches('OKTA', 'x', 1)", "not_okta", "Groups.matches('OKTA', 'x', 1)"],
    ["user.email.run()", "not_okta", "run()"],
    ["user.email.toUpperCase()", "not_supported", "toUpperCase()"],
    ["{1}.contains(1)", "not_supported", "contains(1)"],
    ["Time.now()", "not_supported", "Time.now()"],
    ["Convert.toInt('1')", "not_supported", "Convert.toInt('1')"],
    ["substringBefore(user.email, '@')", "not_supported", "substringBefore(user.email, '@')"],
    ["user.getLinkedObject('manager')", "not_supported", "user.getLinkedObject('manager')"],
    ["app.label", "not_supported", "app.label"],
    ["session.id", "not_supported", "session.id"],
    ["String.len()", "wrong_argument_count", "String.len()"],
    ["String.len('a', 'b')", "wrong_argument_count", "String.len('a', 'b')"],
    ["Arrays.flatten()", "wrong_argument_count", "Arrays.flatten()"],
    [`getFilteredGroups({}, "group.nam", 1)`, "no_such_member", "group.nam"],
    [`getFilteredGroups({}, "group.name +", 1)`, "unexpected", ""],
    [`getFilteredGroups({}, "", 1)`, "unexpected", ""],
    [`getFilteredGroups({}, "'a''b' ~ 'c'", 1)`, "unexpected", "~"],
    [`getFilteredGroups({}, '''a'' ~', 1)`, "unexpected", `'''a'' ~'`],
  ])("%s", (expression, code, part) => {
    const mistake = findMistake(expression);
    expect(mistake).toMatchObject({ code, length: part.length });
    const { offset = 0, length = 0, message } = mistake ?? {};
    expect(expression.slice(offset, offset + length)).toBe(part);
    expect(message).toMatch(/^\S.*\.$/);
  });

  test.each([
    ["user.email.domain", "wrong_type", "user.email"],
    ["user.nothing.x", "wrong_type", "user.nothing"],
    ["user.id", "not_supported", "user.id"],
    ["user.profile.email", "not_supported", "user.profile"],
    ["appuser.entitlements.x", "not_supported", "appuser.entitlements"],
    ["{1}[1]", "no_such_entry", "1"],
    ["{1}['a']", "wrong_type", "'a'"],
    ["user.getGroups({'group.type': 'BUILT_IN'}).![nam]", "no_such_member", "nam"],
    ["{1}.![name]", "wrong_type", "{1}"],
    ["user.email.![name]", "wrong_type", "user.email"],
    ["1 ? 2 : 3", "wrong_type", "1"],
    ["!user.nothing", "wrong_type", "user.nothing"],
    ["true AND 'x'", "wrong_type", "'x'"],
    ["1 < 'a'", "wrong_type", "'a'"],
    ["{1} < 1", "wrong_type", "{1}"],
    ["null + null", "wrong_type", "null"],
    ["1 + true", "wrong_type", "true"],
    ["'a' + {1}", "wrong_type", "{1}"],
    ["1 - 'a'", "wrong_type", "'a'"],
    ["-'a'", "wrong_type", "'a'"],
    ["user.nothing matches 'x'", "wrong_type", "user.nothing"],
    ["'x' matches '('", "unreadable_pattern", "'('"],
    [`user.getInternalProperty("type")`, "not_supported", `"type"`],
    [`getFilteredGroups({"00goeudyucv6CcaeV0h7"}, "group.name.x", 1)`, "wrong_type", "group.name"],
    [
      `getFilteredGroups({"00goeudyucv6CcaeV0h7"}, "group." + "nam", 1)`,
      "no_such_member",
      `"group." + "nam"`,
    ],
    [`getFilteredGroups({}, app.profile.label, 1)`, "not_okta", "app.profile.label"],
    [`getFilteredGroups({}, 1, 1)`, "wrong_type", "1"],
  ])("%s, for somebody", (expression, code, part) => {
    expect(findMistake(expression)).toBeUndefined();
    const tried = tryExpression(expression, buildContext());
    expect(tried).toMatchObject({ kind: "mistake", mistake: { code } });
    const { offset, length } = tried.kind === "mistake" ? tried.mistake : { offset: 0, length: 0 };
    expect(expression.slice(offset, offset + length)).toBe(part);
  });

  test("nothing, where nothing is wrong", () => {
    expect(findMistake("user.email")).toBeUndefined();
    expect(tryExpression("user.email", buildContext())).toEqual({
      kind: "value",
      value: "it.user@example.com",
    });
  });

  test("tells what the demo org lacks from what Okta's language lacks", () => {
    expect(findMistake("Time.now()")?.message).toMatch(/^The demo org does not support Time\.now/);
    expect(findMistake("String.foo('x')")?.message).toMatch(/^Okta's language for claims has no/);
    expect(findMistake("contains('x')")?.message).toContain("Arrays.contains and Groups.contains");
    expect(findMistake("Groups.startsWith('OKTA')")?.message).toBe(
      "Groups.startsWith takes 3 arguments: app, pattern, limit.",
    );
  });
});

test("a person in many groups is no more than many groups", () => {
  const groups = buildGroups(2000);
  expect(
    value("user.getGroups({'group.profile.name': '.*'}).![name]", { groups, flow: "code" }),
  ).toHaveLength(2000);
  expect(
    value(`getFilteredGroups(app.profile.all, "group.name + ' ' + group.id", 5000)`, {
      groups,
      flow: "code",
      application: { ...buildContext().application, profile: { all: groups.map(({ id }) => id) } },
    }),
  ).toHaveLength(2000);
});
