import { describe, expect, test } from "vitest";
import { buildContext, buildGroups } from "../test-context.ts";
import { findMistake, tryExpression } from "./evaluate-expression.ts";
import { identityEngineLanguage } from "./identity-engine-language.ts";

/** Evaluates an expression, and returns its value or error code. A test with an endless evaluation times out. */
function tryIt(expression: string, profile: Record<string, unknown> = {}, groupCount = 3) {
  const base = buildContext();
  const application = { ...base.application, profile };
  const groups = buildGroups(groupCount);
  const tried = tryExpression(expression, { ...base, application, groups, flow: "code" });
  return tried.kind === "value" ? tried.value : tried.mistake.code;
}

describe("hostile text", () => {
  test.each([
    ["many open brackets", "(".repeat(1024), "too_deep"],
    ["lists within lists", `${"{".repeat(512)}${"}".repeat(512)}`, "too_deep"],
    ["a bracket after each function", "f(".repeat(500), "too_deep"],
    ["entries of entries", `user${"[user".repeat(200)}`, "too_deep"],
    ["not, and not again", `${"!".repeat(1020)}true`, "too_deep"],
    ["minus, and minus again", `${"- ".repeat(500)}1`, "too_deep"],
    ["conditions within conditions", `${"true?".repeat(200)}1`, "too_deep"],
    ["defaults of defaults", `${"null?:".repeat(150)}1`, "too_deep"],
    ["projections of projections", `{1}${".![{1}".repeat(140)}`, "too_deep"],
    ["a hundred thousand brackets", "(".repeat(100_000), "too_long"],
    ["one character too many", `'${"x".repeat(1023)}'`, "too_long"],
    ["only quotation marks", "'".repeat(1023), "unclosed_text"],
    ["only dots", ".".repeat(1024), "unexpected"],
    ["a lone surrogate", "\ud800", "unexpected"],
    ["a NUL", "'a'\u0000", "unexpected"],
  ])("%s", (_case, expression, code) => {
    expect(findMistake(expression)).toMatchObject({ code });
    expect(tryIt(expression)).toBe(code);
  });

  test("an expression of maximum length and depth", () => {
    expect(tryIt(`'${"x".repeat(1022)}'`)).toHaveLength(1022);
    expect(tryIt(`1${"+1".repeat(511)}`)).toBe(512);
    expect(tryIt(`${"(".repeat(90)}1${")".repeat(90)}`)).toBe(1);
  });
});

describe("hostile regular expressions", () => {
  const long = "a".repeat(60_000);

  test.each([
    ["quantifiers within quantifiers", "(a+)+(a+)+(a*)*b"],
    ["alternatives that overlap", "(a|a|aa)*b"],
    ["many stars", ".*.*.*.*.*.*.*.*.*.*b"],
  ])("%s", (_case, pattern) => {
    expect(tryIt(`app.profile.text matches '${pattern}'`, { text: long })).toBe(false);
    expect(tryIt(`isMemberOfGroupNameRegex('${pattern}')`)).toBe(false);
  });

  test.each([
    ["repeats written out", "(a?){1000}"],
    ["a row of repeats", "a{900}".repeat(100)],
    ["repeats of repeats", "((a{9}){9}){99}"],
  ])("%s", (_case, pattern) => {
    expect(tryIt(`'a' matches '${pattern}'`)).toBe("pattern_too_large");
    expect(tryIt(`'a' matches app.profile.pattern`, { pattern })).toBe("pattern_too_large");
  });

  test.each([
    ["a large pattern", "(a?){200}"],
    ["one with many Unicode classes", "\\p{L}".repeat(150)],
    ["one with a wide case-insensitive range", "(?i)[B-\u{1e000}]"],
  ])("are limited for many groups: %s", (_case, pattern) => {
    const ids = buildGroups(5000).map(({ id }) => id);
    const expression = `getFilteredGroups(app.profile.ids, "group.name matches app.profile.pattern", 9999)`;
    expect(tryIt(expression, { ids, pattern }, 5000)).toBe("too_much_work");
  });

  test("are compiled only once for many names", () => {
    const expression = `isMemberOfGroupNameRegex('(?i)[À-\u{1e000}]+')`;
    expect(tryIt(expression, {}, 5000)).toBe(false);
  });
});

