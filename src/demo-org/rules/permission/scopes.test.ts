import { describe, expect, test } from "vitest";
import { describeOrgServer } from "../../model/authorization-server.ts";
import { grantScopes } from "./scopes.ts";

describe("scopes of Okta's API on the org server", () => {
  const server = describeOrgServer("https://org.example");

  test.each([
    ["openid okta.users.read", ["openid"]],
    ["okta.groups.manage openid groups okta.users.read.self", ["openid", "groups"]],
    ["openid okta.myAccount.email.read", ["openid"]],
  ])("are left out if other scopes are granted: %s", (requested, scopes) => {
    expect(grantScopes(requested, server, new Set(["token"]))).toEqual({ kind: "granted", scopes });
  });

  test.each([
    ["okta.users.read", "token", "no_org_scopes_granted"],
    ["okta.users.read okta.groups.read", "code", "no_org_scopes_granted"],
    ["okta.users.read", "id_token", "openid_scope_required"],
    ["okta.users.read crm.read", "token", "illegal_custom_scope"],
  ])(
    "are refused if the request has the scope %s for %s: %s",
    (requested, responseType, reason) => {
      expect(grantScopes(requested, server, new Set([responseType]))).toMatchObject({
        kind: "refused",
        refusal: { reason },
      });
    },
  );
});
