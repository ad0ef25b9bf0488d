import { describe, expect, test } from "vitest";
import { buildContext } from "../test-context.ts";
import { classicLanguage } from "./classic-language.ts";
import { findMistake, tryExpression } from "./evaluate-expression.ts";
import { identityEngineLanguage } from "./identity-engine-language.ts";
import { findMistakeForIngrid } from "./test-evaluate.ts";

describe("a mistake", () => {
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
    ["9".repeat(400), "unreadable_number", "9".repeat(400)],
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
    ["user.email.toUpperCase()", "not_okta", "toUpperCase()"],
    ["{1}.contains(1)", "not_okta", "contains(1)"],
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
  ])("has a code and a position: %s", (expression, code, part) => {
    const mistake = findMistake(expression);
    expect(mistake).toMatchObject({ code, length: part.length });
    const { offset = 0, length = 0, message } = mistake ?? {};
    expect(expression.slice(offset, offset + length)).toBe(part);
    expect(message).toMatch(/^\S.*[.?]$/);
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
  ])("during evaluation has a code and a position: %s", (expression, code, part) => {
    expect(findMistake(expression)).toBeUndefined();
    expect(findMistakeForIngrid(expression)).toEqual({ code, part });
  });

  test.each([
    ["Groups.contains('OKTA' 10)", 'Expected "," or ")" here, but found "10".'],
    ["user.(", 'Expected a name after the dot here, but found "(".'],
    ["'a' 'b'", "Expected an operator or the end here, but found 'b'."],
  ])("has a message that quotes symbols: %s", (expression, message) => {
    expect(findMistake(expression)).toMatchObject({ message });
  });

  test.each([
    ["Groups.startWith('OKTA', 'IT', 10)", "Did you mean Groups.startsWith?"],
    ["Group.startsWith('OKTA', 'IT', 10)", "Did you mean Groups.startsWith?"],
    ["Array.get({1}, 0)", "Did you mean Arrays.get?"],
    ["user.getGroup({'group.type': 'OKTA_GROUP'})", "Did you mean user.getGroups?"],
    ["isMemberOfGroups('a')", "Did you mean isMemberOfGroup?"],
    ["users.email", "Did you mean user?"],
    ["appUser.userName", "Did you mean appuser?"],
    ["session.arm", "Did you mean session.amr?"],
    ["user.getGroups({'group.type': 'OKTA_GROUP'}).get(0)", "Use Arrays.get(list, 0)."],
    ["user.getGroups({'group.type': 'OKTA_GROUP'}).join(',')", "Arrays.toCsvString"],
    ["user.email.substr(1)", "Use String.substring."],
    ["String.length('a')", "Use String.len."],
    ["Arrays.nothing({1})", "Available: Arrays.add, "],
  ])("has advice about a misspelt name: %s", (expression, advice) => {
    expect(findMistake(expression)?.message).toContain(advice);
  });

  test.each([
    ["user.getGroups({'group.types': 'OKTA_GROUP'})", "Did you mean group.type?"],
    ["user.getGroups({'group.type': 'BUILT_IN'}).![nmae]", "Did you mean name?"],
  ])("has advice about a misspelt criterion or member: %s", (expression, advice) => {
    const tried = tryExpression(expression, buildContext(), classicLanguage);
    expect(tried).toMatchObject({ mistake: { message: expect.stringContaining(advice) } });
  });

  test.each([
    ["user.profile.firstName.toUppercase()", "Did you mean .toUpperCase()?"],
    ["user.getGroups({'group.type': {'OKTA_GROUP'}}).get(0)", "Use an index such as [0]."],
    ["user.isMembersOf({'group.profile.name': 'IT'})", "Did you mean user.isMemberOf?"],
  ])("has advice for Identity Engine's language: %s", (expression, advice) => {
    const tried = tryExpression(expression, buildContext(), identityEngineLanguage);
    expect(tried).toMatchObject({ mistake: { message: expect.stringContaining(advice) } });
  });

  test("is not found in a valid expression", () => {
    expect(findMistake("user.email")).toBeUndefined();
    expect(findMistakeForIngrid("user.email")).toBeUndefined();
  });

  test("has a message that says whether the demo org or Okta's language lacks a name", () => {
    expect(findMistake("Time.now()")?.message).toMatch(/^The demo org doesn't support Time\.now/);
    expect(findMistake("String.foo('x')")?.message).toMatch(
      /^Okta's expression language for claims has no function/,
    );
    expect(findMistake("contains('x')")?.message).toContain("Arrays.contains or Groups.contains");
    expect(findMistake("groups.startsWith('OKTA', '', 1)")?.message).toMatch(
      /Did you mean Groups\.startsWith\?$/,
    );
    expect(findMistake("user.email.toUpperCase()")?.message).toMatch(/Use String\.toUpperCase\.$/);
    expect(findMistake("Groups.startsWith('OKTA')")?.message).toBe(
      "Groups.startsWith takes 3 arguments: app, pattern, limit.",
    );
  });
});
