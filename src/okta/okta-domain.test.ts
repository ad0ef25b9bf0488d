import { describe, expect, test } from "vitest";
import { parseOktaDomain } from "./okta-domain.ts";

describe(parseOktaDomain, () => {
  test.each([
    ["a domain", "dev-123.okta.com", "https://dev-123.okta.com"],
    ["capitals", "Dev-123.Okta.COM", "https://dev-123.okta.com"],
    ["spaces around it", "  dev-123.okta.com \n", "https://dev-123.okta.com"],
    ["quotes around it", "“https://dev-123.okta.com/”", "https://dev-123.okta.com"],
    ["the end of a clause", "dev-123.okta.com,", "https://dev-123.okta.com"],
    ["a slash at its end", "https://dev-123.okta.com/", "https://dev-123.okta.com"],
    ["a custom domain", "https://id.example.com", "https://id.example.com"],
    ["a domain beyond ASCII", "https://idé.example.com", "https://xn--id-cja.example.com"],
    ["a port", "https://okta.example.com:8443", "https://okta.example.com:8443"],
    ["a domain with a port", "okta.example.com:8443", "https://okta.example.com:8443"],
    ["this machine", "http://localhost:8080", "http://localhost:8080"],
    ["this machine without a scheme", "localhost:8080", "http://localhost:8080"],
    ["this machine by number", "127.0.0.1:8080/", "http://127.0.0.1:8080"],
    ["this machine by a name of one's own", "acme.localhost:8080", "http://acme.localhost:8080"],
    [
      "an org that lives under a path",
      "http://localhost:5173/demo-org",
      "http://localhost:5173/demo-org",
    ],
  ])("accepts %s unchanged", (_case, text, orgUrl) => {
    expect(parseOktaDomain(text)).toMatchObject({ kind: "org", orgUrl, notes: [] });
  });

  test.each([
    [
      "an Admin Console address",
      "https://dev-123-admin.okta.com/admin/dashboard",
      "https://dev-123.okta.com",
      "dev-123.okta.com",
    ],
    [
      "an Admin Console address of a preview org",
      "acme-admin.oktapreview.com",
      "https://acme.oktapreview.com",
      "acme.oktapreview.com",
    ],
    ["plain http", "http://dev-123.okta.com", "https://dev-123.okta.com", "https"],
    [
      "any page of an org at Okta",
      "https://dev-123.okta.com/user/notifications",
      "https://dev-123.okta.com",
      "Only the org’s address",
    ],
    [
      "a page of the org",
      "https://dev-123.okta.com/app/UserHome?x=1#y",
      "https://dev-123.okta.com",
      "Only the org’s address",
    ],
    [
      "metadata",
      "https://dev-123.okta.com/.well-known/openid-configuration",
      "https://dev-123.okta.com",
      "Only the org’s address",
    ],
    [
      "an endpoint of the org server",
      "https://dev-123.okta.com/oauth2/v1/authorize?client_id=x",
      "https://dev-123.okta.com",
      "Only the org’s address",
    ],
  ])("finds the org in %s, and notes the change", (_case, text, orgUrl, note) => {
    const reading = parseOktaDomain(text);
    expect(reading).toMatchObject({ kind: "org", orgUrl });
    expect(reading).not.toHaveProperty("authorizationServerId");
    expect(reading).toHaveProperty(
      "notes",
      expect.arrayContaining([expect.stringContaining(note)]),
    );
  });

  test.each([
    ["https://dev-123.okta.com/oauth2/default", "https://dev-123.okta.com", "default"],
    ["dev-123-admin.okta.com/oauth2/aus1a2b3c/", "https://dev-123.okta.com", "aus1a2b3c"],
    [
      "https://id.example.com/oauth2/default/.well-known/openid-configuration",
      "https://id.example.com",
      "default",
    ],
    [
      "http://localhost:5173/demo-org/oauth2/default/v1/keys",
      "http://localhost:5173/demo-org",
      "default",
    ],
    [
      "https://id.example.com/.well-known/oauth-authorization-server/oauth2/default",
      "https://id.example.com",
      "default",
    ],
  ])(
    "finds the authorization server in %s, and adds a note",
    (text, orgUrl, authorizationServerId) => {
      expect(parseOktaDomain(text)).toMatchObject({
        kind: "org",
        orgUrl,
        authorizationServerId,
        notes: expect.arrayContaining([expect.stringContaining(authorizationServerId)]),
      });
    },
  );

  test.each([
    ["https://company.okta.com/default", "https://company.okta.com", "default"],
    ["https://id.example.com/default/", "https://id.example.com", "default"],
    ["company.okta.com/aus9o8wzkhckw9TLa0h7", "https://company.okta.com", "aus9o8wzkhckw9TLa0h7"],
  ])("completes the issuer %s, which lacks /oauth2", (text, orgUrl, authorizationServerId) => {
    expect(parseOktaDomain(text)).toMatchObject({
      kind: "org",
      orgUrl,
      authorizationServerId,
      notes: expect.arrayContaining([
        expect.stringContaining(`${orgUrl}/oauth2/${authorizationServerId}`),
      ]),
    });
  });

  test("keeps a path of a local host as the org’s own", () => {
    expect(parseOktaDomain("http://localhost:5173/default")).toMatchObject({
      orgUrl: "http://localhost:5173/default",
      notes: [],
    });
  });

  test.each([
    ["dev-123.okta.con", "dev-123.okta.com"],
    ["dev-123.oktacom", "dev-123.okta.com"],
    ["dev-123.otka.com", "dev-123.okta.com"],
    ["dev-123.okta", "dev-123.okta.com"],
    ["acme.oktaprevew.com", "acme.oktapreview.com"],
  ])("suggests an Okta domain for %s", (text, meant) => {
    const reading = { kind: "org", hostKind: "custom", notes: [`Did you mean ${meant}?`] };
    expect(parseOktaDomain(text)).toMatchObject(reading);
  });

  test.each(["", "   ", "\n", "“”"])("returns no problem for empty text: %o", (text) => {
    expect(parseOktaDomain(text)).toEqual({ kind: "empty" });
  });

  test.each([
    ["a script", "javascript:alert(1)", "not javascript"],
    ["a script with a slash", "javascript://dev-123.okta.com/%0aalert(1)", "not javascript"],
    ["data", "data:text/html,x", "not data"],
    ["a file", "file:///etc/passwd", "not file"],
    ["a username", "https://dev-123.okta.com@evil.example", "before the @"],
    ["a username and password", "https://a:b@dev-123.okta.com", "before the @"],
    ["an email address", "joe@example.com", "before the @"],
    ["words", "my okta org", "spaces"],
    ["the guide’s placeholder", "https://{yourOktaDomain}", "placeholder"],
    ["a bare name", "dev-123", "dev-123.okta.com?"],
    ["an IP address", "192.168.0.1", "not an IP address"],
    ["an IP address in disguise", "https://0xc0a80001/", "not an IP address"],
    ["Okta's own site", "https://www.okta.com/login", "Okta’s own site"],
    ["a comma for a period", "dev-123,okta.com", "can’t contain “,”"],
    ["an underscore", "dev_123.okta.com", "can’t contain “_”"],
    ["a bad host", "https://dev_123^.okta.com", "not a domain"],
    ["nothing but a scheme", "https://", "not a domain"],
    ["a port that is none", "dev-123.okta.com:99999", "not a domain"],
    ["slashes", "///", "not a domain"],
    ["a megabyte", `${'"'.repeat(1_000_000)}x`, "too long"],
  ])("refuses %s and says why", (_case, text, why) => {
    expect(parseOktaDomain(text)).toEqual({
      kind: "not_an_org",
      problem: expect.stringContaining(why),
    });
  });

  test.each([
    "Dev-123-Admin.okta.com/admin/apps?x#y",
    "http://id.example.com:8443/oauth2/default/v1/authorize",
    "localhost:5173/base/demo-org/.well-known/openid-configuration",
  ])("returns its own result unchanged for %s", (text) => {
    const reading = parseOktaDomain(text);
    const orgUrl = reading.kind === "org" ? reading.orgUrl : "";
    expect(parseOktaDomain(orgUrl)).toMatchObject({ kind: "org", orgUrl, notes: [] });
  });

  test.each([
    ["dev-123.okta.com", "dev-123.okta.com", "okta"],
    ["dev-123.oktapreview.com", "dev-123.oktapreview.com", "okta"],
    ["id.example.com:8443", "id.example.com:8443", "custom"],
    ["dev-123.okta.com.evil.example", "dev-123.okta.com.evil.example", "custom"],
    ["dev-123-okta.com", "dev-123-okta.com", "custom"],
    ["dev-123.\u043ekta.com", "dev-123.xn--kta-red.com", "custom"],
    ["localhost:8080", "localhost:8080", "local"],
  ])(
    "returns the host of %s in the spelling of browsers, and the kind of host",
    (text, host, hostKind) => {
      expect(parseOktaDomain(text)).toMatchObject({ host, hostKind });
    },
  );

  test.each([
    "https://user@host.example.com",
    "https://user:pw@host.example.com",
    "https://:pw@host.example.com",
    "https://:@host.example.com",
    "https://@host.example.com",
    "//@host.example.com",
    "dev-123.okta.com@host.example.com",
  ])("refuses %s, which has a username part", (text) => {
    expect(parseOktaDomain(text).kind).toBe("not_an_org");
  });
});
