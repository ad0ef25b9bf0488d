import { describe, expect, test } from "vitest";
import { responseTypes } from "../oidc/authorization-request.ts";
import {
  buildChoiceQuery,
  initialChoice,
  parseChoice,
  type RequestChoice,
} from "./request-choice.ts";

const choices: readonly (readonly [string, Partial<RequestChoice>])[] = [
  ["the initial values", {}],
  ["another org", { org: "own", domain: "dev-123.okta.com", clientId: "0oa1b2c3d4" }],
  ["an org that is still to be named", { org: "own" }],
  [
    "a custom server with its default scopes",
    { server: "custom", scopes: ["openid", "profile", "email"] },
  ],
  [
    "a custom server with the org server’s scopes",
    { server: "custom", authorizationServerId: "aus1" },
  ],
  ...responseTypes.map((it) => [`the response type ${it}`, { responseType: it }] as const),
  ["no scopes", { scopes: [] }],
  ["custom scopes", { scopes: ["openid", "crm.read", "a+b&c"] }],
  ["a presentation", { isPresenting: true }],
  ["a person", { person: "joe.user@example.com" }],
  ["a step of a lesson", { lesson: "fat-and-thin", step: 3 }],
];

describe(buildChoiceQuery, () => {
  test.each(choices)("survives a link: %s", (_case, change) => {
    const choice = { ...initialChoice, ...change };
    expect(parseChoice(buildChoiceQuery(choice))).toEqual(choice);
  });

  test.each<[string, Partial<RequestChoice>]>([
    ["a scope", { scopes: ["openid", "eyJhbGciOiJSUzI1NiJ9.e30.c2ln"] }],
    ["the domain", { org: "own", domain: "https://app/#id_token=eyJhbGciOiJSUzI1NiJ9.e30.c2ln" }],
    ["the lesson", { lesson: "eyJhbGciOiJSUzI1NiJ9.e30.c2ln" }],
    ["the client ID", { org: "own", domain: "dev-1.okta.com", clientId: "eyJhbGciOiJSUzI1NiJ9" }],
  ])("leaves out a token that was pasted into %s", (_field, change) => {
    expect(buildChoiceQuery({ ...initialChoice, ...change })).not.toContain("eyJ");
  });

  test("is empty for the initial values", () => {
    expect(buildChoiceQuery(initialChoice)).toBe("");
  });
});

describe(parseChoice, () => {
  test("leaves the groups scope out of a link to a custom server that names no scopes", () => {
    expect(parseChoice("?server=default").scopes).toEqual(["openid", "profile", "email"]);
  });

  test.each(["", "?server=default", ...responseTypes.map((it) => `?token=${it}`)])(
    "requests no refresh token unless the link names offline_access: %s",
    (query) => {
      expect(parseChoice(query).scopes).not.toContain("offline_access");
      const parameters = new URLSearchParams(query);
      parameters.set("scope", "openid offline_access");
      expect(parseChoice(`?${parameters}`).scopes).toContain("offline_access");
    },
  );

  test.each(["?token=code2", "?token="])("ignores an unknown token type: %s", (query) => {
    expect(parseChoice(query).responseType).toBe("id_token");
  });

  test.each(["?lesson=userinfo", "?lesson=userinfo&step=0", "?lesson=userinfo&step=1e3"])(
    "starts a lesson at its first step: %s",
    (query) => {
      expect(parseChoice(query)).toMatchObject({ lesson: "userinfo", step: 1 });
    },
  );
});
