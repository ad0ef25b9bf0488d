import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../api/okta-objects.ts";
import { buildRuleBody, draftRule, newRule } from "./rule-draft.ts";

/** Has members that the page doesn't show: single users, exclusions, an inline hook. */
const rule: PolicyRule = {
  id: "0pr1",
  type: "RESOURCE_ACCESS",
  name: "IT alone",
  priority: 2,
  status: "INACTIVE",
  system: false,
  conditions: {
    people: {
      users: { include: ["00u1"], exclude: ["00u2"] },
      groups: { include: ["00g1"], exclude: ["00g2"] },
    },
    grantTypes: { include: ["implicit"] },
    scopes: { include: ["openid", "groups"] },
  },
  actions: {
    token: {
      accessTokenLifetimeMinutes: 60,
      refreshTokenLifetimeMinutes: 0,
      refreshTokenWindowMinutes: 10_080,
      inlineHook: null,
    },
  },
  created: "2019-11-01T08:00:00.000Z",
};

describe(buildRuleBody, () => {
  test("sends an unedited rule back unchanged", () => {
    const { id, system, created, ...writable } = rule;
    expect(buildRuleBody(draftRule(rule), rule)).toEqual(writable);
  });

  test("uses Okta's values for everyone and any scope", () => {
    const draft = { ...draftRule(rule), people: "any", scopesAre: "any" } as const;
    expect(buildRuleBody(draft, rule)).toMatchObject({
      conditions: {
        people: { groups: { include: ["EVERYONE"], exclude: ["00g2"] } },
        scopes: { include: ["*"] },
      },
    });
  });

  test.each([
    [" 5 ", 5],
    ["0", 0],
    ["soon", "soon"],
    ["5.5", "5.5"],
    ["-5", "-5"],
    ["", ""],
  ])("sends a lifetime of %j as %j, which the org validates", (typed, sent) => {
    const body = buildRuleBody({ ...newRule, accessTokenLifetime: typed });
    expect(body).toMatchObject({ actions: { token: { accessTokenLifetimeMinutes: sent } } });
  });
});

describe(draftRule, () => {
  test("reads Okta's values for everyone and any scope", () => {
    const { conditions } = rule;
    const draft = draftRule({
      ...rule,
      conditions: {
        ...conditions,
        people: { groups: { include: ["EVERYONE"] } },
        scopes: { include: ["*"] },
      },
    });
    expect(draft).toMatchObject({ people: "any", groups: [], scopesAre: "any", scopes: [] });
  });
});
