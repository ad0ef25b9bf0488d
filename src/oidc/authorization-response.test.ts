import { describe, expect, test } from "vitest";
import {
  listResponseParameters,
  parseAuthorizationResponse,
  statesOf,
} from "./authorization-response.ts";

describe(parseAuthorizationResponse, () => {
  test("reads an ID token", () => {
    expect(parseAuthorizationResponse("#id_token=h.c.s&state=myState")).toEqual({
      kind: "id_token",
      idToken: "h.c.s",
    });
  });

  test("reads an access token", () => {
    const fragment =
      "#access_token=t&token_type=Bearer&expires_in=3600&scope=openid+groups&state=s";
    expect(parseAuthorizationResponse(fragment)).toEqual({
      kind: "token",
      accessToken: "t",
    });
  });

  test("reads both tokens, in whatever order they come and whatever comes with them", () => {
    const fragment = "state=s&session_state=x&access_token=t&id_token=h.c.s";
    expect(parseAuthorizationResponse(fragment)).toEqual({
      kind: "id_token token",
      idToken: "h.c.s",
      accessToken: "t",
    });
  });

  test("reads a refusal as an answer, in Okta's form encoding", () => {
    const fragment =
      "#state=s&error=access_denied&error_description=Policy+evaluation+failed%2C+isn%27t+it.+1%2B1";
    expect(parseAuthorizationResponse(fragment)).toEqual({
      kind: "refused",
      error: "access_denied",
      description: "Policy evaluation failed, isn't it. 1+1",
    });
  });

  test.each([
    ["no description", "#error=login_required&state=s"],
    ["no state", "#error=login_required"],
    ["a token beside it", "#error=login_required&id_token=h.c.s&state=s"],
  ])("takes an error for a refusal with %s", (_case, fragment) => {
    expect(parseAuthorizationResponse(fragment)).toEqual({
      kind: "refused",
      error: "login_required",
      description: undefined,
    });
  });

  test.each(["#id_token=h.c.s", "#id_token=h.c.s&state=", "#id_token=h.c.s&state"])(
    "can read an answer without a state: %s",
    (fragment) => {
      expect(parseAuthorizationResponse(fragment)).toMatchObject({ kind: "id_token" });
    },
  );

  test("reads names and values beyond ASCII", () => {
    const fragment =
      "#error=%E7%AE%A1&error_description=%F0%9F%91%8B+%C3%A9tat&__proto__=x&constructor=y";
    expect(parseAuthorizationResponse(fragment)).toMatchObject({
      error: "管",
      description: "👋 état",
    });
  });

  test.each([
    ["a parameter sent twice", "#id_token=h.c.s&state=a&state=b", "repeated_parameter", "state"],
    [
      "a token sent twice, once empty",
      "#id_token=&id_token=h.c.s",
      "repeated_parameter",
      "id_token",
    ],
    [
      "a name sent twice, once in disguise",
      "#id_token=h.c.s&%69d_token=x",
      "repeated_parameter",
      "id_token",
    ],
    ["an unknown parameter sent twice", "#id_token=h.c.s&x=1&x=2", "repeated_parameter", "x"],
    [
      "a stray percent sign",
      "#error=x&error_description=100%",
      "malformed_escape",
      "error_description",
    ],
    ["bytes that are not UTF-8", "#id_token=h.c.s&state=%C3%28", "malformed_escape", "state"],
    ["a broken name", "#id_token=h.c.s&%zz=1", "malformed_escape", "%zz"],
    [
      "a lifetime that is no number",
      "#access_token=t&expires_in=soon",
      "not_a_number",
      "expires_in",
    ],
    ["a negative lifetime", "#access_token=t&expires_in=-1", "not_a_number", "expires_in"],
    [
      "a lifetime in the guise of one",
      "#access_token=t&expires_in=0x10",
      "not_a_number",
      "expires_in",
    ],
  ])("cannot read %s", (_case, fragment, code, name) => {
    expect(() => parseAuthorizationResponse(fragment)).toThrow(
      expect.objectContaining({ problem: { code, name } }),
    );
  });

  test.each(["", "#", "#section-2", "#state=s", "#id_token=&access_token=", "#error=", "#&&=&"])(
    "finds neither token nor error in %o",
    (fragment) => {
      expect(() => parseAuthorizationResponse(fragment)).toThrow(
        expect.objectContaining({ problem: { code: "no_token_and_no_error" } }),
      );
    },
  );

  test("quotes no value in its message", () => {
    expect(() => parseAuthorizationResponse("#id_token=secret&id_token=secret")).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("secret") }),
    );
  });
});

describe(listResponseParameters, () => {
  test("shows what came as it came, repeats and broken escapes included", () => {
    expect(listResponseParameters("#state=a&state=b+c&x=100%&%zz=1&flag&=v&y=%C3%A9=")).toEqual([
      { name: "state", value: "a" },
      { name: "state", value: "b c" },
      { name: "x", value: "100%" },
      { name: "%zz", value: "1" },
      { name: "flag", value: "" },
      { name: "", value: "v" },
      { name: "y", value: "é=" },
    ]);
  });

  test("finds nothing in an empty fragment", () => {
    expect(listResponseParameters("#")).toEqual([]);
  });
});

describe(statesOf, () => {
  test.each<[string, string, readonly string[]]>([
    ["none", "#id_token=h.c.s", []],
    ["one, with equals signs in it", "#id_token=h.c.s&state=a=b==&x=", ["a=b=="]],
    ["each of several", "#state=a&id_token=h.c.s&st%61te=b+c", ["a", "b c"]],
  ])("reads %s", (_case, fragment, states) => {
    expect(statesOf(fragment)).toEqual(states);
  });
});
