import { describe, expect, test } from "vitest";
import { contradicts } from "./contradicts.ts";
import type { PredictedCell, SeenCell } from "./map-cell.ts";

const predict = (change: Partial<PredictedCell>): PredictedCell => ({
  groups: "yes",
  because: "",
  isSetUpKnown: false,
  ...change,
});
const saw = (...claims: readonly [name: string, count: number][]): SeenCell => ({
  kind: "claims",
  claims: claims.map(([name, count]) => ({ name, count })),
});
const refused = (error: string): SeenCell => ({ kind: "refused", error });
const known = { isSetUpKnown: true } as const;
const twoGroups = { ...known, claims: [{ name: "groups", count: 2 }] };

describe(contradicts, () => {
  test.each<[string, PredictedCell, SeenCell, boolean]>([
    ["expected groups that were returned", predict({}), saw(["groups", 2]), false],
    ["groups that a filter may leave out", predict({}), saw(), false],
    ["the groups of the set-up", predict(twoGroups), saw(["groups", 2]), false],
    ["none of the set-up's groups", predict(twoGroups), saw(), true],
    ["more groups than the set-up's", predict(twoGroups), saw(["groups", 3]), true],
    ["groups of another name", predict(twoGroups), saw(["teams", 2]), true],
    ["one claim more", predict(twoGroups), saw(["groups", 2], ["teams", 2]), true],
    ["no groups, and none came", predict({ groups: "no" }), saw(), false],
    ["no groups, and some came", predict({ groups: "no" }), saw(["groups", 1]), true],
    ["groups that were left open", predict({ groups: "depends" }), saw(["groups", 1]), false],
    ["a refusal that did not come", predict({ groups: "refused" }), saw(), true],
    [
      "the predicted refusal",
      predict({ groups: "refused", error: "invalid_scope" }),
      refused("invalid_scope"),
      false,
    ],
    [
      "a refusal that could be one of several",
      predict({ groups: "refused" }),
      refused("access_denied"),
      false,
    ],
    [
      "another refusal",
      predict({ groups: "refused", error: "invalid_scope" }),
      refused("access_denied"),
      true,
    ],
    ["a refusal that the set-up excludes", predict(known), refused("access_denied"), true],
    ["a refusal without a set-up", predict({}), refused("access_denied"), false],
    ["an error that no set-up explains", predict(known), refused("login_required"), false],
    ["a token that can't be read", predict(twoGroups), { kind: "unreadable" }, false],
    [
      "a thin token instead of a fat one",
      predict({ weight: "fat" }),
      { kind: "claims", claims: [], weight: "thin" },
      true,
    ],
  ])("judges %s", (_name, predicted, seen, expected) => {
    expect(contradicts(predicted, seen, { isOrgServer: false })).toBe(expected);
  });

  test("does not count an org server's claim with another name than groups", () => {
    const none = predict({ groups: "no" });
    expect(contradicts(none, saw(["teams", 2]), { isOrgServer: true })).toBe(false);
    expect(contradicts(none, saw(["groups", 2]), { isOrgServer: true })).toBe(true);
    expect(contradicts(none, saw(["teams", 2]), { isOrgServer: false })).toBe(true);
  });
});
