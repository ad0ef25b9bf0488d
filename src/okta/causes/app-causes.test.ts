import { describe } from "vitest";
import { email, org, testPossible, testProven, testSeen } from "./test-causes.ts";
import { filter, ofApp, ofAppSettings } from "./test-set-up.ts";

describe("with the org's set-up", () => {
  testProven({
    set_app_groups_claim: [
      ["no_groups_claim_on_app", "no claim", org, ofAppSettings({ groupsClaim: undefined })],
      [
        "no_groups_claim_on_app",
        "a claim without a name",
        org,
        ofAppSettings({ groupsClaim: { name: "", value: filter(".*") } }),
      ],
      ["no_groups_claim_on_app", "a claim of something else", org, ofApp(email)],
    ],
  });
});

describe("without the org's set-up", () => {
  testSeen({
    likely: [["no_groups_claim_on_app", "a fat org token without groups", org]],
  });

  testPossible([["claim_on_custom_server", org]]);
});
