import { describe, expect, test } from "vitest";
import {
  buildExplorerQuery,
  buildPlaceQuery,
  parsePlace,
  type SetUpLocation,
} from "./set-up-places.ts";

describe(parsePlace, () => {
  test.each<[string, SetUpLocation]>([
    ["a section", { section: "groups" }],
    ["an object's page", { section: "groups", id: "00uixa271s6x7qt8I0h7" }],
    ["a tab", { section: "groups", id: "0oa$-_.+!*'(),&=#%", tab: "members" }],
    ["a preview", { section: "groups", id: "org", tab: "token-preview", app: "0oa$&=#%" }],
  ])("parses the link to %s", (_case, place) => {
    expect(parsePlace(buildPlaceQuery(place))).toEqual(place);
  });

  test.each(["", "?org=dev-1.okta.com", "?SETUP=groups"])(
    "finds no set-up page in %j",
    (search) => {
      expect(parsePlace(search)).toBeUndefined();
    },
  );

  test.each(["?setup=", "?setup=__proto__", "?setup=%00/../x"])(
    "opens the first section for %j",
    (search) => {
      expect(parsePlace(search)).toEqual({ section: "people" });
    },
  );
});

test("the link back to the explorer keeps its parameters", () => {
  const chosen = "?server=a%26b&token=token&scope=openid+groups";
  const there = buildPlaceQuery({ section: "groups" }, chosen);
  const further = buildPlaceQuery({ section: "people", id: "00u" }, there);
  expect(parsePlace(further)).toEqual({ section: "people", id: "00u" });
  expect(buildExplorerQuery(further)).toBe(chosen);
  expect(buildExplorerQuery(buildPlaceQuery({ section: "people" }))).toBe("");
});
