import { describe, expect, test } from "vitest";
import { rememberFor, rememberLatest } from "./remember.ts";

describe(rememberFor, () => {
  test("works once for an object, and anew for another that is its equal", () => {
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
  test("works once for a text that comes again", () => {
    const worked: string[] = [];
    const measure = rememberLatest((text) => {
      worked.push(text);
      return text.length;
    }, 2);
    expect(["one", "three", "one", "three"].map(measure)).toEqual([3, 5, 3, 5]);
    expect(worked).toEqual(["one", "three"]);
  });

  test("forgets what came first when there is no more room", () => {
    const worked: string[] = [];
    const measure = rememberLatest((text) => {
      worked.push(text);
      return text.length;
    }, 2);
    for (const text of ["one", "three", "four", "one"]) measure(text);
    expect(worked).toEqual(["one", "three", "four", "one"]);
  });
});
