import { expect, test } from "vitest";
import { listInlineScripts } from "./missing-files.ts";
import { buildContentSecurityPolicy } from "./page-policy.ts";

test.each(["/", "/groups/", "https://example.com/groups/"])(
  "a build for %s has no inline script",
  (base) => {
    expect(listInlineScripts(base)).toEqual([]);
  },
);

test.each(["./", ""])("a build for %j has one, which the policy allows by its hash", (base) => {
  const policy = buildContentSecurityPolicy({ inlineScripts: listInlineScripts(base) });
  expect(policy).toMatch(/; script-src 'self' 'sha256-[\w+/]{43}='; /);
});
