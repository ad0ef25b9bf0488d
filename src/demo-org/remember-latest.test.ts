import { expect, test } from "vitest";
import { rememberLatest } from "./remember-latest.ts";

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
