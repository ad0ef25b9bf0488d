import { describe, expect, test } from "vitest";
import { rememberFor, rememberLatest } from "./remember.ts";

describe(rememberFor, () => {
  test("runs once for each object, even if two are equal", () => {
    const worked: object[] = [];
    const count = rememberFor((names: readonly string[]) => {
      worked.push(names);
      return names.length;
    });
    const names = ["Everyone", "West Coast"];
    const equal = [...names];
    expect([names, names, equal].map(count)).toEqual([2, 2, 2]);
    expect(worked).toEqual([names, equal]);
  });
});

describe(rememberLatest, () => {
  test("runs once for a repeated text", () => {
    const worked: string[] = [];
    const measure = rememberLatest((text) => {
      worked.push(text);
      return text.length;
    }, 2);
    expect(["one", "three", "one", "three"].map(measure)).toEqual([3, 5, 3, 5]);
    expect(worked).toEqual(["one", "three"]);
  });

  test("drops the oldest result beyond its capacity", () => {
    const worked: string[] = [];
    const measure = rememberLatest((text) => {
      worked.push(text);
      return text.length;
    }, 2);
    for (const text of ["one", "three", "four", "one"]) measure(text);
    expect(worked).toEqual(["one", "three", "four", "one"]);
  });
});
