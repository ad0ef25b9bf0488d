import { expect, test } from "vitest";
import type { CheckStatus } from "../../../oidc/check.ts";
import { summarizeChecks } from "./summarize-checks.ts";

test.each<[string, readonly CheckStatus[]]>([
  ["2 of 2 checks pass", ["pass", "pass"]],
  ["1 of 2 checks pass, 1 skipped", ["pass", "fail", "skipped"]],
  ["1 of 1 check passes", ["pass"]],
  ["0 of 1 check passes, 1 skipped", ["fail", "skipped"]],
  ["1 check skipped", ["skipped"]],
  ["2 checks skipped", ["skipped", "skipped"]],
  ["No checks", []],
])("the summary can be: %s", (summary, statuses) => {
  const results = statuses.map((status, index) => ({
    id: `check-${index}`,
    about: "response" as const,
    name: "Check",
    status,
    detail: "",
  }));
  expect(summarizeChecks(results)).toBe(summary);
});
