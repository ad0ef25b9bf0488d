import { describe, expect, test } from "vitest";
import { diagnose } from "../diagnosis.ts";
import type { RunToDiagnose } from "../found-cause.ts";
import type { ClaimSetUp, ClaimValue } from "../org-set-up.ts";
import type { CauseId } from "./cause-id.ts";
import {
  custom,
  customBoth,
  customRefused,
  failed,
  listCauses,
  testPossible,
  testProven,
  testSeen,
  testTitles,
  user,
  valued,
  withGroups,
} from "./test-causes.ts";
import { buildClaim, expression, filter, ofClaim, ofServer } from "./test-set-up.ts";

const withIt = { ...user, groups: ["IT"] };
const onAccessToken = { ...customBoth, accessTokenClaims: withIt };

describe("with the org's set-up", () => {
  testProven({
    add_claim: [
      [
        "claim_on_other_token",
        "a claim on the access token",
        custom,
        ofClaim({ token: "access_token" }),
      ],
      [
        "claim_on_other_token",
        "groups in the access token only",
        onAccessToken,
        ofClaim({ token: "access_token" }),
      ],
    ],
    change_claim: [
      [
        "claim_not_always",
        "a thin ID token",
        customBoth,
        ofServer({
          claims: [
            buildClaim({ isAlways: false }),
            buildClaim({ id: "ocl2", token: "access_token", isActive: false }),
          ],
        }),
      ],
      [
        "claim_not_always",
        "the code flow",
        { ...customBoth, responseType: "code" },
        ofClaim({ isAlways: false }),
      ],
    ],
  });

  test.each<[string, RunToDiagnose, Partial<ClaimSetUp>, RegExp]>([
    ["it would have groups", custom, {}, /^Request the access token\.$/],
    ["its claim matches no group", custom, { value: filter("Sales") }, /^Add a second claim/],
    ["its claim needs a scope", custom, { scopes: ["email"] }, /^Add a second claim/],
    ["it was requested, too", onAccessToken, {}, /^Add a second claim for the ID token/],
  ])("advises to request the other token only if %s", (_case, run, claim, step) => {
    const setUp = ofClaim({ token: "access_token", ...claim });
    expect(diagnose({ ...run, setUp }).causes[0]).toMatchObject({ id: "claim_on_other_token" });
    expect(diagnose({ ...run, setUp }).causes[0]?.steps[0]).toMatch(step);
  });

  test.each<[CauseId, Partial<ClaimSetUp>]>([
    ["no_matching_group", { value: filter("Sales") }],
    ["scope_condition", { scopes: ["groups"] }],
    ["claim_disabled", { isActive: false }],
  ])("names the cause in the claim's own token first, then the other token: %s", (id, claim) => {
    const causes = listCauses({ ...customBoth, setUp: ofClaim(claim) });
    expect(causes).toEqual([id, "claim_on_other_token"]);
  });

  test.each<[string, Partial<ClaimSetUp>, string | undefined, ClaimValue | undefined]>([
    ["as it is", {}, "Request the access token only", filter(".*")],
    ["a disabled one", { isActive: false }, undefined, filter(".*")],
    ["for a scope", { scopes: ["groups"] }, undefined, filter(".*")],
    ["without a value", { value: filter("Sales") }, undefined, filter(".*")],
    ["beyond repair", { value: expression('isMemberOf("IT")', failed) }, undefined, filter(".*")],
    [
      "not a list",
      { value: expression('isMemberOf("IT")', valued(true)) },
      undefined,
      filter(".*"),
    ],
  ])(
    "suggests a claim that lists groups, and requests the other token only if it has groups: %s",
    (_case, claim, label, value) => {
      const { causes } = diagnose({
        ...custom,
        setUp: ofClaim({ token: "access_token", ...claim, name: "groups" }),
      });
      const [first] = causes;
      expect(first?.change?.label).toBe(label);
      const change = first?.setUpChange;
      expect(change?.kind === "add_claim" ? change.claim.value : undefined).toEqual(value);
    },
  );

  test.each<[CauseId, Partial<ClaimSetUp>]>([
    ["claim_not_always", { isAlways: false }],
    ["scope_condition", { scopes: ["groups"] }],
  ])(
    "names both a setting that leaves out the claim and a value without groups: %s",
    (id, claim) => {
      const setUp = ofServer({
        claims: [
          buildClaim({ ...claim, value: filter("Sales") }),
          buildClaim({ id: "ocl2", token: "access_token" }),
        ],
      });
      const [first] = diagnose({ ...onAccessToken, setUp }).causes;
      expect(first?.id).toBe(id);
      expect(first?.title).toMatch(/, and no group of the user matches the claim groups$/);
      expect(first?.setUpChange).toMatchObject({ to: { value: filter(".*") } });
    },
  );

  test("names a claim with groups if the other token has several claims", () => {
    const narrow = buildClaim({ name: "narrow", token: "access_token", value: filter("Sales") });
    const wide = buildClaim({ id: "ocl2", name: "wide", token: "access_token" });
    const { causes } = diagnose({ ...custom, setUp: ofServer({ claims: [narrow, wide] }) });
    expect(causes[0]?.title).toContain("wide");
  });
});

describe("without the org's set-up", () => {
  testSeen({
    certain: [
      [
        "claim_not_always",
        "UserInfo has what the thin token left out",
        { ...customBoth, userInfoClaims: withIt },
      ],
      ["only_on_id_token", "groups in the ID token", withGroups(["IT"], customBoth)],
      ["only_on_access_token", "groups in the access token", onAccessToken],
    ],
  });

  testPossible([
    ["claim_on_other_token", custom],
    ["claim_not_always", customBoth],
  ]);

  testTitles([
    ["claim_on_other_token", "No groups: the claim may be on the access token", custom],
    [
      "claim_on_other_token",
      "No groups: the claim may be on the ID token",
      { ...customRefused, responseType: "token", accessTokenClaims: user },
    ],
    ["claim_not_always", "No groups: the claim may not be set to Always", customBoth],
    [
      "claim_not_always",
      "No groups in the tokens: the claim isn’t set to Always",
      { ...customBoth, userInfoClaims: withIt },
    ],
    ["only_on_id_token", "The access token has no groups", withGroups(["IT"], customBoth)],
    ["only_on_access_token", "The ID token has no groups", onAccessToken],
  ]);

  test("says nothing about tokens of a code that was not exchanged", () => {
    const { causes, places } = diagnose({
      ...custom,
      responseType: "code id_token",
      codeExchange: "pending",
    });
    expect(places["Access token"].state).toBe("not_requested");
    expect(JSON.stringify(causes)).not.toMatch(/exchanged|decoded/);
  });
});