describe("values that grow", () => {
  const grow = (text: string, times: number) =>
    Array.from({ length: times }).reduce<string>(
      (it) => `String.replace(${it},'a','aaaaaaaaaa')`,
      text,
    );

  test.each([
    ["a text that is replaced by more of it", grow("'a'", 12)],
    ["a text that is joined with itself", `String.join(app.profile.text, ${"'',".repeat(200)}'')`],
    ["many joined texts", `String.join('', ${"app.profile.text,".repeat(40)} '')`],
    ["a sum of texts", `app.profile.text${"+app.profile.text".repeat(50)}`],
    ["a list that is converted to a text", `String.len(app.profile.texts)`],
    ["a list of only commas", `Arrays.size(app.profile.commas)`],
    ["lists in one list", `Arrays.flatten(${"app.profile.list,".repeat(50)} 1)`],
    ["a sum of numbers", "app.profile.number + app.profile.number"],
    ["a difference of numbers", "-app.profile.number - app.profile.number"],
  ])("%s", (_case, expression) => {
    const text = "a".repeat(10_000);
    const profile = {
      text,
      texts: Array.from({ length: 20 }, () => text),
      commas: ",".repeat(20_000),
      list: Array.from({ length: 900 }, (_entry, index) => index),
      number: Number.MAX_VALUE,
    };
    expect(tryIt(expression, profile)).toBe("too_large");
  });

  test.each([
    ["a long text for each of many groups", `"String.len(app.profile.text)"`],
    ["a long list for each of many groups", `"Arrays.contains(app.profile.list, 1)"`],
    ["groups for each of many groups", `"user.isMemberOf({'group.profile.name': 'none'})"`],
    ["names for each of many groups", `"isMemberOfGroupNameContains('none')"`],
    ["an empty pattern for each of many groups", `"isMemberOfGroupNameRegex('')"`],
    ["a comparison for each of many groups", `"app.profile.list == app.profile.list"`],
  ])("%s", (_case, expression) => {
    const groups = buildGroups(9000);
    const profile = {
      text: "a".repeat(60_000),
      list: Array.from({ length: 9000 }, () => 0),
      ids: groups.map(({ id }) => id),
    };
    const whole = `getFilteredGroups(app.profile.ids, ${expression}, 9999)`;
    expect(tryIt(whole, profile, 9000)).toBe("too_much_work");
  });

  test.each([
    ["a profile that is too deep", "too_deep", nest(200)],
    ["a text that is too long", "too_large", "a".repeat(70_000)],
    ["a list that is too long", "too_large", Array.from({ length: 10_001 }, () => 1)],
    [
      "an object that is too large",
      "too_much_work",
      Object.fromEntries(Array.from({ length: 600_000 }, (_it, index) => [`a${index}`, 1])),
    ],
  ])("%s", (_case, code, data) => {
    expect(tryIt("app.profile.data == 1", { data })).toBe(code);
  });
});

describe("hostile method calls", () => {
  const text = "a".repeat(10_000);
  const list = Array.from({ length: 9_000 }, (_entry, index) => index);

  /** Evaluates an expression in Identity Engine's language for a user with large attributes. */
  function tryMethod(expression: string) {
    const base = buildContext();
    const user = { ...base.user, profile: { ...base.user.profile, text, list } };
    const tried = tryExpression(expression, { ...base, user }, identityEngineLanguage);
    return tried.kind === "value" ? tried.value : tried.mistake.code;
  }

  const grown = ".replace('a','aaaaaaaaaa')".repeat(12);
  const withItself = ".replaceFirst('a', user.profile.text)".repeat(20);
  const listed = ".add(user.profile.list)";
  const nested = ".replace('a', 'a'.replace('a', 'a'.replace('a', 'b')))".repeat(18);

  test.each([
    ["a text that is replaced by more of it", `'a'${grown}`, "too_large"],
    ["a text that holds itself", `user.profile.text${withItself}`, "too_large"],
    [
      "a text with every letter replaced by the text",
      "user.profile.text.replace('a', user.profile.text)",
      "too_much_work",
    ],
    ["a list with its entries twice", `user.profile.list${listed}.flatten()`, "too_large"],
    ["a list that holds itself", `user.profile.list${listed.repeat(40)}`, "too_much_work"],
    [
      "repeated iterations of a list",
      `user.profile.list${".remove(0)".repeat(80)}`,
      "too_much_work",
    ],
    ["methods within methods", `'a'${nested}`, "b"],
    ["a long row of methods", `'a'.length()${".toInteger()".repeat(80)}`, 1],
  ])("%s", (_case, expression, outcome) => {
    expect(tryMethod(expression)).toBe(outcome);
  });

  test("an unknown method after a long chain is found quickly", () => {
    expect(tryMethod(`'a'${".toUpperCase()".repeat(68)}.run()`)).toBe("not_okta");
    expect(tryMethod(`'a'${".run()".repeat(150)}`)).toBe("not_okta");
  });
});

function nest(depth: number): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);
}

describe("names of JavaScript's object properties", () => {
  test.each([
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "then",
    "length",
    "size",
    "get",
  ])("%s", (name) => {
    expect(tryIt(`user.${name}`)).toBeNull();
    expect(tryIt(`user['${name}']`)).toBeNull();
    expect(tryIt(`app.profile.${name}`)).toBeNull();
    expect(tryIt(`{'a': 1}.${name}`)).toBeNull();
    expect(tryIt(`{1}['${name}']`)).toBe("wrong_type");
    expect(tryIt(`'text'.${name}`)).toBe("wrong_type");
    expect(tryIt(`user.email.${name}`)).toBe("wrong_type");
    expect(tryIt(name)).toBe("not_okta");
    expect(tryIt(`${name}()`)).toBe("not_okta");
    expect(tryIt(`String.${name}()`)).toBe("not_okta");
    expect(tryIt(`user.${name}()`)).toBe("not_okta");
    expect(tryIt(`user.getGroups({'${name}': 'x'})`)).toBe("wrong_criteria");
    expect(tryIt(`user.getInternalProperty('${name}')`)).toBe("not_supported");
  });

  test("are ordinary keys if the data has them", () => {
    const profile = JSON.parse('{"__proto__": {"constructor": "data"}}');
    expect(tryIt("app.profile.__proto__.constructor", profile)).toBe("data");
    expect(JSON.stringify(tryIt("app.profile", profile))).toBe(
      '{"__proto__":{"constructor":"data"}}',
    );
    expect(JSON.stringify(tryIt("{'__proto__': 1}"))).toBe('{"__proto__":1}');
  });
});
