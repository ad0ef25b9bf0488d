import { describe, expect, test } from "vitest";
import { parsePageMessage } from "./messages.ts";

describe(parsePageMessage, () => {
  test.each([["claim"], ["keep_page"]])("parses %s", (type) => {
    expect(parsePageMessage({ type, more: 1 })).toEqual({ type });
  });

  test.each([[undefined], [null], ["claim"], [{}], [{ type: "forget" }]])("ignores %j", (data) => {
    expect(parsePageMessage(data)).toBeUndefined();
  });
});
