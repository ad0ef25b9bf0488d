import { describe, expect, test } from "vitest";
import { describeFailure, describeRefusal, describeStart } from "./notices.ts";

describe("the messages of the Node host", () => {
  test("list the org's URL, the users who can sign in, and how to stop it", () => {
    const notice = describeStart({
      origin: "http://localhost:8080",
      clientId: "0oa1",
      redirectUris: ["http://localhost:5173/"],
      addsRedirectUris: true,
      usernames: ["it.user@example.com"],
      password: "secret",
      apiToken: "token",
    });
    for (const part of [
      "http://localhost:8080",
      "0oa1",
      "it.user@example.com",
      "secret",
      "demo-answer",
      "token",
      "Ctrl+C",
    ])
      expect(notice).toContain(part);
  });

  test("quote the invalid setting", () => {
    expect(describeRefusal({ kind: "no_port", value: "80a" })).toContain('"80a"');
    expect(describeRefusal({ kind: "no_redirect_uri", value: "/cb" })).toContain('"/cb"');
  });

  test("say that REDIRECT_URIS has no effect if the org lacks the explorer's app", () => {
    const notice = describeStart({
      origin: "http://localhost:8080",
      clientId: "my-own-app",
      redirectUris: [],
      addsRedirectUris: false,
      usernames: [],
      password: undefined,
      apiToken: undefined,
    });
    expect(notice).toMatch(/Registered sign-in redirect URIs\n {4}none\n/);
    expect(notice).toMatch(/REDIRECT_URIS has no effect: the org has no app 0oa\w+\./);
  });

  test("list only ten users of a large org", () => {
    const notice = describeStart({
      origin: "http://localhost:8080",
      clientId: "0oa1",
      redirectUris: [],
      addsRedirectUris: true,
      usernames: Array.from({ length: 200 }, (_, index) => `person${index}@example.com`),
      password: undefined,
      apiToken: undefined,
    });
    expect(notice).toContain("person9@example.com");
    expect(notice).toContain("and 190 more");
    expect(notice).not.toContain("person10@example.com");
  });

  test("suggest another port if this one is in use", () => {
    const failure = Object.assign(new Error("listen"), { code: "EADDRINUSE" });
    expect(describeFailure(failure, 8080)).toMatch(/8080 is already in use.*PORT=8081 npm run org/);
    expect(describeFailure(failure, 65_535)).toMatch(
      /65535 is already in use.*PORT=65534 npm run org/,
    );
  });
});
