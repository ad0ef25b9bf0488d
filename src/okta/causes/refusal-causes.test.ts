import { describe, expect, test } from "vitest";
import { diagnose } from "../diagnosis.ts";
import {
  customScopes,
  noApiAccess,
  notConfigured,
  refuse,
  testProven,
  testSeen,
  tooManyGroups,
  unknownServer,
  wrongGrantType,
  wrongResponseType,
} from "./test-causes.ts";
import { buildSetUp, buildUser, manyGroups, ofAppSettings, ofServer } from "./test-set-up.ts";

describe("with the org's set-up", () => {
  test("names the claim that matches too many groups", () => {
    const [cause] = diagnose({
      ...tooManyGroups,
      setUp: buildSetUp({ user: buildUser(manyGroups) }),
    }).causes;
    expect(cause).toMatchObject({
      observed:
        "101 groups of it.user@example.com match the claim groups. The implicit flow allows 100.",
      consolePath: "Applications and Resources > Applications > Explorer > Sign On",
    });
  });

  testProven({
    none: [
      [
        "unknown_scope",
        "a scope that can’t be added",
        { ...notConfigured, scopes: ["openid", "okta.users.read"] },
        ofServer({}),
      ],
      ["too_many_groups", "more than 100 groups", tooManyGroups, buildSetUp()],
    ],
    change_app: [
      [
        "response_type_not_allowed",
        "an app for codes",
        wrongResponseType,
        ofAppSettings({ grantTypes: ["authorization_code"], responseTypes: ["code"] }),
      ],
      [
        "grant_type_not_allowed",
        "an app without codes",
        { ...wrongGrantType, responseType: "code" },
        ofAppSettings({ grantTypes: ["implicit"], responseTypes: ["id_token"] }),
      ],
      [
        "app_inactive",
        "an inactive app",
        refuse("invalid_client", "Invalid value for 'client_id' parameter."),
        ofAppSettings({ isActive: false }),
      ],
    ],
    assign_user: [
      [
        "user_not_assigned",
        "an unassigned user",
        refuse("access_denied", "User is not assigned to the client application."),
        buildSetUp(),
      ],
    ],
    add_scope: [
      [
        "unknown_scope",
        "a scope that the server lacks",
        { ...notConfigured, scopes: ["openid", "groups"] },
        ofServer({ scopes: [{ name: "openid", isDefault: false }] }),
      ],
    ],
    activate_server: [
      ["server_inactive", "an inactive server", unknownServer, ofServer({ isActive: false })],
    ],
  });

  test.each([
    [["openid", "crm"], "The server doesn’t have the scope crm", "crm"],
    [["openid", "crm", "hr"], "The server doesn’t have the scopes crm, hr", undefined],
    [["openid", "crm", "okta.users.read"], "scopes crm, okta.users.read", undefined],
  ])("suggests to add a scope only if no other scope is missing: %o", (scopes, title, added) => {
    const { causes } = diagnose({ ...notConfigured, scopes, setUp: ofServer({}) });
    const cause = causes.find(({ id }) => id === "unknown_scope");
    expect(cause?.title).toContain(title);
    const change = cause?.setUpChange;
    expect(change?.kind === "add_scope" ? change.scope : undefined).toBe(added);
  });

  test.each([["openid,email"], ["openid,crm"]])(
    "names the commas of %s, and no missing scope",
    (scopes) => {
      const { causes } = diagnose({ ...notConfigured, scopes: [scopes], setUp: ofServer({}) });
      expect(causes.map(({ id }) => id)).toEqual(["scopes_with_commas"]);
    },
  );
});

describe("without the org's set-up", () => {
  testSeen({
    certain: [
      ["scopes_with_commas", "commas", { ...customScopes, scopes: ["openid,groups"] }],
      ["unknown_scope", "an unknown scope", notConfigured],
      [
        "custom_scope_on_org_server",
        "a custom scope",
        { ...customScopes, scopes: ["openid", "crm"] },
      ],
      ["unknown_server", "an unknown server", unknownServer],
      ["no_api_access_management", "E0000015", noApiAccess],
      [
        "system_claim_failed",
        "a failed system claim",
        refuse("server_error", "The '{0}' system claim could not be evaluated."),
      ],
      ["refused", "any other error", refuse("temporarily_unavailable", "Busy.")],
    ],
  });

  test.each([
    ["certain", ["openid", "groups"], "The server doesn’t have the scope groups", ["openid"]],
    [
      "likely",
      ["openid", "groups", "crm"],
      "The server lacks one of the scopes groups, crm",
      ["openid"],
    ],
    ["certain", ["groups"], "The server doesn’t have the scope groups", ["openid"]],
  ] as const)(
    "names the scope that the server's metadata does not list: %s for %o",
    (certainty, scopes, title, kept) => {
      const serverScopes = ["openid", "profile"];
      const [first] = diagnose({
        ...notConfigured,
        scopes,
        serverScopes,
      }).causes;
      expect(first).toMatchObject({
        id: "unknown_scope",
        certainty,
        title,
        change: { request: { scopes: kept } },
      });
    },
  );

  test.each([
    ["groups", false],
    ["okta.users.read", true],
  ])("mentions scopes of Okta's APIs only if the request has one: %s", (scope, mentions) => {
    const [first] = diagnose({
      ...notConfigured,
      scopes: ["openid", scope],
      serverScopes: ["openid"],
    }).causes;
    expect(first?.id).toBe("unknown_scope");
    expect(first?.steps.join(" ").includes("okta.myAccount")).toBe(mentions);
  });

  test("names no scope if the metadata lists all requested scopes", () => {
    const scopes = ["openid"];
    const run = { ...notConfigured, scopes, serverScopes: scopes };
    expect(diagnose(run).causes[0]?.title).not.toContain("doesn’t have the scope openid");
  });
});
