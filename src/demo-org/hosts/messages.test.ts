import { describe, expect, test } from "vitest";
import { parsePageMessage } from "./messages.ts";

describe(parsePageMessage, () => {
  test.each([["claim"], ["keep_page"]])("reads %s", (type) => {
    expect(parsePageMessage({ type, more: 1 })).toEqual({ type });
  });

  test.each([[undefined], [null], ["claim"], [{}], [{ type: "forget" }]])(
    "makes nothing of %j",
    (data) => {
      expect(parsePageMessage(data)).toBeUndefined();
    },
  );
});
