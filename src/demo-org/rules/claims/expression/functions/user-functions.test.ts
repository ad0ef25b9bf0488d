import { describe, expect, test } from "vitest";
import { buildGroups } from "../../test-context.ts";
import { evaluateForIngrid, findMistakeForIngrid } from "../test-evaluate.ts";

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
    expect(evaluateForIngrid(named(criteria))).toEqual(expected);
  });

  test("can use all properties of a group", () => {
    expect(evaluateForIngrid(`user.getGroups({'group.profile.name': 'VPN'})`)).toEqual([
      expect.objectContaining({
        id: "00gvpnUsersDemoOr0h7",
        type: "APP_GROUP",
        name: "VPN Users",
        created: "2019-11-01T08:00:00.000Z",
        lastMembershipUpdated: "2019-11-01T08:00:00.000Z",
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
  ])("refuses the criterion %s", (criteria, code) => {
    expect(findMistakeForIngrid(named(criteria))).toEqual({ code, part: criteria });
  });

  test("returns at most 100 outside the code flow, but checks memberships of any number", () => {
    const groups = buildGroups(101);
    const all = `{'group.profile.name': '.*'}`;
    expect(findMistakeForIngrid(named(all), { groups })).toMatchObject({ code: "too_many_groups" });
    expect(evaluateForIngrid(named(all), { groups, flow: "code" })).toHaveLength(101);
    expect(evaluateForIngrid(`user.isMemberOf(${all})`, { groups })).toBe(true);
  });
});
