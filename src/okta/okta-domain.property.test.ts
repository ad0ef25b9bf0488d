import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseOktaDomain } from "./okta-domain.ts";

const host = fc
  .tuple(
    fc.constantFrom("acme", "dev-123", "xn--80ak6aa92e"),
    fc.constantFrom("okta.com", "oktapreview.com", "acme.example"),
  )
  .map((labels) => labels.join("."));
const piece = fc.constantFrom(
  ..."https:// http:// @ : / \\ ? # .. %2f %00 okta.com acme localhost 127.0.0.1 [::1] :8080 :443 /oauth2/default /.well-known/openid-configuration -admin javascript: data: \u200b \u0430 \u3002 \t".split(
    " ",
  ),
);
const pasted = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);

describe(parseOktaDomain, () => {
  test("returns a URL with https or a local host, which a browser parses to the displayed host", () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const parsed = parseOktaDomain(text);
        if (parsed.kind !== "org") return;
        const url = new URL(parsed.orgUrl);
        expect(url.host).toBe(parsed.host);
        expect(url.origin + url.pathname.replace(/\/$/, "")).toBe(parsed.orgUrl);
        expect(url.username + url.password + url.search + url.hash).toBe("");
        expect(parsed.host).toMatch(/^[!-~]+$/);
        if (url.protocol !== "https:") {
          expect(url.protocol).toBe("http:");
          expect(parsed.hostKind).toBe("local");
        }
        if (parsed.hostKind === "okta")
          expect(url.hostname).toMatch(/\.okta[\w-]*\.(?:com|mil)$|\.okta\.mil$/);
      }),
    );
  });

  test("returns the same org for its own result", () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const parsed = parseOktaDomain(text);
        if (parsed.kind !== "org") return;
        expect(parseOktaDomain(parsed.orgUrl)).toMatchObject({
          kind: "org",
          orgUrl: parsed.orgUrl,
          hostKind: parsed.hostKind,
        });
      }),
    );
  });

  test("finds the same org in the org's address, issuers and endpoints", () => {
    const place = fc.constantFrom(
      "",
      "/",
      "/oauth2/default",
      "/oauth2/v1/authorize?client_id=0oa1#x",
      "/oauth2/aus1234567890abcdefg/v1/token",
      "/.well-known/openid-configuration",
      "/admin/dashboard",
    );
    fc.assert(
      fc.property(
        host,
        place,
        fc.constantFrom("", "https://", "http://", "HTTPS://"),
        (name, path, scheme) => {
          expect(parseOktaDomain(`${scheme}${name}${path}`)).toMatchObject({
            kind: "org",
            orgUrl: `https://${name}`,
          });
        },
      ),
    );
  });
});
