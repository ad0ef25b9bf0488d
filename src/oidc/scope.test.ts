import { expect, test } from "vitest";
import { parseScopes } from "./scope.ts";

test("parseScopes returns each scope once, in order, whatever white space separates them", () => {
  expect(parseScopes("  openid groups\n\tgroups  a,b __proto__ ")).toEqual([
    "openid",
    "groups",
    "a,b",
    "__proto__",
  ]);
  expect(parseScopes(" ")).toEqual([]);
});
