import { describe, expect, test } from "vitest";
import { buildContext } from "../test-context.ts";
import { evaluateExpression, findMistake } from "./evaluate-expression.ts";
import { identityEngineLanguage } from "./identity-engine-language.ts";
import { evaluateForIngrid, findMistakeForIngrid } from "./test-evaluate.ts";

const evaluate = (expression: string) =>
  evaluateForIngrid(expression, undefined, identityEngineLanguage);

describe("attributes", () => {
  test.each([
    ["user.profile.firstName", "Ingrid"],
    ["user['profile']['firstName']", "Ingrid"],
    ["user.profile.roles", ["reader", "writer"]],
    ["user.profile.misspelt", null],
    ["user.id", "00uixa271s6x7qt8I0h7"],
    ["user.status", "ACTIVE"],
    ["user.created", "2019-11-01T08:00:00.000Z"],
    ["user.lastUpdated", "2019-11-19T22:11:56.000Z"],
    ["user.passwordChanged", "2019-11-01T08:00:00.000Z"],
    ["user.lastLogin", null],
    ["appuser.userName", "ingrid"],
    ["appuser.email", "it.user@example.com"],
    ["appuser.entitlements.permission", null],
    ["session.amr", ["pwd"]],
    ["session.amr.contains('pwd')", true],
  ])("%s", (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });

  test("of the app user can be named entitlements", () => {
    const context = buildContext();
    const profile = { ...context.appUser.profile, entitlements: { permission: ["Read"] } };
    const changed = { ...context, appUser: { ...context.appUser, profile } };
    const expression = "appuser.entitlements.permission";
    expect(evaluateExpression(expression, changed, identityEngineLanguage)).toEqual(["Read"]);
  });
});

describe("methods", () => {
  test.each([
    ["'test'.toUpperCase()", "TEST"],
    ["user.profile.firstName.toUpperCase()", "INGRID"],
    ["'TEST'.toLowerCase()", "test"],
    ["'test'.substring(1)", "est"],
    ["user.profile.firstName.substring(1,3)", "ng"],
    ["'hello'.replace('l', 'p')", "heppo"],
    ["'hello'.replaceFirst('l', 'p')", "heplo"],
    ["'test'.length()", 4],
    ["'This is a test'.removeSpaces()", "Thisisatest"],
    ["'This is a test'.contains('test')", true],
    ["'This is a test'.contains('Test')", false],
    ["user.profile.email.substringBefore('@')", "it.user"],
    ["user.profile.email.substringAfter('@')", "example.com"],
    ["{1, 2, 3}.contains(3)", true],
    ["{1, 2, 3}.contains('one')", false],
    ["user.profile.roles.size()", 2],
    ["{}.isEmpty()", true],
    ["{'one', 'two'}.add('two')", ["one", "two", "two"]],
    ["{1, 2, 3}.remove(1)", [2, 3]],
    ["{2, 3}.remove(1)", [2, 3]],
    ["{{1}, {2, 3}}.flatten()", [1, 2, 3]],
    ["'1.1'.toInteger()", 1],
    ["'-2147483649'.toInteger()", 2_147_483_647],
    ["1.1.toInteger()", 1],
    ["-1.6.toInteger()", -2],
    ["2147483647.7.toInteger()", -2_147_483_648],
    ["'1.7'.toNumber()", 1.7],
    ["' Ingrid '.removeSpaces().toLowerCase().contains('rid')", true],
    ["user.profile.country == 'United States'", false],
    [
      `user.profile.firstName + " " + (user.profile.nothing.length() == 0 ? "" : (user.profile.nothing.substring(0, 1) + ". ")) + user.profile.lastName`,
      "Ingrid Holm",
    ],
  ])("%s", (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });

  test.each([
    ["toUpperCase()", null],
    ["substring(1)", null],
    ["replace('a', 'b')", null],
    ["add('a')", null],
    ["flatten()", null],
    ["toNumber()", null],
    ["length()", 0],
    ["size()", 0],
    ["isEmpty()", true],
    ["contains('a')", false],
  ])("accept a missing attribute: %s", (call, expected) => {
    expect(evaluate(`user.profile.nothing.${call}`)).toBe(expected);
  });

  test.each([
    ["{1}.toUpperCase()", "wrong_type", "{1}"],
    ["'a'.size()", "wrong_type", "'a'"],
    ["user.profile.isContractor.length()", "wrong_type", "user.profile.isContractor"],
    ["true.contains('a')", "wrong_type", "true"],
    ["user.contains('a')", "wrong_type", "user"],
    ["user.profile.email.toInteger()", "wrong_type", "user.profile.email"],
    ["'123This is a test'.toNumber()", "wrong_type", "'123This is a test'"],
    [`'${"9".repeat(400)}'.toNumber()`, "wrong_type", `'${"9".repeat(400)}'`],
    ["'test'.substring(5)", "no_such_entry", "5"],
    ["'test'.toUpperCase('a')", "wrong_argument_count", "toUpperCase('a')"],
    ["'test'.substring()", "wrong_argument_count", "substring()"],
    ["'test'.substring(1, 2, 3)", "wrong_argument_count", "substring(1, 2, 3)"],
  ])("%s fails", (expression, code, part) => {
    expect(findMistakeForIngrid(expression, undefined, identityEngineLanguage)).toEqual({
      code,
      part,
    });
  });
});

