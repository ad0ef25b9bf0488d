import { describe, expect, test } from "vitest";
import { parseResponse } from "./parsed-response.ts";

const parse = (text: string) => parseResponse(text, "fragment");

const encode = (json: string) => Buffer.from(json).toString("base64url");
const jwt = `${encode('{"alg":"RS256"}')}.${encode('{"sub":"00u1"}')}.c2ln`;

describe(parseResponse, () => {
  test("parses an ID token and decodes it", () => {
    expect(parse(`id_token=${jwt}&state=s`)).toMatchObject({
      kind: "success",
      returnedIn: "fragment",
      idToken: { raw: jwt, decoded: { kind: "decoded", claims: { sub: "00u1" } } },
      accessToken: undefined,
      code: undefined,
      tokenType: undefined,
      expiresInSeconds: undefined,
      states: ["s"],
      issuer: undefined,
    });
  });

  test("parses both tokens, in any order and with other parameters", () => {
    const text =
      "state=s&session_state=x&access_token=t%2Bu&expires_in=3600&token_type=Bearer&id_token=a.b.c";
    expect(parse(text)).toMatchObject({
      kind: "success",
      idToken: { raw: "a.b.c", decoded: { kind: "undecodable" } },
      accessToken: { raw: "t+u", decoded: { kind: "undecodable" } },
      tokenType: "Bearer",
      expiresInSeconds: 3600,
    });
  });

  test("parses a code in the query, and the issuer that sent the response", () => {
    const text = "code=c&state=s&iss=https%3A%2F%2Fdev-1.okta.com";
    expect(parseResponse(text, "query")).toMatchObject({
      kind: "success",
      returnedIn: "query",
      code: "c",
      idToken: undefined,
      accessToken: undefined,
      issuer: "https://dev-1.okta.com",
    });
  });

  test.each([
    ["/implicit/callback#", `id_token=${jwt}&state=s`],
    ["/callback?", "code=c&state=s"],
    ["/", "error=access_denied&state=s"],
    ["?", "code=c&state=s"],
    ["#", `id_token=${jwt}&state=s`],
    ["callback?", `id_token=${jwt}&state=s`],
    [undefined, "code=c&state=s"],
  ])("parses a response after a router's path: %s", (path, text) => {
    expect(parse(`${path ?? ""}${text}`)).toEqual({ ...parse(text), routerPath: path });
  });

  test("parses a hybrid response", () => {
    expect(parse("code=c&id_token=a.b.c&access_token=t&token_type=Bearer&state=s")).toMatchObject({
      kind: "success",
      code: "c",
      idToken: { raw: "a.b.c" },
      accessToken: { raw: "t" },
    });
  });

  test("parses an error in Okta's form encoding", () => {
    const text =
      "state=s&error=access_denied&error_description=Policy+evaluation+failed%2C+isn%27t+it.+1%2B1";
    expect(parse(text)).toMatchObject({
      kind: "error",
      error: "access_denied",
      description: "Policy evaluation failed, isn't it. 1+1",
      states: ["s"],
    });
  });

  test.each([
    ["no description", "error=login_required&state=s"],
    ["no state", "error=login_required"],
    ["a token beside it", "error=login_required&id_token=a.b.c&state=s"],
    ["an unreadable lifetime", "error=login_required&access_token=t&expires_in=soon"],
  ])("parses an error with %s", (_case, text) => {
    expect(parse(text)).toMatchObject({
      kind: "error",
      error: "login_required",
      description: undefined,
    });
  });

  test("parses names and values beyond ASCII, and names of properties that every JavaScript object has", () => {
    const text =
      "error=%E7%AE%A1&error_description=%F0%9F%91%8B+%C3%A9tat&__proto__=x&constructor=y";
    expect(parse(text)).toMatchObject({ error: "管", description: "👋 état" });
  });

  test.each([
    ["nothing", "", "no_token_and_no_error", undefined],
    ["only a state", "state=s", "no_token_and_no_error", undefined],
    ["empty tokens", "id_token=&access_token=", "no_token_and_no_error", undefined],
    ["an empty error", "error=", "no_token_and_no_error", undefined],
    ["an escaped token", "id_token%3Da.b.c", "misplaced_token", undefined],
    ["a token after &amp;", "state=x&amp;id_token=a.b.c", "misplaced_token", undefined],
    ["a refresh token alone", "refresh_token=r", "misplaced_token", undefined],
    ["a repeated parameter", "id_token=a.b.c&state=a&state=b", "repeated_parameter", "state"],
    ["a repeated token, once empty", "id_token=&id_token=a.b.c", "repeated_parameter", "id_token"],
    ["a repeated name, once escaped", "code=c&%63ode=d", "repeated_parameter", "code"],
    ["a repeated issuer", "id_token=a&iss=x&iss=y", "repeated_parameter", "iss"],
    ["a repeated unknown parameter", "id_token=a.b.c&x=1&x=2", "repeated_parameter", "x"],
    [
      "a stray percent sign",
      "error=x&error_description=100%",
      "malformed_escape",
      "error_description",
    ],
    ["invalid UTF-8", "id_token=a.b.c&state=%C3%28", "malformed_escape", "state"],
    ["a malformed name", "id_token=a.b.c&%zz=1", "malformed_escape", "%zz"],
    ["a lifetime in words", "access_token=t&expires_in=soon", "not_a_number", "expires_in"],
    ["a negative lifetime", "access_token=t&expires_in=-1", "not_a_number", "expires_in"],
    ["a hexadecimal lifetime", "access_token=t&expires_in=0x10", "not_a_number", "expires_in"],
    [
      "an infinite lifetime",
      `access_token=t&expires_in=${"9".repeat(400)}`,
      "not_a_number",
      "expires_in",
    ],
  ])("returns a problem for %s", (_case, text, code, name) => {
    const problem = name === undefined ? { code } : { code, name };
    expect(parse(text)).toMatchObject({ kind: "unreadable", problem });
  });

  test("limits the number of parameters", () => {
    const response = parse(`id_token=${jwt}&${"a=b&".repeat(300_000)}`);
    expect(response).toMatchObject({
      kind: "unreadable",
      problem: { code: "too_many_parameters", limit: 200 },
    });
    expect(response.parameters).toHaveLength(200);
  });

  test("ignores expires_in without an access token", () => {
    expect(parse("id_token=a.b.c&expires_in=soon")).toMatchObject({
      kind: "success",
      expiresInSeconds: undefined,
    });
  });

  test.each<[string, string, readonly string[]]>([
    ["none", "id_token=a.b.c", []],
    ["one that contains equals signs", "id_token=a.b.c&state=a=b==&x=", ["a=b=="]],
    ["an empty one", "id_token=a.b.c&state", [""]],
    ["both of two", "state=a&id_token=a.b.c&st%61te=b+c", ["a", "b c"]],
  ])("lists the states: %s", (_case, text, states) => {
    expect(parse(text).states).toEqual(states);
  });

  test("lists every parameter in order, including malformed ones", () => {
    expect(parse("state=a&state=b+c&x=100%&%zz=1&flag&=v&y=%C3%A9=").parameters).toEqual([
      { name: "state", value: "a" },
      { name: "state", value: "b c" },
      { name: "x", value: "100%" },
      { name: "%zz", value: "1" },
      { name: "flag", value: "" },
      { name: "", value: "v" },
      { name: "y", value: "é=" },
    ]);
  });
});
