import { describe, expect, test } from "vitest";
import {
  type AuthorizationRequest,
  buildAuthorizationParameters,
  buildAuthorizationUrl,
  createRandomValue,
  responseTypes,
} from "./authorization-request.ts";

const request: AuthorizationRequest = {
  authorizationEndpoint: "https://dev-1.okta.com/oauth2/v1/authorize",
  clientId: "0oaoiuhhch8VRtBnC0h7",
  responseType: "id_token token",
  scopes: ["openid", "groups"],
  redirectUri: "http://localhost:5173/",
  state: "myState",
  nonce: "myNonce",
};

describe(buildAuthorizationUrl, () => {
  test("contains exactly the given values", () => {
    expect(buildAuthorizationUrl(request)).toBe(
      "https://dev-1.okta.com/oauth2/v1/authorize?client_id=0oaoiuhhch8VRtBnC0h7&nonce=myNonce" +
        "&redirect_uri=http%3A%2F%2Flocalhost%3A5173%2F&response_type=id_token%20token" +
        "&state=myState&scope=openid%20groups",
    );
  });

  test("keeps placeholders readable, and encodes braces anywhere else", () => {
    const url = buildAuthorizationUrl({
      ...request,
      clientId: "{clientId}",
      codeChallenge: "{code_challenge}",
      scopes: ["{scope}"],
    });
    expect(url).toContain("?client_id={clientId}&code_challenge={code_challenge}&");
    expect(url).toContain("&scope=%7Bscope%7D");
  });

  test("contains prompt only if the request has one", () => {
    expect(buildAuthorizationUrl(request)).not.toContain("prompt");
    expect(buildAuthorizationUrl({ ...request, prompt: "none" })).toContain("&prompt=none&");
  });

  test("contains login_hint only if the request has one", () => {
    expect(buildAuthorizationUrl(request)).not.toContain("login_hint");
    expect(buildAuthorizationUrl({ ...request, loginHint: "joe+1@example.com" })).toContain(
      "client_id=0oaoiuhhch8VRtBnC0h7&login_hint=joe%2B1%40example.com&nonce=",
    );
  });

  test("keeps special characters of a scope in the scope parameter", () => {
    const scopes = ["a&state=stolen", "b#c", "d=e", "+", "é", "\ud83d"];
    const url = new URL(buildAuthorizationUrl({ ...request, scopes }));
    expect(url.hash).toBe("");
    expect(url.searchParams.getAll("state")).toEqual(["myState"]);
    expect(url.searchParams.get("scope")).toBe("a&state=stolen b#c d=e + é \uFFFD");
  });

  test.each(responseTypes)("requests only the given scopes for %s, not offline_access", (type) => {
    const url = new URL(buildAuthorizationUrl({ ...request, responseType: type }));
    expect(url.searchParams.get("scope")).toBe("openid groups");
  });

  test("contains the same parameters as buildAuthorizationParameters, in the same order", () => {
    const url = new URL(buildAuthorizationUrl(request));
    const listed = buildAuthorizationParameters(request).map(({ name, value }) => [name, value]);
    expect([...url.searchParams]).toEqual(listed);
  });
});

describe(createRandomValue, () => {
  test("creates different values, with characters that Okta accepts in state", () => {
    const values = Array.from({ length: 200 }, createRandomValue);
    for (const value of values) expect(value).toMatch(/^[\w-]{43}$/);
    expect(new Set(values).size).toBe(200);
  });
});
