import { describe, expect, test } from "vitest";
import type { Claim } from "../api/okta-objects.ts";
import { addClaim, draftClaim, newClaim, replaceClaim, setAlwaysIncluded } from "./claim-calls.ts";

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
  // What the page shows nothing of.
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
  ])("sends a %s that was left alone back as it was", (_case, claim) => {
    const { id, system, group_filter_type, ...writable } = claim;
    expect(replaceClaim("default", claim, draftClaim(claim))).toEqual({
      method: "PUT",
      path: "/api/v1/authorizationServers/default/claims/ocl1",
      body: { ...writable, ...(group_filter_type && { group_filter_type }) },
    });
  });

  test("leaves nothing of a filter in an expression", () => {
    const draft = {
      ...draftClaim(filter),
      valueType: "EXPRESSION",
      expression: "user.id",
    } as const;
    const { body } = replaceClaim("default", filter, draft);
    expect(body).toMatchObject({ valueType: "EXPRESSION", value: "user.id" });
    expect(body).not.toHaveProperty("group_filter_type");
  });

  test("keeps what was typed for the other value type, should somebody change back", () => {
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

  test("restricts a claim for any scope to none, whichever were ticked before", () => {
    const draft = { ...draftClaim(filter), includeIn: "any" } as const;
    expect(replaceClaim("default", filter, draft).body).toMatchObject({
      conditions: { scopes: [] },
    });
  });
});

describe(addClaim, () => {
  test("knows of an access token's claim no other way than always", () => {
    const draft = { ...newClaim, name: "teams", isAlways: false };
    const { body } = addClaim("default", { ...draft, claimType: "RESOURCE" });
    expect(body).toMatchObject({ alwaysIncludeInToken: true });
    expect(addClaim("default", { ...draft, claimType: "IDENTITY" }).body).toMatchObject({
      alwaysIncludeInToken: false,
    });
  });

  test("asks the server that is meant, whatever its ID is made of", () => {
    expect(addClaim("../apps?", newClaim).path).toBe(
      "/api/v1/authorizationServers/..%2Fapps%3F/claims",
    );
  });
});

describe(setAlwaysIncluded, () => {
  test("changes nothing else of a standard claim", () => {
    const claim: Claim = { ...expression, valueType: "SYSTEM", value: null, system: true };
    const { id, system, value, group_filter_type, ...writable } = claim;
    expect(setAlwaysIncluded("default", claim, true).body).toEqual({
      ...writable,
      alwaysIncludeInToken: true,
    });
  });
});
