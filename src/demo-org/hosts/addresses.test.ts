import { describe, expect, test } from "vitest";
import { buildOrgUrl, isDemoOrgPath } from "./addresses.ts";

describe(buildOrgUrl, () => {
  test.each([
    ["http://localhost:5173/", "http://localhost:5173/demo-org"],
    ["https://example.github.io/groups/", "https://example.github.io/groups/demo-org"],
  ])("for the page %s returns %s", (pageUrl, orgUrl) => {
    expect(buildOrgUrl(pageUrl)).toBe(orgUrl);
  });
});

describe(isDemoOrgPath, () => {
  test.each([
    ["/demo-org", "/"],
    ["/demo-org/oauth2/default/v1/authorize", "/"],
    ["/groups/demo-org/oauth2/v1/authorize", "/groups/"],
  ])("accepts %s for a page at %s", (pathname, base) => {
    expect(isDemoOrgPath(pathname, base)).toBe(true);
  });

  test.each([
    ["/", "/"],
    ["/demo-org-worker.js", "/"],
    ["/demo-organization/", "/"],
    ["/demo-org/oauth2/v1/authorize", "/groups/"],
  ])("refuses %s for a page at %s", (pathname, base) => {
    expect(isDemoOrgPath(pathname, base)).toBe(false);
  });
});
