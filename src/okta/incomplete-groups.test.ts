import { describe, expect, test } from "vitest";
import { diagnose } from "./diagnosis.ts";
import type { RunToDiagnose } from "./found-cause.ts";
import type { NamedGroup } from "./org-set-up.ts";

const everyone: NamedGroup = { name: "Everyone", isImported: false };
const sales: NamedGroup = { name: "Sales", isImported: false };
const domainUsers: NamedGroup = { name: "Domain Users", isImported: true };
const vpnUsers: NamedGroup = { name: "VPN Users", isImported: true };

function findIncomplete(groups: readonly string[], userGroups?: readonly NamedGroup[]) {
  const run: RunToDiagnose = {
    server: { kind: "org" },
    responseType: "id_token",
    scopes: ["openid", "groups"],
    idTokenClaims: { sub: "00u1", groups },
    ...(userGroups && { userGroups }),
  };
  return diagnose(run).incomplete;
}

function listGroups(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Group ${index}`);
}

describe("the warning of incomplete groups", () => {
  test("names the imported groups that are missing", () => {
    const userGroups = [everyone, domainUsers, vpnUsers];
    expect(findIncomplete(["Everyone"], userGroups)?.title).toBe(
      "Domain Users and VPN Users are missing",
    );
    expect(findIncomplete(["Everyone", "VPN Users"], userGroups)?.title).toBe(
      "Domain Users is missing",
    );
  });

  test("counts the imported groups if there are many", () => {
    const userGroups = listGroups(4).map((name) => ({ name, isImported: true }));
    expect(findIncomplete(["Everyone"], userGroups)?.title).toBe("4 imported groups are missing");
  });

  test.each<[string, readonly string[], readonly NamedGroup[] | undefined]>([
    ["every imported group is there", ["Domain Users"], [domainUsers]],
    [
      "an Okta group is missing: the claim may leave it out on purpose",
      ["Everyone"],
      [everyone, sales],
    ],
    ["the user's groups are unknown", ["Everyone"], undefined],
    ["there are 99 groups", listGroups(99), undefined],
    ["there are 120 groups, as in the authorization code flow", listGroups(120), undefined],
    ["there are no groups at all", [], [domainUsers]],
  ])("is missing if %s", (_case, groups, userGroups) => {
    expect(findIncomplete(groups, userGroups)).toBeUndefined();
  });

  test("says that an expression may have reached its limit at exactly 100 groups", () => {
    const incomplete = findIncomplete(listGroups(100));
    expect(incomplete?.title).toBe("There may be more than 100 groups");
    expect(incomplete?.expected).toContain("If the claim is an expression");
  });
});
