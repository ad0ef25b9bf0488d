import { describe, expect, test } from "vitest";
import { listProperties, parsePageUrl } from "./link-preview.ts";

describe(parsePageUrl, () => {
  test.each([
    ["https://example.com", "https://example.com/"],
    ["https://example.com/groups", "https://example.com/groups/"],
    ["https://example.com/groups/", "https://example.com/groups/"],
    ["", undefined],
    [undefined, undefined],
  ])("%j is %j", (text, url) => {
    expect(parsePageUrl(text)).toBe(url);
  });

  test.each(["example.com", "/groups/", "javascript:alert(1)", "https://example.com/?a=b"])(
    "refuses %j",
    (text) => {
      expect(() => parsePageUrl(text)).toThrow("PAGE_URL");
    },
  );
});

test("the picture of a link is below the page's path", () => {
  expect(listProperties("https://example.com/groups/")).toMatchObject({
    "og:url": "https://example.com/groups/",
    "og:image": "https://example.com/groups/screenshot.png",
  });
});

test("a build whose address is not known names no picture", () => {
  expect(listProperties(undefined)).not.toHaveProperty("og:image");
});
