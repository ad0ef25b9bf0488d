import { describe, expect, test } from "vitest";
import { buildExplorerQuery, buildPlaceQuery, type Place, parsePlace } from "./set-up-places.ts";

describe(parsePlace, () => {
  test.each<[string, Place]>([
    ["a section", { section: "groups" }],
    ["one thing of it", { section: "groups", id: "00uixa271s6x7qt8I0h7" }],
    ["a tab", { section: "groups", id: "0oa$-_.+!*'(),&=#%", tab: "members" }],
    ["a preview", { section: "groups", id: "org", tab: "token-preview", app: "0oa$&=#%" }],
  ])("finds the way to %s that a link leads to", (_case, place) => {
    expect(parsePlace(buildPlaceQuery(place))).toEqual(place);
  });

  test.each(["", "?org=dev-1.okta.com", "?SETUP=groups"])("takes %j for the explorer", (search) => {
    expect(parsePlace(search)).toBeUndefined();
  });

  test.each(["?setup=", "?setup=__proto__", "?setup=%00/../x"])(
    "begins at the beginning for %j",
    (search) => {
      expect(parsePlace(search)).toEqual({ section: "people" });
    },
  );
});

test("what was chosen in the explorer is there again on the way back", () => {
  const chosen = "?server=a%26b&token=token&scope=openid+groups";
  const there = buildPlaceQuery({ section: "groups" }, chosen);
  const further = buildPlaceQuery({ section: "people", id: "00u" }, there);
  expect(parsePlace(further)).toEqual({ section: "people", id: "00u" });
  expect(buildExplorerQuery(further)).toBe(chosen);
  expect(buildExplorerQuery(buildPlaceQuery({ section: "people" }))).toBe("");
});
