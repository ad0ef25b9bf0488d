import { describe, expect, test } from "vitest";
import { buildQuery, type Choice, initialChoice, parseChoice, scopesOf } from "./choice.ts";

const ownOrg: Choice = {
  org: "own",
  domain: "dev-123.okta.com",
  clientId: "0oa1b2c3d4e5f6g7h8i9",
  server: "custom",
  authorizationServerId: "aus1",
  responseType: "id_token token",
  scopes: ["openid", "groups"],
};

describe("the page's query", () => {
  test("reproduces a choice", () => {
    expect(parseChoice(buildQuery(ownOrg))).toEqual(ownOrg);
  });

  test("is empty while everything is as first shown", () => {
    expect(buildQuery(parseChoice(""))).toBe("");
  });

  test("reproduces scopes of which none is left", () => {
    const none: Choice = { ...initialChoice, scopes: [] };
    expect(parseChoice(buildQuery(none))).toEqual(none);
  });

  test("may hold what the page does not know, which is then left as first shown", () => {
    expect(parseChoice("?token=everything&colour=red")).toEqual(initialChoice);
  });
});

describe(scopesOf, () => {
  test("asks the org server for groups, and a custom server not, until somebody says otherwise", () => {
    expect(scopesOf(initialChoice)).toContain("groups");
    expect(scopesOf({ ...initialChoice, server: "custom" })).not.toContain("groups");
    expect(scopesOf({ ...ownOrg, scopes: ["groups"] })).toEqual(["groups"]);
  });
});
