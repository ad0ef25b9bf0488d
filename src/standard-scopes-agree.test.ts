import { describe, expect, test } from "vitest";
import { claimsByScope, systemScopes } from "./demo-org/model/system-scopes.ts";
import { explainClaim } from "./okta/glossary/claims.ts";
import { explainScope } from "./okta/glossary/scopes.ts";
import { fatClaimsOf } from "./okta/standard-claims.ts";
import { freshCustomServerScopes } from "./okta/standard-scopes.ts";

test("the page and the demo org know the same standard scopes", () => {
  const names = systemScopes.map(({ name }) => name);
  expect([...freshCustomServerScopes].sort()).toEqual(names.sort());
});

describe.each(Object.entries(claimsByScope))("the standard scope %s", (scope, claims) => {
  test("requests the same claims at the page and the demo org", () => {
    expect([...fatClaimsOf([scope])].sort()).toEqual([...claims].sort());
  });

  test("is explained, and so are its claims", () => {
    expect(explainScope(scope).meaning).not.toContain("custom scope");
    for (const claim of claims) expect(explainClaim(claim).meaning).not.toContain("custom claim");
  });
});
