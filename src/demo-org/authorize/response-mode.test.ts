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

test("no message goes to a native app, whose scheme is no origin to send it to", () => {
  expect(chooseResponseMode("okta_post_message", new Set(["id_token"]), nativeApp)).toMatchObject({
    mode: "fragment",
    refusal: { error: "unsupported_response_mode" },
  });
  expect(chooseResponseMode("fragment", new Set(["id_token"]), nativeApp).refusal).toBeUndefined();
});
