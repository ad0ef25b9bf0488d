import { describe, expect, test } from "vitest";
import type { ResponseType } from "../oidc/authorization-request.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import { type Prediction, predict, type TokenPrediction } from "./prediction.ts";

const org: AuthorizationServer = { kind: "org" };
const custom: AuthorizationServer = { kind: "custom", id: "default" };
const withGroups = ["openid", "profile", "email", "groups"];

describe(predict, () => {
  test.each<[AuthorizationServer, ResponseType, readonly string[], object]>([
    [org, "id_token", withGroups, { idToken: { kind: "fat", groups: "yes" } }],
    [org, "id_token", ["openid"], { idToken: { kind: "fat", groups: "no" } }],
    [org, "token", withGroups, { accessToken: { groups: "no" }, userInfo: { groups: "yes" } }],
    [
      org,
      "id_token token",
      withGroups,
      {
        idToken: { kind: "thin", groups: "no" },
        accessToken: { groups: "no" },
        userInfo: { groups: "yes" },
      },
    ],
    [custom, "id_token", ["openid"], { idToken: { kind: "fat", groups: "depends" } }],
    [
      custom,
      "token",
      ["openid"],
      { accessToken: { groups: "depends" }, userInfo: { groups: "depends" } },
    ],
    [
      custom,
      "id_token token",
      ["openid"],
      { idToken: { kind: "thin", groups: "depends" }, accessToken: { groups: "depends" } },
    ],
    [
      org,
      "code",
      withGroups,
      {
        redirect: {},
        idToken: { kind: "fat", groups: "yes", note: expect.stringContaining("older Okta page") },
        accessToken: { groups: "no" },
        userInfo: { groups: "yes" },
      },
    ],
    [org, "code", ["openid"], { idToken: { kind: "fat", groups: "no" } }],
    [
      org,
      "code id_token",
      withGroups,
      {
        redirect: { idToken: { kind: "fat", groups: "yes" } },
        tokenEndpoint: { idToken: { kind: "fat", groups: "depends" } },
      },
    ],
    [
      org,
      "code id_token token",
      withGroups,
      {
        redirect: { idToken: { kind: "thin", groups: "no" }, accessToken: { groups: "no" } },
        tokenEndpoint: { idToken: { groups: "depends" }, accessToken: { groups: "no" } },
      },
    ],
    [
      org,
      "code token",
      withGroups,
      { redirect: { accessToken: { groups: "no" } }, idToken: { groups: "depends" } },
    ],
    [
      custom,
      "code",
      ["openid", "profile"],
      {
        idToken: {
          kind: "thin",
          groups: "depends",
          because: expect.stringContaining("set to Always"),
          claims: expect.not.arrayContaining(["given_name"]),
        },
        accessToken: { groups: "depends" },
      },
    ],
    [
      custom,
      "code id_token",
      ["openid"],
      {
        redirect: { idToken: { kind: "fat", groups: "depends" } },
        tokenEndpoint: { idToken: { kind: "thin", groups: "depends" } },
      },
    ],
  ])("predicts where groups are: %o %s %j", (server, responseType, scopes, expected) => {
    const prediction = predict({ server, responseType, scopes });
    expect(prediction).toMatchObject(expected);
    expect(prediction.refusal).toBeUndefined();
  });

  test("predicts only requested tokens, and no UserInfo without a suitable access token", () => {
    const predicted = (
      server: AuthorizationServer,
      responseType: ResponseType,
      scopes = withGroups,
    ) => predict({ server, responseType, scopes });
    expect(predicted(org, "id_token")).not.toHaveProperty("accessToken");
    expect(predicted(org, "id_token")).not.toHaveProperty("userInfo");
    expect(predicted(org, "token")).not.toHaveProperty("idToken");
    expect(predicted(custom, "token", ["orders"])).not.toHaveProperty("userInfo");
  });

  test("notes that Okta's pages disagree only for a fat token that may have groups", () => {
    const { idToken } = predict({ server: org, responseType: "code", scopes: ["openid"] });
    expect(idToken).not.toHaveProperty("note");
  });

  test("predicts no ID token for a code without openid", () => {
    const prediction = predict({
      server: custom,
      responseType: "code",
      scopes: ["crm.read"],
      serverScopes: ["crm.read"],
    });
    expect(prediction.refusal).toBeUndefined();
    expect(prediction).not.toHaveProperty("idToken");
    expect(prediction.notRequested.idToken).toContain("openid");
  });

  test.each<[ResponseType, readonly string[], readonly string[]]>([
    ["code", [], ["at_hash"]],
    ["code id_token", ["c_hash"], ["at_hash"]],
    ["code id_token token", ["c_hash", "at_hash"], ["at_hash"]],
  ])("predicts which hashes the ID tokens of %s have", (responseType, inRedirect, inExchanged) => {
    const { redirect, tokenEndpoint } = predict({ server: org, responseType, scopes: withGroups });
    const hashesOf = (token: TokenPrediction | undefined) =>
      token?.claims.filter((name) => name.endsWith("_hash")) ?? [];
    expect(new Set(hashesOf(redirect.idToken))).toEqual(new Set(inRedirect));
    expect(hashesOf(tokenEndpoint?.idToken)).toEqual(inExchanged);
  });

  test("predicts that a thin token has name, username and email address, and a hash of the access token", () => {
    const claimsOf = (responseType: ResponseType) =>
      predict({ server: org, responseType, scopes: withGroups }).idToken?.claims ?? [];
    const lost = claimsOf("id_token").filter((name) => !claimsOf("id_token token").includes(name));
    expect(claimsOf("id_token token")).toEqual(
      expect.arrayContaining(["sub", "nonce", "name", "preferred_username", "email", "at_hash"]),
    );
    expect(lost).toEqual(expect.arrayContaining(["given_name", "locale", "email_verified"]));
    expect(claimsOf("id_token")).not.toContain("at_hash");
  });

  test.each<[AuthorizationServer, ResponseType, readonly string[], string, string, string[]?]>([
    [org, "id_token", ["groups"], "An ID token needs the openid scope", "certain"],
    [custom, "id_token", [], "An ID token needs the openid scope", "certain"],
    [custom, "token", ["profile"], "needs the openid scope, too", "certain"],
    [org, "token", ["groups"], "needs the openid scope, too", "likely"],
    [custom, "token", [], "You requested no scopes", "likely"],
    [org, "id_token", ["openid", "orders"], "has no scope orders", "certain"],
    [
      custom,
      "id_token",
      ["openid", "groups"],
      "have no scope groups until an admin adds it",
      "possible",
    ],
    [
      custom,
      "id_token",
      ["openid", "groups"],
      "doesn’t list the scope groups",
      "likely",
      ["openid"],
    ],
  ])(
    "predicts that Okta refuses %o %s %j",
    (server, responseType, scopes, reason, likelihood, serverScopes) => {
      const request = { server, responseType, scopes, ...(serverScopes && { serverScopes }) };
      const { refusal } = predict(request);
      expect(refusal).toMatchObject({
        error: "invalid_scope",
        reason: expect.stringContaining(reason),
        likelihood,
      });
    },
  );

  test("predicts a certain refusal rather than a possible one", () => {
    const { refusal } = predict({ server: custom, responseType: "id_token", scopes: ["groups"] });
    expect(refusal).toMatchObject({
      reason: expect.stringContaining("openid"),
      likelihood: "certain",
    });
  });

  test("predicts no refusal if the custom server has the scope, or the scope doesn't need openid", () => {
    const serverScopes = ["openid", "groups", "orders"];
    for (const scopes of [["openid", "groups"], ["orders"], ["groups"]]) {
      expect(
        predict({ server: custom, responseType: "token", scopes, serverScopes }).refusal,
      ).toBeUndefined();
    }
  });

  test.each<[string, AuthorizationServer, ResponseType, readonly string[], string]>([
    [
      "there are no refresh tokens",
      org,
      "id_token",
      ["openid", "offline_access"],
      "offline_access has no effect",
    ],
    [
      "Okta returns a refresh token only to some apps",
      org,
      "code",
      ["openid", "offline_access"],
      "only if the app has the grant type Refresh Token",
    ],
    ["a hybrid flow needs two grant types", org, "code token", ["openid"], "two grant types"],
    ["commas join scopes", org, "id_token", ["openid,groups"], "not commas"],
    ["a custom server needs an access policy", custom, "id_token", ["openid"], "access policy"],
  ])("warns that %s", (_case, server, responseType, scopes, warning) => {
    const { warnings } = predict({ server, responseType, scopes });
    expect(warnings).toContainEqual(expect.stringContaining(warning));
  });

  test("has no warning if the token will have groups", () => {
    expect(predict({ server: org, responseType: "id_token", scopes: withGroups }).warnings).toEqual(
      [],
    );
  });

  test.each<
    [string, AuthorizationServer, ResponseType, readonly string[], string, readonly string[]]
  >([
    ["groups", custom, "token", ["openid", "groups"], "Remove groups", ["openid"]],
    ["a custom scope", org, "id_token", ["openid", "crm.read"], "Remove crm.read", ["openid"]],
    ["two scopes", org, "id_token", ["openid", "a", "b"], "Remove 2 scopes", ["openid"]],
    ["the only scope", org, "token", ["a"], "Replace a with openid", ["openid"]],
    ["a long name", org, "token", ["openid", "a".repeat(41)], "Remove one scope", ["openid"]],
    ["missing openid", org, "id_token", ["groups"], "Add openid", ["openid", "groups"]],
    ["missing scopes", custom, "token", [], "Add openid", ["openid"]],
  ])(
    "offers a change that Okta does not refuse: %s",
    (_case, server, responseType, scopes, label, changed) => {
      const { refusal } = predict({ server, responseType, scopes });
      expect(refusal?.change).toEqual({ label, scopes: changed });
      expect(predict({ server, responseType, scopes: changed }).refusal).toBeUndefined();
    },
  );

  test.each([
    ["okta.users.read", "Custom servers have no scope okta.users.read.", "likely"],
    [
      "okta.myAccount.email.read",
      "Custom servers created since July 2024 have no scope okta.myAccount.email.read until",
      "possible",
    ],
  ])(
    "says only for MyAccount scopes that an admin can add one of Okta's own scopes: %s",
    (scope, reason, likelihood) => {
      const scopes = ["openid", scope];
      const { refusal } = predict({ server: custom, responseType: "id_token", scopes });
      expect(refusal?.reason).toContain(reason);
      expect(refusal?.likelihood).toBe(likelihood);
    },
  );

  test.each<[readonly string[], string, readonly string[]]>([
    [["okta.users.read"], "Replace okta.users.read with openid", ["openid"]],
    [["openid", "groups", "okta.users.read"], "Remove okta.users.read", ["openid", "groups"]],
    [["openid", "okta.unknown.read"], "Remove okta.unknown.read", ["openid"]],
    [["openid", "okta.myAccount.read"], "Remove okta.myAccount.read", ["openid"]],
  ])("leaves open whether the app has a scope of Okta's APIs: %j", (scopes, label, changed) => {
    const request = { server: org, responseType: "token" } as const;
    const { refusal } = predict({ ...request, scopes });
    expect(refusal).toMatchObject({ likelihood: "possible", change: { label, scopes: changed } });
    expect(refusal?.error).toBeUndefined();
    expect(predict({ ...request, scopes: changed }).refusal).toBeUndefined();
  });

  test.each([
    ["device_sso without openid", org, ["device_sso"], "likely", "device_sso needs the openid"],
    [
      "the same on a custom server",
      custom,
      ["device_sso"],
      "likely",
      "device_sso needs the openid",
    ],
    ["a scope with another case", org, ["openid", "Groups"], "certain", "no scope Groups"],
    ["scopes that are too long", org, ["x".repeat(1025)], "certain", "1024 characters"],
  ] as const)("predicts a refusal of %s", (_case, server, scopes, likelihood, reason) => {
    const { refusal } = predict({ server, responseType: "token", scopes });
    expect(refusal).toMatchObject({ error: "invalid_scope", likelihood });
    expect(refusal?.reason).toContain(reason);
  });

  test.each<[AuthorizationServer, ResponseType, readonly string[], string]>([
    [org, "id_token", withGroups, "The ID token should carry the groups"],
    [org, "id_token", ["openid"], "No groups: you didn’t request the groups scope"],
    [org, "id_token token", withGroups, "No groups: the ID token will be thin"],
    [org, "id_token token", ["openid"], "No groups: you didn’t request the groups scope"],
    [org, "token", withGroups, "No groups: org access tokens never carry them"],
    [org, "token", ["openid"], "No groups: org access tokens never carry them"],
    [org, "code", withGroups, "The ID token should carry the groups"],
    [org, "code", ["openid"], "No groups: you didn’t request the groups scope"],
    [org, "code", ["okta.users.read"], "Okta may refuse this request"],
    [org, "code id_token", withGroups, "The ID token should carry the groups"],
    [org, "code token", withGroups, "The ID token may carry the groups"],
    [org, "code id_token token", withGroups, "The ID token may carry the groups"],
    [custom, "code", ["openid"], "Groups depend on the server’s claims"],
    [custom, "code id_token", ["openid"], "Groups depend on the server’s claims"],
    [custom, "id_token", ["openid"], "Groups depend on the server’s claims"],
    [custom, "token", ["openid"], "Groups depend on the server’s claims"],
    [custom, "id_token token", ["openid"], "Groups depend on the server’s claims"],
    [custom, "id_token", ["openid", "groups"], "Okta may refuse this request"],
    [org, "id_token", ["openid", "orders"], "Okta will refuse this request"],
  ])("writes the headline: %o %s %j", (server, responseType, scopes, title) => {
    const { headline } = predict({ server, responseType, scopes });
    expect(headline.title).toBe(title);
    expect(headline.sentence).toMatch(/\.$/);
  });

  test("names UserInfo in the headline only if it will have groups", () => {
    const sentenceFor = (scopes: readonly string[]) =>
      predict({ server: org, responseType: "token", scopes }).headline.sentence;
    expect(sentenceFor(["openid", "groups"])).toContain("UserInfo");
    expect(sentenceFor(["openid"])).not.toContain("UserInfo");
  });

  test.each<[AuthorizationServer, ResponseType, readonly string[], Prediction["notRequested"]]>([
    [
      org,
      "id_token",
      withGroups,
      {
        accessToken: "Not requested. On the org server it never carries groups.",
        userInfo: "Needs an access token.",
      },
    ],
    [org, "token", withGroups, { idToken: "Not requested. On its own, it can carry groups." }],
    [org, "id_token token", withGroups, {}],
    [
      custom,
      "token",
      ["orders"],
      {
        idToken: "Not requested. It can carry groups if the server has an ID token claim for them.",
        userInfo: "Needs the openid scope.",
      },
    ],
  ])("says why a slot is empty: %o %s", (server, responseType, scopes, notRequested) => {
    expect(predict({ server, responseType, scopes }).notRequested).toEqual(notRequested);
  });

  test("mentions the default server in warnings only for the default server", () => {
    const warningsOf = (id: string) =>
      predict({ server: { kind: "custom", id }, responseType: "token", scopes: ["openid"] })
        .warnings;
    expect(warningsOf("default").join()).toContain("default has none");
    expect(warningsOf("aus1").join()).not.toContain("default");
  });
});
