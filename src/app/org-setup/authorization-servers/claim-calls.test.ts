import { describe, expect, test } from "vitest";
import type { Claim } from "../api/okta-objects.ts";
import {
  addClaim,
  draftClaim,
  newClaim,
  replaceClaim,
  replaceSystemExpression,
  setAlwaysIncluded,
} from "./claim-calls.ts";

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

describe(replaceClaim, () => {
  test.each([
    ["filter", filter],
    ["expression", expression],
  ])("sends an unedited %s back unchanged", (_case, claim) => {
    const { id, system, group_filter_type, ...writable } = claim;
    expect(replaceClaim("default", claim, draftClaim(claim))).toEqual({
      method: "PUT",
      path: "/api/v1/authorizationServers/default/claims/ocl1",
      body: { ...writable, ...(group_filter_type && { group_filter_type }) },
    });
  });

  test("sends no filter type with an expression", () => {
    const draft = {
      ...draftClaim(filter),
      valueType: "EXPRESSION",
      expression: "user.id",
    } as const;
    const { body } = replaceClaim("default", filter, draft);
    expect(body).toMatchObject({ valueType: "EXPRESSION", value: "user.id" });
    expect(body).not.toHaveProperty("group_filter_type");
  });

  test("keeps the input of the other value type", () => {
    const draft = {
      ...draftClaim(filter),
      valueType: "EXPRESSION",
      expression: "user.id",
    } as const;
    expect(replaceClaim("default", filter, { ...draft, valueType: "GROUPS" }).body).toMatchObject({
      value: "IT|Sales",
      group_filter_type: "REGEX",
    });
  });

  test("sends no scopes for a claim in any scope, even if some were selected before", () => {
    const draft = { ...draftClaim(filter), includeIn: "any" } as const;
    expect(replaceClaim("default", filter, draft).body).toMatchObject({
      conditions: { scopes: [] },
    });
  });
});

describe(addClaim, () => {
  test("always includes access token claims", () => {
    const draft = { ...newClaim, name: "teams", isAlways: false };
    const { body } = addClaim("default", { ...draft, claimType: "RESOURCE" });
    expect(body).toMatchObject({ alwaysIncludeInToken: true });
    expect(addClaim("default", { ...draft, claimType: "IDENTITY" }).body).toMatchObject({
      alwaysIncludeInToken: false,
    });
  });

  test("encodes the server's ID in the path", () => {
    expect(addClaim("../apps?", newClaim).path).toBe(
      "/api/v1/authorizationServers/..%2Fapps%3F/claims",
    );
  });
});

describe(replaceSystemExpression, () => {
  test("changes nothing else of the claim", () => {
    const claim: Claim = { ...expression, claimType: "RESOURCE", system: true };
    const { id, system, group_filter_type, ...writable } = claim;
    expect(replaceSystemExpression("default", claim, "user.email")).toEqual({
      method: "PUT",
      path: "/api/v1/authorizationServers/default/claims/ocl1",
      body: { ...writable, value: "user.email" },
    });
  });
});

describe(setAlwaysIncluded, () => {
  test("changes nothing else of a system claim", () => {
    const claim: Claim = { ...expression, valueType: "SYSTEM", value: null, system: true };
    const { id, system, value, group_filter_type, ...writable } = claim;
    expect(setAlwaysIncluded("default", claim, true).body).toEqual({
      ...writable,
      alwaysIncludeInToken: true,
    });
  });
});
