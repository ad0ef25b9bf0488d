import { describe } from "vitest";
import { denied, testPossible, testProven, testSeen } from "./test-causes.ts";
import { buildPolicy, ofPolicy, ofRule } from "./test-set-up.ts";

describe("with the org's set-up", () => {
  testProven({
    add_policy: [["no_policy", "no policy", denied, ofPolicy()]],
    change_policy: [
      ["policy_inactive", "an inactive policy", denied, ofPolicy(buildPolicy({ isActive: false }))],
      [
        "policy_client",
        "a policy for another app",
        denied,
        ofPolicy(buildPolicy({ clients: ["other"] })),
      ],
    ],
    add_rule: [
      ["no_rule", "a policy without a rule", denied, ofPolicy(buildPolicy({ rules: [] }))],
    ],
    change_rule: [
      ["rule_inactive", "an inactive rule", denied, ofRule({ isActive: false })],
      [
        "rule_grant_type",
        "a rule for codes",
        denied,
        ofRule({ grantTypes: ["authorization_code"] }),
      ],
      [
        "rule_people",
        "a rule for other people",
        denied,
        ofRule({
          people: { groups: ["00gSales"], users: [] },
          excluded: { groups: [], users: [] },
        }),
      ],
      [
        "rule_people",
        "a rule that excludes the user",
        denied,
        ofRule({ excluded: { groups: [], users: ["00u1"] } }),
      ],
      ["rule_scopes", "a rule for other scopes", denied, ofRule({ scopes: ["profile"] })],
    ],
  });
});

describe("without the org's set-up", () => {
  testSeen({
    certain: [["policy_denied", "a policy", denied]],
  });

  testPossible([
    ["no_policy", denied],
    ["rule_grant_type", denied],
    ["rule_people", denied],
    ["rule_scopes", denied],
  ]);
});
