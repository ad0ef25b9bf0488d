import { describe, expect, test } from "vitest";
import { chooseAppUrl, describeAddress, findAppUrl } from "./app-address.ts";

describe(describeAddress, () => {
  test.each([
    ["http://localhost:4173/", "localhost:4173"],
    ["https://app.example/callback?tenant=1", "app.example"],
    ["https://bücher.example/", "xn--bcher-kva.example"],
    ["https://dev-123.okta.com@app.example/", "app.example"],
    ["com.example.app:/callback", "com.example.app"],
  ])("names %s as %s", (redirectUri, name) => {
    expect(describeAddress(redirectUri)).toBe(name);
  });
});

describe(findAppUrl, () => {
  test.each([
    ["http://localhost:4173/", "http://localhost:4173/"],
    ["https://example.com/explorer/", "https://example.com/explorer/"],
    ["https://app.example/auth/callback?tenant=1", "https://app.example/auth/"],
    ["com.example.app:/callback", undefined],
  ])("returns the directory of %s", (redirectUri, url) => {
    expect(findAppUrl(redirectUri)).toBe(url);
  });
});

describe(chooseAppUrl, () => {
  const registered = ["com.example.app:/cb", "http://localhost:5173/", "http://localhost:4173/"];

  test.each([
    ["http://localhost:4173/wrong", "http://localhost:4173/"],
    ["https://evil.example/", "http://localhost:5173/"],
    ["not a URI", "http://localhost:5173/"],
    [undefined, "http://localhost:5173/"],
  ])("for the requested redirect URI %s returns %s", (requested, url) => {
    expect(chooseAppUrl(registered, requested)).toBe(url);
  });

  test("returns undefined if no web address is registered", () => {
    expect(chooseAppUrl(["com.example.app:/cb"], "https://evil.example/")).toBeUndefined();
  });
});
