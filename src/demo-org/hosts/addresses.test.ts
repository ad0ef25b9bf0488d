import { describe, expect, test } from "vitest";
import { buildOrgUrl, isDemoOrgPath } from "./addresses.ts";

describe(buildOrgUrl, () => {
  test.each([
    ["http://localhost:5173/", "http://localhost:5173/demo-org"],
    ["https://example.github.io/groups/", "https://example.github.io/groups/demo-org"],
  ])("puts the org of %s at %s", (pageUrl, orgUrl) => {
    expect(buildOrgUrl(pageUrl)).toBe(orgUrl);
  });
});

describe(isDemoOrgPath, () => {
  test.each([
    ["/demo-org", "/"],
    ["/demo-org/oauth2/default/v1/authorize", "/"],
    ["/groups/demo-org/oauth2/v1/authorize", "/groups/"],
  ])("gives %s to the org of a page at %s", (pathname, base) => {
    expect(isDemoOrgPath(pathname, base)).toBe(true);
  });

  test.each([
    ["/", "/"],
    ["/demo-org-worker.js", "/"],
    ["/demo-organization/", "/"],
    ["/demo-org/oauth2/v1/authorize", "/groups/"],
  ])("leaves %s alone, where the page is at %s", (pathname, base) => {
    expect(isDemoOrgPath(pathname, base)).toBe(false);
  });
});
