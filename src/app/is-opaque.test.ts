import { expect, test } from "vitest";
import { decodeJwt } from "../oidc/jwt.ts";
import { isOpaque } from "./is-opaque.ts";
import { buildToken } from "./result/test-run.ts";

test.each<[string, string, string | undefined, boolean]>([
  ["is opaque with the org server’s issuer", "https://dev-123.okta.com", undefined, true],
  ["is opaque with only the org server’s token type", "", "application/okta-internal-at+jwt", true],
  [
    "is readable with a custom server’s issuer",
    "https://dev-123.okta.com/oauth2/default",
    "at+jwt",
    false,
  ],
  [
    "is readable with another product’s issuer without a path",
    "https://tenant.auth0.com/",
    "at+jwt",
    false,
  ],
  ["is readable without an issuer", "", undefined, false],
])("without its request, an access token %s", (_case, iss, typ, expected) => {
  const raw = buildToken(iss === "" ? { sub: "1" } : { iss, sub: "1" }, typ ? { typ } : {});
  expect(isOpaque({ request: undefined }, decodeJwt(raw))).toBe(expected);
});
