import { describe, expect, test } from "vitest";
import type { JsonObject } from "../oidc/json.ts";
import { compareClaims } from "./difference.ts";

describe(compareClaims, () => {
  test("lists the groups that a thin token left out first, then other differences", () => {
    const fat = { sub: "00u1", name: "Joe", locale: "en-US", jti: "ID.1", groups: ["Everyone"] };
    const thin = { sub: "00u1", name: "Joe", jti: "ID.2", at_hash: "x" };
    expect(compareClaims(fat, thin)).toEqual([
      { name: "groups", left: ["Everyone"], difference: "only-left", isGroups: true },
      { name: "locale", left: "en-US", difference: "only-left", isGroups: false },
      { name: "at_hash", right: "x", difference: "only-right", isGroups: false },
      { name: "jti", left: "ID.1", right: "ID.2", difference: "changed", isGroups: false },
      { name: "sub", left: "00u1", right: "00u1", difference: "same", isGroups: false },
      { name: "name", left: "Joe", right: "Joe", difference: "same", isGroups: false },
    ]);
  });

  test.each<[string, JsonObject, JsonObject, string]>([
    [
      "groups in another order",
      { groups: ["IT", "Everyone"] },
      { groups: ["Everyone", "IT"] },
      "same",
    ],
    ["members in another order", { address: { a: 1, b: 2 } }, { address: { b: 2, a: 1 } }, "same"],
    [
      "two groups where there was one with a comma",
      { groups: ["a", "b"] },
      { groups: ["a,b"] },
      "changed",
    ],
    ["a group more", { groups: ["a"] }, { groups: ["a", "a"] }, "changed"],
    ["another group twice", { groups: ["a", "a", "b"] }, { groups: ["a", "b", "b"] }, "changed"],
    ["a member more", { address: { a: 1 } }, { address: { a: 1, b: 2 } }, "changed"],
    ["members with other names", { address: { a: 1 } }, { address: { b: 1 } }, "changed"],
    ["another value in a list of objects", { x: [{ a: ["b"] }] }, { x: [{ a: ["c"] }] }, "changed"],
    ["a list and an object", { x: [] }, { x: {} }, "changed"],
    ["a list in another order that is not of strings", { x: [1, 2] }, { x: [2, 1] }, "changed"],
    ["a number and its digits", { ver: 1 }, { ver: "1" }, "changed"],
    ["null", { x: null }, { x: null }, "same"],
  ])("compares %s", (_case, left, right, difference) => {
    expect(compareClaims(left, right)).toMatchObject([{ difference }]);
  });

  test("distinguishes an empty groups claim from an absent one", () => {
    expect(compareClaims({ groups: [] }, {})).toEqual([
      { name: "groups", left: [], difference: "only-left", isGroups: true },
    ]);
  });

  test("compares sets without claims", () => {
    expect(compareClaims({}, { sub: "00u1" })).toMatchObject([{ difference: "only-right" }]);
    expect(compareClaims({}, {})).toEqual([]);
  });

  test("finds claims with the names of JavaScript properties", () => {
    const left = JSON.parse('{"constructor":1,"__proto__":2}');
    expect(compareClaims(left, {}).map(({ name, difference }) => [name, difference])).toEqual([
      ["constructor", "only-left"],
      ["__proto__", "only-left"],
    ]);
  });
});