describe("groups", () => {
  test.each([
    ["user.getGroups({'group.type': {'OKTA_GROUP'}}).![profile.name]", ["IT", "Midwest Sales"]],
    [
      "user.getGroups({'group.type': {'OKTA_GROUP'}}).![profile.name.toUpperCase()]",
      ["IT", "MIDWEST SALES"],
    ],
    [
      "user.getGroups({'group.type': {'OKTA_GROUP'}}).![name.toLowerCase()]",
      ["it", "midwest sales"],
    ],
    [
      "user.getGroups({'group.profile.name': {'Domain*','VPN*'}}).![profile.name]",
      ["Domain Users", "VPN Users"],
    ],
    [
      "user.getGroups({'group.profile.name': {'Domain','VPN'}, 'operator': 'STARTS_WITH'}).![profile.name]",
      ["Domain Users", "VPN Users"],
    ],
    ["user.getGroups({'group.profile.name': 'VPN*', 'operator': 'EXACT'}).![profile.name]", []],
    ["user.getGroups({'group.profile.name': '*Users'}).![profile.name]", []],
    ["user.getGroups()", []],
    ["user.getGroups().![profile.name]", []],
    ["user.getGroups({'group.type': 'BUILT_IN'}).size()", 1],
    ["user.isMemberOf({'group.profile.name': 'VPN*'})", true],
  ])("%s", (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });
});

describe("names of the classic language only are refused on save", () => {
  const ofText = (call: string) => `Use the method: user.profile.lastName.${call}.`;
  const ofList = (call: string) => `Use the method: user.profile.roles.${call}.`;

  test.each([
    ["user.login", "Write user.profile.login."],
    ["user['login']", "Write user.profile.login."],
    ["user.login.toUpperCase()", "Write user.profile.login."],
    ["'x' + user.email", "Write user.profile.email."],
    ["firstName", "use user.profile.firstName."],
    ["String.toUpperCase(user.profile.login)", ofText("toUpperCase()")],
    ["String.stringContains(user.profile.login, 'a')", ofText("contains('a')")],
    ["String.len('a')", ofText("length()")],
    ["String.substringBefore(user.profile.email, '@')", ofText("substringBefore('a')")],
    ["String.join('', 'a', 'b')", "Use +."],
    ["toUpperCase(user.profile.login)", ofText("toUpperCase()")],
    ["Arrays.contains(user.profile.roles, 'a')", ofList("contains('a')")],
    ["Arrays.size(user.profile.roles)", ofList("size()")],
    ["Arrays.isEmpty({})", ofList("isEmpty()")],
    ["Arrays.get({1}, 0)", "Use an index such as [0]."],
    ["Groups.startsWith('OKTA', 'IT', 10)", "Use user.getGroups"],
    ["getFilteredGroups({'00g'}, 'group.name', 10)", "Use user.getGroups"],
    ["isMemberOfGroup('00g')", "Use user.isMemberOf"],
    ["isMemberOfGroupNameRegex('IT')", "Use user.isMemberOf"],
    ["Convert.toInt('1')", ofText("toInteger()")],
    ["Convert.toNum('1')", ofText("toNumber()")],
    ["user.getInternalProperty('id')", "Use user.id"],
    ["app.profile.label", "Available: user, appuser, session."],
    ["access.scope", "Available: user, appuser, session."],
  ])("%s", (expression, advice) => {
    const mistake = findMistake(expression, identityEngineLanguage);
    expect(mistake).toMatchObject({ code: "not_okta" });
    expect(mistake?.message).toMatch(/^Identity Engine's expression language has no /);
    expect(mistake?.message).toContain(advice);
  });

  test.each([
    ["'a'.startsWith('a')", "not_okta"],
    ["'a'.matches('a')", "not_okta"],
    ["'a'.getClass()", "not_okta"],
    ["'a'.__proto__()", "not_okta"],
    ["'a'.constructor('x')", "not_okta"],
    ["'a'.toUppercase()", "not_okta"],
    ["'US'.parseCountryCode().toName()", "not_supported"],
    ["user.created.toString('MM/dd/yyyy')", "not_supported"],
    ["DateTime.now()", "not_supported"],
    ["device.profile.managed", "not_supported"],
    ["session.id", "not_supported"],
    ["security.risk.level", "not_okta"],
  ])("%s: %s", (expression, code) => {
    expect(findMistake(expression, identityEngineLanguage)).toMatchObject({ code });
  });
});
