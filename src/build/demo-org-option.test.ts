import { describe, expect, test } from "vitest";
import { parseDemoOrgOption } from "./demo-org-option.ts";

describe(parseDemoOrgOption, () => {
  test.each([
    [undefined, "on"],
    ["on", "on"],
    ["off", "off"],
  ])("%j is %j", (text, option) => {
    expect(parseDemoOrgOption(text)).toBe(option);
  });

  test.each(["", "OFF", "false", "no", " off"])("refuses %j", (text) => {
    expect(() => parseDemoOrgOption(text)).toThrow("DEMO_ORG");
  });
});
