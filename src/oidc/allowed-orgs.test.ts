import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { describeAllowedOrgs, isAllowedUrl } from "./allowed-orgs.ts";
import { fetchText } from "./fetch-json.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe("a page that is locked to two orgs", () => {
  beforeEach(() => {
    vi.stubEnv("ALLOWED_ORGS", "https://acme.okta.com,https://login.acme.com");
    vi.stubGlobal("origin", "https://explorer.acme.com");
  });

  test.each([
    ["https://acme.okta.com", true],
    ["https://login.acme.com/oauth2/default/v1/keys", true],
    ["https://explorer.acme.com/demo-org/oauth2/v1/keys", true],
    ["https://evil.okta.com", false],
    ["http://acme.okta.com", false],
    ["https://acme.okta.com:8443", false],
    ["https://acme.okta.com.evil.example", false],
    ["https://acme.okta.com@evil.example", false],
    ["https://xacme.okta.com", false],
  ])("may contact %s: %s", (url, expected) => {
    expect(isAllowedUrl(url)).toBe(expected);
  });

  test("can't use its own origin in a build without the demo org", () => {
    vi.stubEnv("DEMO_ORG", "off");
    expect(isAllowedUrl("https://explorer.acme.com/demo-org/oauth2/v1/keys")).toBe(false);
    expect(isAllowedUrl("https://acme.okta.com")).toBe(true);
  });

  test("fetches nothing from another host", async () => {
    const fetch = vi.fn(async () => new Response("text"));
    expect(await fetchText("https://evil.okta.com/", { fetch })).toEqual({
      kind: "unreachable",
      because: "not_allowed",
    });
    expect(fetch).not.toHaveBeenCalled();
    expect(await fetchText("https://acme.okta.com/", { fetch })).toMatchObject({ text: "text" });
  });

  test("names the two orgs", () => {
    expect(describeAllowedOrgs()).toBe(
      "This deployment of the page works only with acme.okta.com and login.acme.com.",
    );
  });
});

test("a page without a lock may use every org", () => {
  expect(isAllowedUrl("https://evil.okta.com")).toBe(true);
});
