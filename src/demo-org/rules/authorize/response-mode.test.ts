import { expect, test } from "vitest";
import { chooseResponseMode } from "./response-mode.ts";

const page = "https://app.example/callback";
const nativeApp = "com.example.app:/callback";

test("a response is returned in the fragment if it has tokens, and otherwise in the query", () => {
  expect(chooseResponseMode(undefined, new Set(["code"]), page).mode).toBe("query");
  expect(chooseResponseMode(undefined, new Set(["code", "id_token"]), page).mode).toBe("fragment");
  expect(chooseResponseMode("query", new Set(["token"]), page).refusal).toMatchObject({
    error: "unsupported_response_mode",
  });
});

test("a code can be returned by postMessage, which Okta's SDK requests in a hidden frame", () => {
  expect(chooseResponseMode("okta_post_message", new Set(["code"]), page)).toEqual({
    mode: "okta_post_message",
    refusal: undefined,
  });
});

test.each(["okta_post_message", "form_post"])(
  "%s is refused for a native app, because its redirect URI has no origin",
  (mode) => {
    expect(chooseResponseMode(mode, new Set(["id_token"]), nativeApp)).toMatchObject({
      mode: "fragment",
      refusal: { error: "unsupported_response_mode", description: expect.stringContaining(mode) },
    });
  },
);

test.each(["fragment", "query"])("response mode %s works for a native app", (mode) => {
  expect(chooseResponseMode(mode, new Set(["code"]), nativeApp).refusal).toBeUndefined();
});
