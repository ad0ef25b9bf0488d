import { describe, expect, test } from "vitest";
import { evaluateForIngrid, findMistakeForIngrid } from "../test-evaluate.ts";

describe("Arrays", () => {
  test.each([
    ["Arrays.add({10, 20, 30}, 40)", [10, 20, 30, 40]],
    ["Arrays.remove({10, 20, 30}, 20)", [10, 30]],
    ["Arrays.remove({10, 20}, 30)", [10, 20]],
    ["Arrays.clear({10, 20, 30})", []],
    ["Arrays.get({0, 1, 2}, 0)", 0],
    ["Arrays.get({0, 1, 2}, '1')", 1],
    ["Arrays.flatten(10, {20, 30}, 40)", [10, 20, 30, 40]],
    ["Arrays.flatten({{1}, {2, {3}}})", [1, 2, 3]],
    ["Arrays.flatten('a,b', {'c, d'})", ["a", "b", "c, d"]],
    ["Arrays.contains({10, 20, 30}, 10)", true],
    ["Arrays.contains({10, 20, 30}, 50)", false],
    ["Arrays.contains({10}, '10')", false],
    ["Arrays.contains(user.roles, 'writer')", true],
    ["Arrays.contains('reader, writer', 'writer')", true],
    ["Arrays.contains(NULL, 1)", false],
    ["Arrays.size({10, 20, 30})", 3],
    ["Arrays.size(NULL)", 0],
    ["Arrays.isEmpty({10, 20})", false],
    ["Arrays.isEmpty({})", true],
    ["Arrays.isEmpty(NULL)", true],
    ["Arrays.isEmpty('')", true],
    [`Arrays.toCsvString({"This", "is", " a ", "test"})`, "This,is, a ,test"],
    ["Arrays.toCsvString(NULL)", null],
    [`Arrays.isEmpty(Arrays.toCsvString(Groups.startsWith("OKTA", "None", 10)))`, true],
  ])("%s", (expression, expected) => {
    expect(evaluateForIngrid(expression)).toEqual(expected);
  });

  test.each([
    ["Arrays.flatten({1}, NULL)", "wrong_type", "NULL"],
    ["Arrays.flatten({1, null})", "wrong_type", "{1, null}"],
    ["Arrays.add(NULL, 1)", "wrong_type", "NULL"],
    ["Arrays.get({1}, 1)", "no_such_entry", "1"],
    ["Arrays.get({1}, -1)", "no_such_entry", "-1"],
    ["Arrays.size(1)", "wrong_type", "1"],
  ])("%s is refused", (expression, code, part) => {
    expect(findMistakeForIngrid(expression)).toEqual({ code, part });
  });
});
