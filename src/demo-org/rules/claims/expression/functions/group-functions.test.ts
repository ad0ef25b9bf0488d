import { describe, expect, test } from "vitest";
import { buildContext, buildGroups } from "../../test-context.ts";
import { evaluateForIngrid, findMistakeForIngrid } from "../test-evaluate.ts";

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
    expect(evaluateForIngrid(expression)).toEqual(expected);
  });

  test.each(["app", "pattern"])("refuses null as the %s", (which) => {
    const expression =
      which === "app" ? `Groups.contains(null, "", 1)` : `Groups.contains("OKTA", null, 1)`;
    expect(findMistakeForIngrid(expression)).toEqual({ code: "wrong_type", part: "null" });
  });
});

describe("the limit of a group function", () => {
  const limited = (limit: string) => `Groups.startsWith("OKTA", "", ${limit})`;

  test.each(["0", "-1", "101", "2147483647"])("is from 1 to 100: not %s", (limit) => {
    expect(findMistakeForIngrid(limited(limit))).toEqual({
      code: "limit_out_of_range",
      part: limit,
    });
  });

  test.each(["null", "1.5", "'ten'"])("is a whole number: not %s", (limit) => {
    expect(findMistakeForIngrid(limited(limit))).toEqual({ code: "wrong_type", part: limit });
  });

  test("can be any number in the code flow", () => {
    const context = { flow: "code", groups: buildGroups(150) } as const;
    expect(evaluateForIngrid(limited("2147483647"), context)).toHaveLength(150);
    expect(evaluateForIngrid(limited("101"), context)).toHaveLength(101);
    expect(findMistakeForIngrid(limited("0"), context)).toEqual({
      code: "limit_out_of_range",
      part: "0",
    });
  });

  test("can be an expression", () => {
    const limit = "app.profile.maxLimit < 100 ? app.profile.maxLimit : 100";
    expect(evaluateForIngrid(limited(limit))).toEqual(["Everyone", "IT", "Midwest Sales"]);
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
    expect(evaluateForIngrid(expression)).toEqual(expected);
  });

  test("is fast for many groups", () => {
    const inner = "getFilteredGroups(app.profile.groupallowlist, app.profile.inner, 1)";
    const application = { ...buildContext().application, profile: { inner } };
    expect(
      findMistakeForIngrid(`getFilteredGroups({}, app.profile.inner, 1)`, { application }),
    ).toEqual({
      code: "not_supported",
      part: "app.profile.inner",
    });
  });
});
