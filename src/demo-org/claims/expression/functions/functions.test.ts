import { describe, expect, test } from "vitest";
import { buildContext, buildGroups } from "../../test-context.ts";
import { evaluateExpression, tryExpression } from "../evaluate-expression.ts";

const value = (expression: string, change?: Parameters<typeof buildContext>[0]) =>
  evaluateExpression(expression, buildContext(change));

/** Which mistake an evaluation ends in, and the part of the expression that it is about. */
function fail(expression: string, change?: Parameters<typeof buildContext>[0]) {
  const tried = tryExpression(expression, buildContext(change));
  if (tried.kind === "value") return { value: tried.value };
  const { code, offset, length } = tried.mistake;
  return { code, part: expression.slice(offset, offset + length) };
}

describe("String", () => {
  test.each([
    [`String.append("This is", " a test")`, "This is a test"],
    [`String.join(",", "This", "is", "a", "test")`, "This,is,a,test"],
    [`String.join("", "This", user.nothing, "test")`, "Thistest"],
    [`String.len("This")`, 4],
    [`String.len(user.nothing)`, 0],
    [`String.removeSpaces("This is a test")`, "Thisisatest"],
    [`String.replace("This is a test", "is", "at")`, "That at a test"],
    [`String.replace("a.b", ".", "$&")`, "a$&b"],
    [`String.replace("abc", "", "x")`, "abc"],
    [`String.replaceFirst("This is a test", "is", "at")`, "That is a test"],
    [`String.replaceFirst("abc", "x", "y")`, "abc"],
    [`String.replaceFirst("a.b", ".", "$&")`, "a$&b"],
    [`String.startsWith("This is", "This")`, true],
    [`String.startsWith("This is", "is")`, false],
    [`String.stringContains("This is a test", "test")`, true],
    [`String.stringContains("This is a test", "doesn'tExist")`, false],
    [`String.stringContains(user.nothing, "x")`, false],
    [`String.stringSwitch("This is a test", "default", "key1", "value1")`, "default"],
    [`String.stringSwitch("This is a test", "default", "test", "value1")`, "value1"],
    [
      `String.stringSwitch("First match wins", "default", "absent", "value1", "wins", "value2", "match", "value3")`,
      "value2",
    ],
    [`String.stringSwitch("Substrings count", "default", "ring", "value1")`, "value1"],
    [`String.substring("This is a test", 2, 9)`, "is is a"],
    [`String.substring("test", 4, 4)`, ""],
    [`String.substringAfter("abc@okta.com", "@")`, "okta.com"],
    [`String.substringAfter("abc", "@")`, ""],
    [`String.substringBefore("abc@okta.com", "@")`, "abc"],
    [`String.substringBefore("abc", "@")`, "abc"],
    [`String.toUpperCase("This")`, "THIS"],
    [`String.toLowerCase("ThiS")`, "this"],
    [`String.toLowerCase(user.nothing)`, null],
    [`String.len(1234)`, 4],
    [`String.replace({"SSO-a", "SSO-b"}, "SSO-", "")`, "a,b"],
    [
      `user.firstName + " " + (String.len(user.middleInitial) == 0 ? "" : (String.substring(user.middleInitial, 0, 1) + ". ")) + user.lastName`,
      "Ingrid Holm",
    ],
  ])("%s", (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  test.each([
    [`String.substring("test", 2, 9)`, "no_such_entry", "9"],
    [`String.substring("test", 5, 5)`, "no_such_entry", "5"],
    [`String.substring("test", 3, 2)`, "no_such_entry", "2"],
    [`String.substring("test", "x", 2)`, "wrong_type", `"x"`],
    [`String.replace("a", null, "b")`, "wrong_type", "null"],
    [`String.len(app)`, "wrong_type", "app"],
    [
      `String.stringSwitch("a", "b", "c")`,
      "wrong_argument_count",
      `String.stringSwitch("a", "b", "c")`,
    ],
  ])("%s is refused", (expression, code, part) => {
    expect(fail(expression)).toEqual({ code, part });
  });
});

describe("Arrays", () => {
  test.each([
    ["Arrays.add({10, 20, 30}, 40)", [10, 20, 30, 40]],
    ["Arrays.remove({10, 20, 30}, 20)", [10, 30]],
    ["Arrays.remove({10, 20}, 30)", [10, 20]],
    ["Arrays.clear({10, 20, 30})", []],
    ["Arrays.get({0, 1, 2}, 0)", 0],
    ["Arrays.get({0, 1, 2}, '1')", 1],
    ["Arrays.flatten(10, {20, 30}, 40)", [10, 20, 30, 40]],
    ["Arrays.flatten({{1}, {2, {3}}})", [1, 2, 3]],
    ["Arrays.flatten('a,b', {'c, d'})", ["a", "b", "c, d"]],
    ["Arrays.contains({10, 20, 30}, 10)", true],
    ["Arrays.contains({10, 20, 30}, 50)", false],
    ["Arrays.contains({10}, '10')", false],
    ["Arrays.contains(user.roles, 'writer')", true],
    ["Arrays.contains('reader, writer', 'writer')", true],
    ["Arrays.contains(NULL, 1)", false],
    ["Arrays.size({10, 20, 30})", 3],
    ["Arrays.size(NULL)", 0],
    ["Arrays.isEmpty({10, 20})", false],
    ["Arrays.isEmpty({})", true],
    ["Arrays.isEmpty(NULL)", true],
    ["Arrays.isEmpty('')", true],
    [`Arrays.toCsvString({"This", "is", " a ", "test"})`, "This,is, a ,test"],
    ["Arrays.toCsvString(NULL)", null],
    [`Arrays.isEmpty(Arrays.toCsvString(Groups.startsWith("OKTA", "None", 10)))`, true],
  ])("%s", (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  test.each([
    ["Arrays.flatten({1}, NULL)", "wrong_type", "NULL"],
    ["Arrays.flatten({1, null})", "wrong_type", "{1, null}"],
    ["Arrays.add(NULL, 1)", "wrong_type", "NULL"],
    ["Arrays.get({1}, 1)", "no_such_entry", "1"],
    ["Arrays.get({1}, -1)", "no_such_entry", "-1"],
    ["Arrays.size(1)", "wrong_type", "1"],
  ])("%s is refused", (expression, code, part) => {
    expect(fail(expression)).toEqual({ code, part });
  });
});

describe("groups by name", () => {
  test.each([
    [`Groups.startsWith("OKTA", "IT", 10)`, ["IT"]],
    [`Groups.startsWith("OKTA", "mid", 10)`, ["Midwest Sales"]],
    [`Groups.endsWith("OKTA", "sales", 10)`, ["Midwest Sales"]],
    [`Groups.contains("OKTA", "e", 10)`, ["Everyone", "Midwest Sales"]],
    [`Groups.startsWith("OKTA", "", 100)`, ["Everyone", "IT", "Midwest Sales"]],
    [`Groups.startsWith("OKTA", "", 2)`, ["Everyone", "IT"]],
    [`Groups.startsWith("OKTA", ".*", 10)`, null],
    [`Groups.startsWith("active_directory", "", 100)`, ["Domain Users", "VPN Users"]],
    [`Groups.contains("google", "google", 100)`, ["IT (Google)"]],
    [`Groups.startsWith("0oaactiveDirector0h7", "VPN", 100)`, ["VPN Users"]],
    [`Groups.startsWith("workday", "", 100)`, null],
    [`Groups.startsWith("OKTA", "TEST", 100) ?: {}`, []],
    [
      `Arrays.isEmpty(Groups.startsWith("workday","",100)) ? Groups.startsWith("OKTA","",100) : Arrays.flatten(Groups.startsWith("OKTA","",50),Groups.startsWith("workday","",50))`,
      ["Everyone", "IT", "Midwest Sales"],
    ],
    [
      `Arrays.flatten(Groups.startsWith("OKTA","",50),Groups.startsWith("active_directory","",50))`,
      ["Everyone", "IT", "Midwest Sales", "Domain Users", "VPN Users"],
    ],
  ])("%s", (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  test.each(["app", "pattern"])("no argument may be null, such as the %s", (which) => {
    const expression =
      which === "app" ? `Groups.contains(null, "", 1)` : `Groups.contains("OKTA", null, 1)`;
    expect(fail(expression)).toEqual({ code: "wrong_type", part: "null" });
  });
});

describe("the limit of a group function", () => {
  const limited = (limit: string) => `Groups.startsWith("OKTA", "", ${limit})`;

  test.each(["0", "-1", "101", "2147483647"])("is from 1 to 100: not %s", (limit) => {
    expect(fail(limited(limit))).toEqual({ code: "limit_out_of_range", part: limit });
  });

  test.each(["null", "1.5", "'ten'"])("is a whole number: not %s", (limit) => {
    expect(fail(limited(limit))).toEqual({ code: "wrong_type", part: limit });
  });

  test("is any number where a code is exchanged", () => {
    const context = { flow: "code", groups: buildGroups(150) } as const;
    expect(value(limited("2147483647"), context)).toHaveLength(150);
    expect(value(limited("101"), context)).toHaveLength(101);
    expect(fail(limited("0"), context)).toEqual({ code: "limit_out_of_range", part: "0" });
  });

  test("may be an expression", () => {
    const limit = "app.profile.maxLimit < 100 ? app.profile.maxLimit : 100";
    expect(value(limited(limit))).toEqual(["Everyone", "IT", "Midwest Sales"]);
  });
});

describe("getFilteredGroups", () => {
  test.each([
    [`getFilteredGroups(app.profile.groupallowlist, "group.name", 40)`, ["IT"]],
    [`getFilteredGroups({"00goeudyucv6CcaeV0h7", "00gnotTheirs"}, "group.name", 40)`, ["IT"]],
    [`getFilteredGroups({"00gnotTheirs"}, "group.name", 40)`, []],
    [`getFilteredGroups({}, "group.name", 40)`, []],
    [`getFilteredGroups(app.profile.misspelt, "group.name", 40)`, []],
    [
      `getFilteredGroups("00gvpnUsersDemoOr0h7,00goeudyucv6CcaeV0h7", "group.name", 40)`,
      ["IT", "VPN Users"],
    ],
    [
      `getFilteredGroups({"00gvpnUsersDemoOr0h7", "00goeudyucv6CcaeV0h7"}, "group.name", 1)`,
      ["IT"],
    ],
    [
      `getFilteredGroups({"00gvpnUsersDemoOr0h7", "00goeudyucv6CcaeV0h7"}, "(group.objectClass[0] == 'okta:windows_security_principal') ? 'AD: ' + group.profile.windowsDomainQualifiedName : 'Okta: ' + group.name", 10)`,
      ["Okta: IT", "AD: EXAMPLE\\VPN Users"],
    ],
    [
      `getFilteredGroups({"00gvpnUsersDemoOr0h7"}, "group.profile.samAccountName", 10)`,
      ["VPN Users"],
    ],
    [
      `getFilteredGroups({"00goeudyucv6CcaeV0h7"}, "{group.id, group.type}", 10)`,
      [["00goeudyucv6CcaeV0h7", "OKTA_GROUP"]],
    ],
    [
      `getFilteredGroups({"00goeudyucv6CcaeV0h7"}, "group.name + ' of ' + app.profile.label", 10)`,
      ["IT of explorer"],
    ],
    [`getFilteredGroups({"00goeudyucv6CcaeV0h7"}, 'group.name + ''!''', 10)`, ["IT!"]],
    [`getFilteredGroups({"00gvpnUsersDemoOr0h7"}, "group.description", 10)`, []],
    [`getFilteredGroups(app.profile.groupallowlist, "group.name", app.profile.maxLimit)`, ["IT"]],
    [
      `Arrays.flatten(String.replace(getFilteredGroups({"00gvpnUsersDemoOr0h7", "00goeudyucv6CcaeV0h7"}, "group.name", 40), "VPN ", ""))`,
      ["IT", "Users"],
    ],
  ])("%s", (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  test("does not go through groups for each group", () => {
    const inner = "getFilteredGroups(app.profile.groupallowlist, app.profile.inner, 1)";
    const application = { ...buildContext().application, profile: { inner } };
    expect(fail(`getFilteredGroups({}, app.profile.inner, 1)`, { application })).toEqual({
      code: "not_supported",
      part: "app.profile.inner",
    });
  });
});

describe("membership", () => {
  test.each([
    [`isMemberOfGroup("00goeudyucv6CcaeV0h7")`, true],
    [`isMemberOfGroup("00gother")`, false],
    [`isMemberOfAnyGroup("00gother", "00gvpnUsersDemoOr0h7")`, true],
    [`isMemberOfGroupName("VPN Users")`, true],
    [`isMemberOfGroupName("VPN")`, false],
    [`isMemberOfGroupNameStartsWith("Mid")`, true],
    [`isMemberOfGroupNameContains("west")`, true],
    [`isMemberOfGroupNameContains("admin")`, false],
    [`isMemberOfGroupNameRegex(".*(Sales|Ops)")`, true],
    [`isMemberOfGroupNameRegex("Sales")`, false],
    [`isMemberOfGroupNameRegex("/.*Sales/")`, true],
    [`user.isMemberOf({'group.id': {'00gother', '00goeudyucv6CcaeV0h7'}})`, true],
    [`user.isMemberOf({'group.id': '00goeudyucv6CcaeV0h7'}, {'group.type': 'APP_GROUP'})`, false],
    [`user.isMemberOf({'group.profile.name': 'Mid', 'operator': 'STARTS_WITH'})`, true],
    [`user.isMemberOf({'group.profile.name': 'Mid', 'operator': 'EXACT'})`, false],
    [`user.isMemberOf({'group.profile.name': 'Mid'})`, true],
    [`!user.isMemberOf({'group.type': 'BUILT_IN'})`, false],
  ])("%s", (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });
});

describe("user.getGroups", () => {
  const named = (criteria: string) => `user.getGroups(${criteria}).![name]`;

  test.each([
    [
      `{'group.type': {'OKTA_GROUP', 'APP_GROUP', 'BUILT_IN'}}`,
      ["Everyone", "IT", "Midwest Sales", "Domain Users", "VPN Users", "IT (Google)"],
    ],
    [`{'group.type': {'OKTA_GROUP'}}, {'group.profile.name': {'IT.*'}}`, ["IT"]],
    [`{'group.profile.name': {'Everyone', 'VPN'}}`, ["Everyone", "VPN Users"]],
    [`{'group.profile.name': '.*'}, {'group.source.id': '0oagoogleAppDemo00h7'}`, ["IT (Google)"]],
    [`{'group.profile.name': 'IT.*', 'operator': 'EXACT'}`, []],
    [`{'group.profile.name': '(IT|VPN).*'}`, []],
    [`{'group.id': '00goeudyucv6'}`, []],
  ])("%s", (criteria, expected) => {
    expect(value(named(criteria))).toEqual(expected);
  });

  test("knows what the org knows of a group", () => {
    expect(value(`user.getGroups({'group.profile.name': 'VPN'})`)).toEqual([
      expect.objectContaining({
        id: "00gvpnUsersDemoOr0h7",
        type: "APP_GROUP",
        name: "VPN Users",
        profile: expect.objectContaining({ samAccountName: "VPN Users" }),
      }),
    ]);
  });

  test.each([
    ["'IT'", "wrong_criteria"],
    ["{:}", "wrong_criteria"],
    ["{'name': 'IT'}", "wrong_criteria"],
    ["{'group.id': 'a', 'group.type': 'b'}", "wrong_criteria"],
    ["{'group.id': 'a', 'operator': 'EXACT'}", "wrong_criteria"],
    ["{'group.profile.name': 'a', 'operator': 'CONTAINS'}", "wrong_criteria"],
    ["{'group.profile.name': 1}", "wrong_criteria"],
    ["{'group.profile.name': user.nothing}", "wrong_criteria"],
  ])("has no criterion %s", (criteria, code) => {
    expect(fail(named(criteria))).toEqual({ code, part: criteria });
  });

  test("finds at most 100 outside the code flow, though membership may be asked for", () => {
    const groups = buildGroups(101);
    const all = `{'group.profile.name': '.*'}`;
    expect(fail(named(all), { groups })).toMatchObject({ code: "too_many_groups" });
    expect(value(named(all), { groups, flow: "code" })).toHaveLength(101);
    expect(value(`user.isMemberOf(${all})`, { groups })).toBe(true);
  });
});
