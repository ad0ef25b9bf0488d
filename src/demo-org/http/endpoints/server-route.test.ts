import { describe, expect, test } from "vitest";
import { buildRequest, createTestOrg, linkToApp } from "../../test-support/test-org.ts";

const authorize = `/oauth2/nope/v1/authorize?${buildRequest()}`;

describe("an authorization server that the org doesn't have", () => {
  test.each([
    ["authorize", authorize],
    ["logout", "/oauth2/nope/v1/logout"],
  ])("shows a browser a page at %s", async (_name, path) => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().get(path, {
      Accept: "text/html,application/xhtml+xml,*/*;q=0.8",
    });
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(response.headers.get("Content-Type")).toMatch(/^text\/html/);
    expect(page).toContain("<h1>400 Bad Request</h1>");
    expect(page).toContain("<code>invalid_request</code>");
    expect(page).toContain("The authorization server id is invalid.");
    expect(page).toContain("<dd><code>nope</code></dd>");
    expect(page).toContain("<dd><code>default</code></dd>");
    expect(page).toContain(linkToApp("Back to app.example"));
  });

  test("sends a browser JSON where Okta has no pages", async () => {
    const { openBrowser } = await createTestOrg();
    const path = "/oauth2/nope/.well-known/openid-configuration";
    const response = await openBrowser().get(path, { Accept: "text/html" });
    expect(await response.json()).toMatchObject({ errorCode: "E0000007" });
  });

  test.each([
    ["authorize", authorize],
    ["keys", "/oauth2/nope/v1/keys"],
    ["metadata", "/oauth2/nope/.well-known/openid-configuration"],
  ])("sends a program JSON at %s", async (_name, path) => {
    const { openBrowser } = await createTestOrg();
    const response = await openBrowser().get(path, { Accept: "application/json" });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      errorCode: "E0000007",
      errorSummary: "Not found: Resource not found: nope (AuthorizationServer)",
    });
  });
});
