import { describe, expect, test } from "vitest";
import type { AuthorizationServer } from "../authorization-server.ts";
import { chooseMapScopes } from "./map-scopes.ts";

const org: AuthorizationServer = { kind: "org" };
const custom: AuthorizationServer = { kind: "custom", id: "aus1" };
const form = ["openid", "profile", "groups", "crm.read"];

describe(chooseMapScopes, () => {
  test.each<[string, AuthorizationServer, readonly string[] | undefined, boolean, string[]]>([
    ["org server: no custom scope", org, undefined, false, ["openid", "profile", "groups"]],
    ["org server: a custom scope that its metadata lists", org, ["crm.read"], false, form],
    [
      "custom server: the scopes of its set-up",
      custom,
      ["openid", "profile"],
      true,
      ["openid", "profile"],
    ],
    [
      "custom server: the scopes of its metadata, and groups, which the metadata may not list",
      custom,
      ["openid", "profile"],
      false,
      ["openid", "profile", "groups"],
    ],
    ["custom server: all scopes if nothing is known", custom, undefined, false, form],
    ["custom server: all scopes if the metadata lists none", custom, [], false, form],
  ])("%s", (_name, server, known, isSetUpKnown, expected) => {
    expect(chooseMapScopes(form, server, { known, isSetUpKnown })).toEqual(expected);
  });
});
