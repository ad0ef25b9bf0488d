import { expect, test } from "vitest";
import { chooseResponseMode } from "./response-mode.ts";

test("an answer travels in the fragment if it holds tokens, else in the query", () => {
  expect(chooseResponseMode(undefined, new Set(["code"])).mode).toBe("query");
  expect(chooseResponseMode(undefined, new Set(["code", "id_token"])).mode).toBe("fragment");
  expect(chooseResponseMode("query", new Set(["token"])).refusal).toMatchObject({
    error: "unsupported_response_mode",
  });
});

test("a code may travel by message, as Okta's SDK asks for it in a hidden frame", () => {
  expect(chooseResponseMode("okta_post_message", new Set(["code"]))).toEqual({
    mode: "okta_post_message",
    refusal: undefined,
  });
});
