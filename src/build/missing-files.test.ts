import { expect, test } from "vitest";
import { listInlineScripts } from "./missing-files.ts";
import { buildContentSecurityPolicy } from "./page-policy.ts";

test.each([
  ["/", 1],
  ["/groups/", 1],
  ["https://example.com/groups/", 1],
  ["./", 2],
  ["", 2],
])("the policy allows the inline scripts of a build for %j by their hashes", (base, count) => {
  const inlineScripts = listInlineScripts(base);
  expect(inlineScripts).toHaveLength(count);
  const policy = buildContentSecurityPolicy({ inlineScripts });
  expect(policy).toContain(`; script-src 'self' ${inlineScripts.join(" ")}; `);
});
