import { describe, expect, test } from "vitest";
import { describeExposure, describeHelp, describeStart, renderStart } from "./notices.ts";

const org = {
  url: "http://localhost:8080",
  issuer: "http://localhost:8080",
  customIssuer: "http://localhost:8080/oauth2/default",
  clientId: "0oa1",
  redirectUris: ["http://localhost:5173/"],
  users: [{ username: "it.user@example.com", password: "secret" }],
  apiToken: "token",
  reset: async () => {},
  stop: async () => {},
};
const options = { redirectUris: org.redirectUris };

describe("the messages of the Node host", () => {
  test("list the org's URL, the users who can sign in, and how to stop it", () => {
    const notice = describeStart(org, options);
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

  test("say that REDIRECT_URIS has no effect if the org lacks the explorer's app", () => {
    const notice = describeStart({ ...org, redirectUris: [] }, options);
    expect(notice).toMatch(/Registered sign-in redirect URIs\n {4}none\n/);
    expect(notice).toMatch(/REDIRECT_URIS have no effect: the org has no app 0oa\w+\./);
  });

  test("list only ten users of a large org", () => {
    const users = Array.from({ length: 200 }, (_, index) => ({
      username: `person${index}@example.com`,
      password: "secret",
    }));
    const notice = describeStart({ ...org, users }, options);
    expect(notice).toContain("person9@example.com");
    expect(notice).toContain("and 190 more");
    expect(notice).not.toContain("person10@example.com");
  });

  test("print one line of JSON for programs", () => {
    const line = renderStart(org, options);
    expect(line).not.toContain("\n");
    expect(JSON.parse(line)).toEqual({
      url: "http://localhost:8080",
      issuer: "http://localhost:8080",
      customIssuer: "http://localhost:8080/oauth2/default",
      clientId: "0oa1",
      redirectUris: ["http://localhost:5173/"],
      users: ["it.user@example.com"],
      password: "secret",
      apiToken: "token",
    });
  });

  test("never print an API token that the caller chose", () => {
    const chosen = { ...options, apiToken: "token" };
    expect(JSON.parse(renderStart(org, chosen))).not.toHaveProperty("apiToken");
    expect(describeStart(org, chosen)).toContain("the one you chose");
  });

  test("warn that other machines can reach the org, and list the options with the command that was typed", () => {
    expect(describeExposure("0.0.0.0")).toMatch(/other machines.*0\.0\.0\.0/);
    expect(describeHelp("npm run org --")).toContain("npm run org -- --port 8081");
  });
});
