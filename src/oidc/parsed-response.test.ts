import { describe, expect, test } from "vitest";
import { findResponse, parseResponse } from "./parsed-response.ts";

const parse = (text: string) => parseResponse(text, "fragment");

describe(findResponse, () => {
  test.each([
    ["#id_token=a.b.c&state=s", "", "fragment"],
    ["#access_token=", "", "fragment"],
    ["#error=login_required", "?server=default", "fragment"],
    ["", "?code=c&state=s", "query"],
    ["", "?id_token=a&access_token=b", "query"],
    ["#section", "?error=access_denied", "query"],
    ["#code=c&id_token=a.b.c", "?code=d", "fragment"],
  ])("finds a response in %s and %s", (hash, search, returnedIn) => {
    const text = (returnedIn === "fragment" ? hash : search).slice(1);
    expect(findResponse({ hash, search })).toEqual({ text, returnedIn });
  });

  test.each([
    ["", ""],
    ["#section", ""],
    ["#/route", "?server=default&scope=openid"],
    ["#a=b&state=s", "?token=code"],
  ])("finds none in %s and %s", (hash, search) => {
    expect(findResponse({ hash, search })).toBeUndefined();
  });
});

describe(parseResponse, () => {
  test("parses both tokens", () => {
    expect(
      parse("id_token=a.b.c&access_token=t%2Bu&token_type=Bearer&expires_in=3600&state=s"),
    ).toMatchObject({
      kind: "success",
      idToken: { raw: "a.b.c", decoded: { kind: "undecodable" } },
      accessToken: { raw: "t+u" },
      tokenType: "Bearer",
      expiresInSeconds: 3600,
      states: ["s"],
    });
  });

  test("parses a code, and the issuer that sent it", () => {
    expect(parse("code=c&state=s&iss=https%3A%2F%2Fdev-1.okta.com")).toMatchObject({
      kind: "success",
      code: "c",
      issuer: "https://dev-1.okta.com",
    });
  });

  test("keeps the error where tokens came with it", () => {
    expect(
      parse("error=access_denied&error_description=User+is+not+assigned.&id_token=a"),
    ).toMatchObject({
      kind: "error",
      error: "access_denied",
      description: "User is not assigned.",
    });
  });

  test("keeps a state that contains =", () => {
    expect(parse("code=c&state=a=b==").states).toEqual(["a=b=="]);
  });

  test.each([
    ["state=s", { code: "no_token_and_no_error" }],
    ["access_token=", { code: "no_token_and_no_error" }],
    ["id_token=a&id_token=b", { code: "repeated_parameter", name: "id_token" }],
    ["id_token=a&iss=x&iss=y", { code: "repeated_parameter", name: "iss" }],
    ["id_token=a&x=%zz", { code: "malformed_escape", name: "x" }],
    ["access_token=t&expires_in=soon", { code: "not_a_number", name: "expires_in" }],
  ])("can’t parse %s", (text, problem) => {
    expect(parse(text)).toMatchObject({ kind: "unreadable", problem });
  });

  test("lists every parameter in order", () => {
    expect(parse("a=1&a=2&b=%zz&c").parameters).toEqual([
      { name: "a", value: "1" },
      { name: "a", value: "2" },
      { name: "b", value: "%zz" },
      { name: "c", value: "" },
    ]);
  });
});
