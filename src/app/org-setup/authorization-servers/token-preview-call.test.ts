import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { previewResultSchema } from "./token-preview-call.ts";

describe("a token preview", () => {
  test("has every claim, whatever an admin has called it", () => {
    const text =
      '{"payload": {"sub": "00u1", "__proto__": ["a"], "constructor": {"prototype": null}}}';
    const answer = { kind: "tokens", idToken: JSON.parse(text), accessToken: null };
    const result = v.parse(previewResultSchema, answer);
    expect(JSON.stringify(result)).toBe(JSON.stringify(answer));
  });

  test.each([[[]], ["a.b.c"], [null]])("has no payload %j", (payload) => {
    const answer = { kind: "tokens", idToken: { payload }, accessToken: null };
    expect(v.is(previewResultSchema, answer)).toBe(false);
  });
});
