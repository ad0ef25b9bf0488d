import { describe, expect, test } from "vitest";
import { rebaseDraft } from "./rebase-draft.ts";

describe(rebaseDraft, () => {
  const before = { name: "IT", description: "", scopes: ["openid"] };

  test("shows the newest where nobody typed", () => {
    const now = { name: "Information Technology", description: "All of it", scopes: [] };
    expect(rebaseDraft({ ...before, scopes: ["openid"] }, before, now)).toEqual(now);
  });

  test("keeps what was typed", () => {
    const typed = { ...before, description: "Second floor", scopes: ["openid", "groups"] };
    expect(rebaseDraft(typed, before, { ...before, name: "Information Technology" })).toEqual({
      name: "Information Technology",
      description: "Second floor",
      scopes: ["openid", "groups"],
    });
  });

  test("keeps a field that was emptied empty", () => {
    const now = { ...before, name: "Information Technology" };
    expect(rebaseDraft({ ...before, name: "" }, before, now).name).toBe("");
  });
});
