import { describe, expect, test } from "vitest";
import type { Group } from "../../model/group.ts";
import { hostileGroupNames } from "../../seed/hostile-group-names.ts";
import { filterGroups } from "./group-filter.ts";

const build = (name: string, type: Group["type"] = "OKTA_GROUP"): Group => ({
  id: name,
  type,
  profile: { name, description: null },
});
const groups = [
  build("Everyone", "BUILT_IN"),
  build("group1"),
  build("Group123"),
  build("MyGroup123"),
  build("group1 (AD)", "APP_GROUP"),
];
const names = (...names: string[]) => ({ kind: "names", names });

describe(filterGroups, () => {
  test.each([
    ["STARTS_WITH", "group1", names("group1", "Group123")],
    ["EQUALS", "GROUP1", names("group1")],
    ["CONTAINS", "group1", names("group1", "Group123", "MyGroup123")],
    ["REGEX", "group1", names("group1")],
    ["REGEX", "group1.*", names("group1")],
    ["REGEX", "(?i)group1.*", names("group1", "Group123")],
    ["REGEX", "/^[a-z0-9_-]{3,16}$/", names("group1")],
    ["REGEX", ".*", names("Everyone", "group1", "Group123", "MyGroup123")],
    ["STARTS_WITH", ".*", names()],
    ["EQUALS", "", names("Everyone", "group1", "Group123", "MyGroup123")],
    ["REGEX", "(", { kind: "unreadable", message: expect.stringContaining("( is not closed") }],
    ["REGEX", "(a?){1000}", { kind: "too_large", message: expect.stringContaining("too long") }],
    ["REGEX", "", names("Everyone", "group1", "Group123", "MyGroup123")],
  ] as const)("%s %s", (filterType, value, expected) => {
    expect(filterGroups(groups, filterType, value, "implicit")).toEqual(expected);
  });

  test("matches every name with .* and returns it unchanged", () => {
    expect(
      filterGroups(
        hostileGroupNames.map((name) => build(name)),
        "REGEX",
        ".*",
        "implicit",
      ),
    ).toEqual(names(...hostileGroupNames));
  });

  test("returns at most a hundred matching groups", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => build(`Project ${index}`));
    const more = [...hundred, build("One more")];
    expect(filterGroups(hundred, "REGEX", ".*", "implicit").kind).toBe("names");
    expect(filterGroups(more, "REGEX", ".*", "implicit").kind).toBe("too_many");
    expect(filterGroups(more, "REGEX", ".*", "code").kind).toBe("names");
    expect(filterGroups(more, "STARTS_WITH", "Project", "implicit").kind).toBe("names");
  });

  test("is not blocked by a hostile pattern", () => {
    const name = `${"a".repeat(200)}!`;
    expect(filterGroups([build(name)], "REGEX", "(a+)+(a+)+(a+)+$", "implicit")).toEqual(names());
  });

  test("limits the work of a large pattern on many names", () => {
    const many = Array.from({ length: 5000 }, (_, index) => build(`${index} ${"a".repeat(240)}`));
    expect(filterGroups(many, "REGEX", ".{0,990}b", "code")).toEqual({
      kind: "too_large",
      message: expect.stringContaining("so many groups"),
    });
    expect(filterGroups(many, "REGEX", "[0-9]{1,4} a+b", "code")).toEqual(names());
  });
});
