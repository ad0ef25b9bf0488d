import { describe, expect, test } from "vitest";
import type { Claim } from "../api/okta-objects.ts";
import { buildClaimBody, draftClaim, newClaim } from "./claim-draft.ts";

const filter: Claim = {
  id: "ocl1",
  name: "groups",
  status: "ACTIVE",
  claimType: "IDENTITY",
  valueType: "GROUPS",
  value: "IT|Sales",
  group_filter_type: "REGEX",
  conditions: { scopes: ["groups"] },
  system: false,
  alwaysIncludeInToken: false,
  // A member that the page doesn't show.
  note: "ours",
};

const expression: Claim = {
  ...filter,
  status: "INACTIVE",
  valueType: "EXPRESSION",
  value: "user.department",
  group_filter_type: null,
  conditions: { scopes: [] },
};

describe(buildClaimBody, () => {
  test.each([
    ["filter", filter],
    ["expression", expression],
  ])("sends an unedited %s back unchanged", (_case, claim) => {
    const { id, system, group_filter_type, ...writable } = claim;
    expect(buildClaimBody(draftClaim(claim), claim)).toEqual({
      ...writable,
      ...(group_filter_type && { group_filter_type }),
    });
  });

  test("sends no filter type with an expression", () => {
    const draft = {
      ...draftClaim(filter),
      valueType: "EXPRESSION",
      expression: "user.id",
    } as const;
    const body = buildClaimBody(draft, filter);
    expect(body).toMatchObject({ valueType: "EXPRESSION", value: "user.id" });
    expect(body).not.toHaveProperty("group_filter_type");
  });

  test("keeps the input of the other value type", () => {
    const draft = {
      ...draftClaim(filter),
      valueType: "EXPRESSION",
      expression: "user.id",
    } as const;
    expect(buildClaimBody({ ...draft, valueType: "GROUPS" }, filter)).toMatchObject({
      value: "IT|Sales",
      group_filter_type: "REGEX",
    });
  });

  test("sends no scopes for a claim in any scope, even if some were selected before", () => {
    const draft = { ...draftClaim(filter), includeIn: "any" } as const;
    expect(buildClaimBody(draft, filter)).toMatchObject({ conditions: { scopes: [] } });
  });

  test("always includes access token claims", () => {
    const draft = { ...newClaim, name: "teams", isAlways: false };
    expect(buildClaimBody({ ...draft, claimType: "RESOURCE" })).toMatchObject({
      alwaysIncludeInToken: true,
    });
    expect(buildClaimBody({ ...draft, claimType: "IDENTITY" })).toMatchObject({
      alwaysIncludeInToken: false,
    });
  });

  test("changes only the expression of a system claim that has one", () => {
    const claim: Claim = { ...expression, claimType: "RESOURCE", system: true };
    const { id, system, group_filter_type, ...writable } = claim;
    const draft = { ...draftClaim(claim), name: "other", expression: "user.email" };
    expect(buildClaimBody(draft, claim)).toEqual({ ...writable, value: "user.email" });
  });

  test("changes only the Always flag of other system claims", () => {
    const claim: Claim = { ...expression, valueType: "SYSTEM", value: null, system: true };
    const { id, system, value, group_filter_type, ...writable } = claim;
    const draft = { ...draftClaim(claim), name: "other", isAlways: true };
    expect(buildClaimBody(draft, claim)).toEqual({ ...writable, alwaysIncludeInToken: true });
  });
});
