import { describe, expect, test } from "vitest";
import { parseAllowedOrgs } from "./allowed-orgs.ts";

describe(parseAllowedOrgs, () => {
  test.each([
    ["https://acme.okta.com", ["https://acme.okta.com"]],
    [
      " https://acme.okta.com/, https://login.acme.com:8443 ",
      ["https://acme.okta.com", "https://login.acme.com:8443"],
    ],
    ["https://acme.okta.com,https://acme.okta.com", ["https://acme.okta.com"]],
    ["http://localhost:8080", ["http://localhost:8080"]],
  ])("%j allows %j", (text, orgs) => {
    expect(parseAllowedOrgs(text)).toEqual(orgs);
  });

  test("locks nothing if the variable is not set", () => {
    expect(parseAllowedOrgs(undefined)).toBeUndefined();
  });

  test.each([
    ["", "Name orgs"],
    ["https://acme.okta.com,", "Name orgs"],
    ["acme.okta.com", "Start it with https://"],
    ["http://acme.okta.com", "Write it as https://acme.okta.com"],
    ["https://ACME.okta.com", "Write it as https://acme.okta.com"],
    ["https://acme-admin.okta.com", "Write it as https://acme.okta.com"],
    ["https://acme.okta.com/oauth2/default", "Write it as https://acme.okta.com"],
    ["https://login.acme.com/path", "without a path"],
    ["https://*.okta.com", "can’t contain “*”"],
    ["https://acme.okta.com;script-src*", "can’t be used"],
    ["https://acme.okta.com https://b.okta.com", "spaces"],
    ["https://user@acme.okta.com", "before the @"],
    ["https://acme", "complete domain"],
  ])("refuses %j", (text, problem) => {
    expect(() => parseAllowedOrgs(text)).toThrow(problem);
    expect(() => parseAllowedOrgs(text)).toThrow("ALLOWED_ORGS");
  });
});
