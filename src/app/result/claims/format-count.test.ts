import { describe, expect, test } from "vitest";
import { keepCounts } from "./format-count.ts";

describe(keepCounts, () => {
  test.each([
    ["5 claims: 2 base, 1 groups claim", "5_claims: 2_base, 1_groups_claim"],
    ["3 claims from profile, email and address", "3_claims from profile, email and address"],
    ["15 claims. Left out: 2 groups claims", "15_claims. Left out: 2_groups_claims"],
    [
      "1,200 claims. Profile claims may be left out.",
      "1,200_claims. Profile claims may be left out.",
    ],
    ["30 Nov 2026, 15:41 UTC", "30 Nov 2026, 15:41_UTC"],
  ])("joins a number and its noun or unit: %s", (text, joined) => {
    expect(keepCounts(text)).toBe(joined.replaceAll("_", "\u00a0"));
  });
});
