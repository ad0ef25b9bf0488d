import { expect, test } from "vitest";
import { mayBeFromOkta } from "./may-be-from-okta.ts";

test.each([
  [{ iss: "https://dev-123.okta.com" }, true],
  [{ iss: "https://dev-123.okta.com/oauth2/default", jti: "AT.1" }, true],
  [{ iss: "https://id.example.com/oauth2/aus1", jti: "AT.1" }, true],
  [{ iss: "http://localhost:8080" }, true],
  [{ sub: "00u1" }, true],
  [{ iss: "https://accounts.google.com" }, false],
  [{ iss: "https://tenant.auth0.com/" }, false],
  [{ iss: "https://login.microsoftonline.com/tenant/v2.0" }, false],
  [{ iss: "https://keycloak.example.com/realms/main", jti: "1" }, false],
  [{ iss: "not a URL" }, false],
  [{ iss: ["https://dev-123.okta.com"] }, true],
])("a token with %j can be Okta’s: %s", (claims, expected) => {
  expect(mayBeFromOkta(claims)).toBe(expected);
});
