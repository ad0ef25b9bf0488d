import { expect, test } from "vitest";
import { chooseResponseMode } from "./response-mode.ts";

const page = "https://app.example/callback";
const nativeApp = "com.example.app:/callback";

test("an answer travels in the fragment if it holds tokens, else in the query", () => {
  expect(chooseResponseMode(undefined, new Set(["code"]), page).mode).toBe("query");
  expect(chooseResponseMode(undefined, new Set(["code", "id_token"]), page).mode).toBe("fragment");
  expect(chooseResponseMode("query", new Set(["token"]), page).refusal).toMatchObject({
    error: "unsupported_response_mode",
  });
});

test("a code may travel by message, as Okta's SDK asks for it in a hidden frame", () => {
  expect(chooseResponseMode("okta_post_message", new Set(["code"]), page)).toEqual({
    mode: "okta_post_message",
    refusal: undefined,
  });
});

test.each(["okta_post_message", "form_post"])(
  "no answer goes by %s to a native app, whose scheme is no place to send it to",
  (mode) => {
    expect(chooseResponseMode(mode, new Set(["id_token"]), nativeApp)).toMatchObject({
      mode: "fragment",
      refusal: { error: "unsupported_response_mode", description: expect.stringContaining(mode) },
    });
  },
);

test.each(["fragment", "query"])("a %s leads to a native app too", (mode) => {
  expect(chooseResponseMode(mode, new Set(["code"]), nativeApp).refusal).toBeUndefined();
});
