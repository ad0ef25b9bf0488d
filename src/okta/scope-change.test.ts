import { describe, expect, test } from "vitest";
import { removeScopes } from "./scope-change.ts";

describe(removeScopes, () => {
  const isRefused = (scope: string) => !["openid", "groups"].includes(scope);

  test.each([
    ["none", ["openid"], undefined],
    ["one", ["openid", "x"], { label: "Remove x", scopes: ["openid"] }],
    ["two", ["openid", "x", "y"], { label: "Remove 2 scopes", scopes: ["openid"] }],
    ["the only one", ["x"], { label: "Replace x with openid", scopes: ["openid"] }],
    ["a long one", ["openid", "x".repeat(50)], { label: "Remove one scope", scopes: ["openid"] }],
  ])("removes %s", (_what, scopes, change) => {
    expect(removeScopes(scopes, isRefused)).toEqual(change);
  });

  test.each([
    [["openid,groups"], ["openid", "groups"]],
    [
      ["openid,profile", "openid", ",groups,"],
      ["openid", "profile", "groups"],
    ],
  ])("separates scopes with commas: %j", (scopes, separated) => {
    expect(removeScopes(scopes, isRefused)).toEqual({
      label: "Separate the scopes with spaces",
      scopes: separated,
    });
  });
});
