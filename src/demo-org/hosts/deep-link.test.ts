import { describe, expect, test } from "vitest";
import { isReloadDue, noteReload } from "./deep-link.ts";

const href = "https://example.com/demo-org/oauth2/v1/authorize?client_id=a b";

describe(isReloadDue, () => {
  test("allows the first reload of a link", () => {
    expect(isReloadDue(null, href, 1_000)).toBe(true);
  });

  test("refuses a second reload in a row", () => {
    expect(isReloadDue(noteReload(href, 1_000), href, 3_000)).toBe(false);
  });

  test("allows the reload of another link", () => {
    expect(isReloadDue(noteReload(href, 1_000), `${href}&nonce=n`, 3_000)).toBe(true);
  });

  test("allows a reload if the same link is opened again later", () => {
    expect(isReloadDue(noteReload(href, 1_000), href, 61_000)).toBe(true);
  });

  test.each([["nonsense"], [""], [`soon ${href}`]])("ignores the invalid note %j", (note) => {
    expect(isReloadDue(note, href, 1_000)).toBe(true);
  });
});
