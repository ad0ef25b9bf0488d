import { describe, expect, test } from "vitest";
import type { PolicyRule } from "../api/okta-objects.ts";
import { addRule, draftRule, newRule, replaceRule } from "./rule-calls.ts";

const path = "/api/v1/authorizationServers/default/policies/00p1/rules";

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

describe(replaceRule, () => {
  test("sends an unedited rule back unchanged", () => {
    const { id, system, created, ...writable } = rule;
    expect(replaceRule(path, rule, draftRule(rule))).toEqual({
      method: "PUT",
      path: `${path}/0pr1`,
      body: writable,
    });
  });

  test("uses Okta's values for everyone and any scope", () => {
    const draft = { ...draftRule(rule), people: "any", scopesAre: "any" } as const;
    const call = replaceRule(path, rule, draft);
    expect(call.body).toMatchObject({
      conditions: {
        people: { groups: { include: ["EVERYONE"], exclude: ["00g2"] } },
        scopes: { include: ["*"] },
      },
    });
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

describe(addRule, () => {
  test.each([
    [" 5 ", 5],
    ["0", 0],
    ["soon", "soon"],
    ["5.5", "5.5"],
    ["-5", "-5"],
    ["", ""],
  ])("sends a lifetime of %j as %j, which the org validates", (typed, sent) => {
    const { body } = addRule(path, { ...newRule, accessTokenLifetime: typed });
    expect(body).toMatchObject({ actions: { token: { accessTokenLifetimeMinutes: sent } } });
  });
});
