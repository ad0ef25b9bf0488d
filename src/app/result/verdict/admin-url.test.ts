import { expect, test } from "vitest";
import { buildAdminUrl } from "./admin-url.ts";

const path = "/admin/app/oidc_client/instance/0oa1#tab-general";

test.each([
  ["https://dev-123.okta.com", "https://dev-123-admin.okta.com"],
  ["https://acme.oktapreview.com", "https://acme-admin.oktapreview.com"],
  ["https://acme.okta-emea.com", "https://acme-admin.okta-emea.com"],
])("the Admin Console of %s is at %s", (orgUrl, admin) => {
  expect(buildAdminUrl(orgUrl, path)).toBe(`${admin}${path}`);
});

test.each(["https://login.example.com", "http://localhost:8080", "https://evil.okta.com.example"])(
  "the Admin Console of %s is not known",
  (orgUrl) => {
    expect(buildAdminUrl(orgUrl, path)).toBeUndefined();
  },
);
