import { describe, expect, test } from "vitest";
import { isReloadDue, noteReload } from "./deep-link-guard.ts";

const href = "https://example.com/demo-org/oauth2/v1/authorize?client_id=a b";

describe(isReloadDue, () => {
  test("lets a link be reloaded that has not been", () => {
    expect(isReloadDue(null, href, 1_000)).toBe(true);
  });

  test("stops at the second reload in a row", () => {
    expect(isReloadDue(noteReload(href, 1_000), href, 3_000)).toBe(false);
  });

  test("lets another link be reloaded", () => {
    expect(isReloadDue(noteReload(href, 1_000), `${href}&nonce=n`, 3_000)).toBe(true);
  });

  test("lets somebody come back to the same link later", () => {
    expect(isReloadDue(noteReload(href, 1_000), href, 61_000)).toBe(true);
  });

  test.each([["nonsense"], [""], [`soon ${href}`]])("takes %j for no reload at all", (note) => {
    expect(isReloadDue(note, href, 1_000)).toBe(true);
  });
});
