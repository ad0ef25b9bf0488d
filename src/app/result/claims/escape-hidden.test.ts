import { expect, test } from "vitest";
import { escapeHidden } from "./escape-hidden.ts";

test.each([
  ["a zero width space", '"IT\u200b"', '"IT\\u200b"'],
  ["a character of two units", '"\u{e0041}"', '"\\udb40\\udc41"'],
  ["nothing else", '{\n  "état": "管理者 👩‍🚀"\n}', '{\n  "état": "管理者 👩‍🚀"\n}'],
])("escapes %s", (_what, json, escaped) => {
  expect(escapeHidden(json)).toBe(escaped);
  expect(JSON.parse(escaped)).toEqual(JSON.parse(json));
});
