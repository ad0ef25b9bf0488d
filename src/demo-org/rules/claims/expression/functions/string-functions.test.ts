import { describe, expect, test } from "vitest";
import { evaluateForIngrid, findMistakeForIngrid } from "../test-evaluate.ts";

describe("String", () => {
  test.each([
    [`String.append("This is", " a test")`, "This is a test"],
    [`String.join(",", "This", "is", "a", "test")`, "This,is,a,test"],
    [`String.join("", "This", user.nothing, "test")`, "Thistest"],
    [`String.len("This")`, 4],
    [`String.len(user.nothing)`, 0],
    [`String.removeSpaces("This is a test")`, "Thisisatest"],
    [`String.replace("This is a test", "is", "at")`, "That at a test"],
    [`String.replace("a.b", ".", "$&")`, "a$&b"],
    [`String.replace("abc", "", "x")`, "abc"],
    [`String.replaceFirst("This is a test", "is", "at")`, "That is a test"],
    [`String.replaceFirst("abc", "x", "y")`, "abc"],
    [`String.replaceFirst("a.b", ".", "$&")`, "a$&b"],
    [`String.startsWith("This is", "This")`, true],
    [`String.startsWith("This is", "is")`, false],
    [`String.stringContains("This is a test", "test")`, true],
    [`String.stringContains("This is a test", "doesn'tExist")`, false],
    [`String.stringContains(user.nothing, "x")`, false],
    [`String.stringSwitch("This is a test", "default", "key1", "value1")`, "default"],
    [`String.stringSwitch("This is a test", "default", "test", "value1")`, "value1"],
    [
      `String.stringSwitch("First match wins", "default", "absent", "value1", "wins", "value2", "match", "value3")`,
      "value2",
    ],
    [`String.stringSwitch("Substrings count", "default", "ring", "value1")`, "value1"],
    [`String.substring("This is a test", 2, 9)`, "is is a"],
    [`String.substring("test", 4, 4)`, ""],
    [`String.substringAfter("abc@okta.com", "@")`, "okta.com"],
    [`String.substringAfter("abc", "@")`, ""],
    [`String.substringBefore("abc@okta.com", "@")`, "abc"],
    [`String.substringBefore("abc", "@")`, "abc"],
    [`String.toUpperCase("This")`, "THIS"],
    [`String.toLowerCase("ThiS")`, "this"],
    [`String.toLowerCase(user.nothing)`, null],
    [`String.len(1234)`, 4],
    [`String.replace({"SSO-a", "SSO-b"}, "SSO-", "")`, "a,b"],
    [
      `user.firstName + " " + (String.len(user.middleInitial) == 0 ? "" : (String.substring(user.middleInitial, 0, 1) + ". ")) + user.lastName`,
      "Ingrid Holm",
    ],
  ])("%s", (expression, expected) => {
    expect(evaluateForIngrid(expression)).toEqual(expected);
  });

  test.each([
    [`String.substring("test", 2, 9)`, "no_such_entry", "9"],
    [`String.substring("test", 5, 5)`, "no_such_entry", "5"],
    [`String.substring("test", -1, 2)`, "no_such_entry", "-1"],
    [`String.substring("test", 3, 2)`, "end_before_start", "2"],
    [`String.substring("test", "x", 2)`, "wrong_type", `"x"`],
    [`String.replace("a", null, "b")`, "wrong_type", "null"],
    [`String.len(app)`, "wrong_type", "app"],
    [
      `String.stringSwitch("a", "b", "c")`,
      "wrong_argument_count",
      `String.stringSwitch("a", "b", "c")`,
    ],
  ])("%s is refused", (expression, code, part) => {
    expect(findMistakeForIngrid(expression)).toEqual({ code, part });
  });
});
