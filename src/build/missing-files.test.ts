import { expect, test } from "vitest";
import { listInlineScripts } from "./missing-files.ts";
import { buildContentSecurityPolicy } from "./page-policy.ts";

test.each(["/", "/groups/", "https://example.com/groups/", "./", ""])(
  "the policy allows the inline script of a build for %j by its hash",
  (base) => {
    const policy = buildContentSecurityPolicy({ inlineScripts: listInlineScripts(base) });
    expect(policy).toMatch(/; script-src 'self' 'sha256-[\w+/]{43}='; /);
  },
);
