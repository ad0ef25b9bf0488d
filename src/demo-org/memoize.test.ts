import { describe, expect, test } from "vitest";
import { memoizeByObject, memoizeLatest } from "./memoize.ts";

describe(memoizeByObject, () => {
  test("runs once for each object, even if two are equal", () => {
    const worked: object[] = [];
    const count = memoizeByObject((names: readonly string[]) => {
      worked.push(names);
      return names.length;
    });
    const names = ["Everyone", "West Coast"];
    const equal = [...names];
    expect([names, names, equal].map(count)).toEqual([2, 2, 2]);
    expect(worked).toEqual([names, equal]);
  });
});

describe(memoizeLatest, () => {
  test("runs once for a repeated text", () => {
    const worked: string[] = [];
    const measure = memoizeLatest((text) => {
      worked.push(text);
      return text.length;
    }, 2);
    expect(["one", "three", "one", "three"].map(measure)).toEqual([3, 5, 3, 5]);
    expect(worked).toEqual(["one", "three"]);
  });

  test("drops the oldest result beyond its capacity", () => {
    const worked: string[] = [];
    const measure = memoizeLatest((text) => {
      worked.push(text);
      return text.length;
    }, 2);
    for (const text of ["one", "three", "four", "one"]) measure(text);
    expect(worked).toEqual(["one", "three", "four", "one"]);
  });
});
