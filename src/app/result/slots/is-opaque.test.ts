import { expect, test } from "vitest";
import { decodeJwt } from "../../../oidc/jwt.ts";
import { buildToken } from "../test-run.ts";
import { isOpaque } from "./is-opaque.ts";

test.each<[string, string, string | undefined, boolean]>([
  ["the org server’s issuer", "https://dev-123.okta.com", undefined, true],
  ["its type alone", "", "application/okta-internal-at+jwt", true],
  ["a custom server’s issuer", "https://dev-123.okta.com/oauth2/default", "at+jwt", false],
  ["another product’s issuer, without a path", "https://tenant.auth0.com/", "at+jwt", false],
  ["no issuer", "", undefined, false],
])("without its request, an access token with %s", (_case, iss, typ, expected) => {
  const raw = buildToken(iss === "" ? { sub: "1" } : { iss, sub: "1" }, typ ? { typ } : {});
  expect(isOpaque({ request: undefined }, decodeJwt(raw))).toBe(expected);
});
