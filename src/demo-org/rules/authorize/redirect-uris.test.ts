import { describe, expect, test } from "vitest";
import { isRedirectUri } from "./redirect-uris.ts";

describe(isRedirectUri, () => {
  test.each([
    "https://app.example/callback",
    "http://localhost:1234?x",
    "HTTP://App.Example",
    "http://[::1]:3000/",
    "com.example.app:/callback",
    "com.example.app://callback",
    "myapp:callback",
  ])("accepts %s", (uri) => {
    expect(isRedirectUri(uri)).toBe(true);
  });

  test.each([
    "javascript:alert(1)",
    "JavaScript://app.example/%0aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "blob:https://app.example/9115d58c",
    "filesystem:https://app.example/temporary/a.html",
    "file:///etc/passwd",
    "jar:https://app.example/a.jar!/b.html",
    "about:blank",
    "view-source:https://app.example/",
    "chrome://settings",
    "mailto:it.user@example.com",
    "intent://scan/#Intent;end",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "http:app.example/callback",
    "http:/app.example/callback",
    "https:///app.example/callback",
    "https:\\\\app.example/callback",
    "https://app.example\\callback",
    "https://app.example/#a",
    "https://ä.example/",
    "/callback",
    "",
  ])("refuses %j", (uri) => {
    expect(isRedirectUri(uri)).toBe(false);
  });
});
