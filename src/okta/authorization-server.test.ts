import { describe, expect, test } from "vitest";
import {
  type AuthorizationServer,
  authorizationEndpointOf,
  issuerOf,
  parseAuthorizationServerId,
  userInfoEndpointOf,
} from "./authorization-server.ts";

const orgUrl = "https://dev-1.okta.com";

describe("the addresses of", () => {
  test.each<[string, AuthorizationServer, Record<string, string>]>([
    [
      "the org server",
      { kind: "org" },
      {
        issuer: "https://dev-1.okta.com",
        authorize: "https://dev-1.okta.com/oauth2/v1/authorize",
        userinfo: "https://dev-1.okta.com/oauth2/v1/userinfo",
      },
    ],
    [
      "a custom server",
      { kind: "custom", id: "default" },
      {
        issuer: "https://dev-1.okta.com/oauth2/default",
        authorize: "https://dev-1.okta.com/oauth2/default/v1/authorize",
        userinfo: "https://dev-1.okta.com/oauth2/default/v1/userinfo",
      },
    ],
  ])("%s", (_whose, server, addresses) => {
    expect({
      issuer: issuerOf(orgUrl, server),
      authorize: authorizationEndpointOf(orgUrl, server),
      userinfo: userInfoEndpointOf(orgUrl, server),
    }).toEqual(addresses);
  });
});

describe(parseAuthorizationServerId, () => {
  test.each(["default", "aus1a2b3c4d5E6F7g8h9", " default "])("accepts %o", (text) => {
    expect(parseAuthorizationServerId(text)).toEqual({ kind: "ok", id: text.trim() });
  });

  test("returns no problem for an empty field", () => {
    expect(parseAuthorizationServerId("  ")).toEqual({ kind: "empty" });
  });

  test.each([
    "..",
    "../v1",
    "a/b",
    "a?b",
    "a#b",
    "a b",
    "%2e%2e",
    "v1",
    "https://x/oauth2/default",
    "é",
    "__proto__\n.",
  ])("refuses %o, which could change a URL's path", (text) => {
    expect(parseAuthorizationServerId(text)).toMatchObject({ kind: "problem" });
  });
});
