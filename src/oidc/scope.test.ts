import { expect, test } from "vitest";
import { parseScopes } from "./scope.ts";

test("scopes are read in their order, once each, whatever white space lies between them", () => {
  expect(parseScopes("  openid groups\n\tgroups  a,b __proto__ ")).toEqual([
    "openid",
    "groups",
    "a,b",
    "__proto__",
  ]);
  expect(parseScopes(" ")).toEqual([]);
});
