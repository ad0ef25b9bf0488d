import { describe, expect, test } from "vitest";
import { rebaseDraft } from "./rebase-draft.ts";

describe(rebaseDraft, () => {
  const before = { name: "IT", description: "", scopes: ["openid"] };

  test("takes the newer version of fields without edits", () => {
    const now = { name: "Information Technology", description: "All of it", scopes: [] };
    expect(rebaseDraft({ ...before, scopes: ["openid"] }, before, now)).toEqual(now);
  });

  test("keeps edits", () => {
    const typed = { ...before, description: "Second floor", scopes: ["openid", "groups"] };
    expect(rebaseDraft(typed, before, { ...before, name: "Information Technology" })).toEqual({
      name: "Information Technology",
      description: "Second floor",
      scopes: ["openid", "groups"],
    });
  });

  test("keeps a field empty that was emptied", () => {
    const now = { ...before, name: "Information Technology" };
    expect(rebaseDraft({ ...before, name: "" }, before, now).name).toBe("");
  });
});
