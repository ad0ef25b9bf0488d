import { describe, expect, test } from "vitest";
import { getAt, rebase, setAt } from "./body.ts";

const group = { id: "00g1", profile: { name: "IT", tags: [{ name: "a" }, { name: "b" }] } };

test.each([
  ["profile.name", "IT"],
  ["profile.tags.name", ["a", "b"]],
  ["profile.none", undefined],
  ["none.name", undefined],
])("the value at %s is %j", (path, value) => {
  expect(getAt(group, path)).toEqual(value);
});

test("a value is set without changing the others", () => {
  expect(setAt(group, "profile.name", "HR")).toEqual({
    id: "00g1",
    profile: { ...group.profile, name: "HR" },
  });
  expect(setAt({}, "profile.name", "HR")).toEqual({ profile: { name: "HR" } });
});

describe(rebase, () => {
  const before = { name: "IT", description: "", scopes: ["openid"], profile: { a: 1, b: 2 } };

  test("takes the newer version of fields without edits", () => {
    const now = {
      name: "Information Technology",
      description: "All of it",
      scopes: [],
      profile: { a: 3, c: 4 },
    };
    expect(rebase({ ...before, scopes: ["openid"] }, before, now)).toEqual(now);
  });

  test("keeps edits", () => {
    const typed = { ...before, description: "Second floor", scopes: ["openid", "groups"] };
    expect(rebase(typed, before, { ...before, name: "Information Technology" })).toEqual({
      ...typed,
      name: "Information Technology",
    });
  });

  test("drops an edited filter of a claim that became an expression", () => {
    const filter = { valueType: "GROUPS", value: "IT", group_filter_type: "EQUALS" };
    const now = { name: "groups", valueType: "EXPRESSION", value: "user.department" };
    const edited = { ...filter, name: "teams", value: "IT2" };
    expect(rebase(edited, { ...filter, name: "groups" }, now)).toEqual({ ...now, name: "teams" });
  });

  test("keeps an emptied field empty, and leaves a removed member out", () => {
    const now = { ...before, description: "All of it", profile: { a: 1, b: 2, c: 3 } };
    expect(rebase({ ...before, name: "", profile: { b: 2 } }, before, now)).toEqual({
      ...now,
      name: "",
      profile: { b: 2, c: 3 },
    });
  });
});
