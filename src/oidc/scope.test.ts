import { expect, test } from "vitest";
import { parseScopes } from "./scope.ts";

test("parseScopes returns each scope once, in order, and accepts any white space between scopes", () => {
  expect(parseScopes("  openid groups\n\tgroups  a,b __proto__ ")).toEqual([
    "openid",
    "groups",
    "a,b",
    "__proto__",
  ]);
  expect(parseScopes(" ")).toEqual([]);
});
