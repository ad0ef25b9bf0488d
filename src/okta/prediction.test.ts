import { describe, expect, test } from "vitest";
import type { ResponseType } from "../oidc/authorization-request.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import { predict } from "./prediction.ts";

const org: AuthorizationServer = { kind: "org" };
const custom: AuthorizationServer = { kind: "custom", id: "default" };
const withGroups = ["openid", "profile", "email", "groups"];

describe(predict, () => {
  test.each<
    [string, AuthorizationServer, ResponseType, readonly string[], Record<string, unknown>]
  >([
    [
      "the org's ID token alone",
      org,
      "id_token",
      withGroups,
      { idToken: { kind: "fat", groups: "yes" } },
    ],
    [
      "the same without the groups scope",
      org,
      "id_token",
      ["openid"],
      { idToken: { kind: "fat", groups: "no" } },
    ],
    [
      "the org's access token",
      org,
      "token",
      withGroups,
      { accessToken: { groups: "no" }, userInfo: { groups: "yes" } },
    ],
    [
      "both of the org's tokens",
      org,
      "id_token token",
      withGroups,
      {
        idToken: { kind: "thin", groups: "no" },
        accessToken: { groups: "no" },
        userInfo: { groups: "yes" },
      },
    ],
    [
      "a custom server's ID token alone",
      custom,
      "id_token",
      ["openid"],
      { idToken: { kind: "fat", groups: "depends" } },
    ],
    [
      "a custom server's access token",
      custom,
      "token",
      ["openid"],
      { accessToken: { groups: "depends" }, userInfo: { groups: "depends" } },
    ],
    [
      "both of a custom server's tokens",
      custom,
      "id_token token",
      ["openid"],
      {
        idToken: { kind: "thin", groups: "depends" },
        accessToken: { groups: "depends" },
      },
    ],
  ])("says where groups land: %s", (_case, server, responseType, scopes, expected) => {
    const prediction = predict({ server, responseType, scopes });
    expect(prediction).toMatchObject(expected);
    expect(prediction.refusal).toBeUndefined();
  });

  test("promises no token that is not asked for, and no UserInfo without an access token for it", () => {
    expect(
      predict({ server: org, responseType: "id_token", scopes: withGroups }),
    ).not.toHaveProperty("accessToken");
    expect(
      predict({ server: org, responseType: "id_token", scopes: withGroups }),
    ).not.toHaveProperty("userInfo");
    expect(predict({ server: org, responseType: "token", scopes: withGroups })).not.toHaveProperty(
      "idToken",
    );
    expect(
      predict({ server: custom, responseType: "token", scopes: ["orders"] }),
    ).not.toHaveProperty("userInfo");
  });

  test("a thin token keeps name, username and e-mail address, and a hash of its companion", () => {
    const claimsOf = (responseType: ResponseType) =>
      predict({ server: org, responseType, scopes: withGroups }).idToken?.claims ?? [];
    const lost = claimsOf("id_token").filter((name) => !claimsOf("id_token token").includes(name));
    expect(claimsOf("id_token token")).toEqual(
      expect.arrayContaining(["sub", "nonce", "name", "preferred_username", "email", "at_hash"]),
    );
    expect(lost).toEqual(expect.arrayContaining(["given_name", "locale", "email_verified"]));
    expect(claimsOf("id_token")).not.toContain("at_hash");
  });

  test.each<
    [
      string,
      AuthorizationServer,
      ResponseType,
      readonly string[],
      readonly string[] | undefined,
      string,
      string,
    ]
  >([
    [
      "an ID token without openid",
      org,
      "id_token",
      ["groups"],
      undefined,
      "only to requests with the openid scope",
      "certain",
    ],
    [
      "an ID token without any scope",
      custom,
      "id_token",
      [],
      undefined,
      "only to requests with the openid scope",
      "certain",
    ],
    [
      "a profile without openid",
      custom,
      "token",
      ["profile"],
      undefined,
      "only together with openid",
      "certain",
    ],
    [
      "groups without openid",
      org,
      "token",
      ["groups"],
      undefined,
      "only together with openid",
      "likely",
    ],
    ["no scope", custom, "token", [], undefined, "default ones", "likely"],
    [
      "a custom scope of the org server",
      org,
      "id_token",
      ["openid", "orders"],
      undefined,
      "does not know the scope orders",
      "certain",
    ],
    [
      "groups of a custom server nobody has asked",
      custom,
      "id_token",
      ["openid", "groups"],
      undefined,
      "has no scope groups",
      "possible",
    ],
    [
      "groups of a custom server that does not list it",
      custom,
      "id_token",
      ["openid", "groups"],
      ["openid"],
      "does not list the scope groups",
      "likely",
    ],
  ])(
    "foresees that Okta refuses %s",
    (_case, server, responseType, scopes, serverScopes, reason, likelihood) => {
      const { refusal } = predict({
        server,
        responseType,
        scopes,
        ...(serverScopes && { serverScopes }),
      });
      expect(refusal).toMatchObject({
        error: "invalid_scope",
        reason: expect.stringContaining(reason),
        likelihood,
      });
    },
  );

  test("foresees what is certain rather than what is possible", () => {
    const { refusal } = predict({ server: custom, responseType: "id_token", scopes: ["groups"] });
    expect(refusal).toMatchObject({
      reason: expect.stringContaining("openid"),
      likelihood: "certain",
    });
  });

  test("foresees no refusal where the custom server has the scope, or needs no openid for it", () => {
    const serverScopes = ["openid", "groups", "orders"];
    for (const scopes of [["openid", "groups"], ["orders"], ["groups"]]) {
      expect(
        predict({ server: custom, responseType: "token", scopes, serverScopes }).refusal,
      ).toBeUndefined();
    }
    expect(
      predict({ server: org, responseType: "token", scopes: ["okta.users.read"] }).refusal,
    ).toBeUndefined();
  });

  test.each<[string, AuthorizationServer, ResponseType, readonly string[], string]>([
    ["both tokens cost the groups", org, "id_token token", withGroups, "groups will be lost"],
    [
      "an org access token has none",
      org,
      "token",
      withGroups,
      "never puts groups in an access token",
    ],
    [
      "there are no refresh tokens",
      org,
      "id_token",
      ["openid", "offline_access"],
      "offline_access will be ignored",
    ],
    ["commas join scopes", org, "id_token", ["openid,groups"], "not commas"],
    ["a custom server needs an access policy", custom, "id_token", ["openid"], "access policies"],
  ])("warns that %s", (_case, server, responseType, scopes, warning) => {
    const { warnings } = predict({ server, responseType, scopes });
    expect(warnings).toContainEqual(expect.stringContaining(warning));
  });

  test("has nothing to warn of where all is well", () => {
    expect(predict({ server: org, responseType: "id_token", scopes: withGroups }).warnings).toEqual(
      [],
    );
  });
});
