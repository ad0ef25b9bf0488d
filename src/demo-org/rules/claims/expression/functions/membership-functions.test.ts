import { describe, expect, test } from "vitest";
import { evaluateForIngrid } from "../test-evaluate.ts";

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
    [`isMemberOfGroupNameRegex("/.*Sale.*")`, true],
    [`isMemberOfGroupNameRegex("/")`, false],
    [`user.isMemberOf({'group.id': {'00gother', '00goeudyucv6CcaeV0h7'}})`, true],
    [`user.isMemberOf({'group.id': '00goeudyucv6CcaeV0h7'}, {'group.type': 'APP_GROUP'})`, false],
    [`user.isMemberOf({'group.profile.name': 'Mid', 'operator': 'STARTS_WITH'})`, true],
    [`user.isMemberOf({'group.profile.name': 'Mid', 'operator': 'EXACT'})`, false],
    [`user.isMemberOf({'group.profile.name': 'Mid'})`, true],
    [`!user.isMemberOf({'group.type': 'BUILT_IN'})`, false],
  ])("%s", (expression, expected) => {
    expect(evaluateForIngrid(expression)).toBe(expected);
  });
});
