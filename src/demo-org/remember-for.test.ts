import { expect, test } from "vitest";
import { rememberFor } from "./remember-for.ts";

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
