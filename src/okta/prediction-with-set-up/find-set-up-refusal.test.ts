import { describe, expect, test } from "vitest";
import { buildApp, buildServer, buildSetUp, buildUser } from "../causes/test-set-up.ts";
import type { OrgSetUp } from "../org-set-up.ts";
import type { RequestOfApp } from "../request-to-predict.ts";
import { findErrorPage } from "./find-set-up-refusal.ts";

const redirectUri = "http://localhost:4173/";
const app = buildApp({ redirectUris: [redirectUri] });
const complete = buildSetUp({ app, server: buildServer(), user: buildUser() });
const request: RequestOfApp = {
  server: { kind: "custom", id: "default" },
  clientId: app.id,
  responseType: "id_token",
  scopes: ["openid"],
  redirectUri,
};

describe(findErrorPage, () => {
  test("finds no error page if the org redirects", () => {
    expect(findErrorPage(request, complete)).toBeUndefined();
    const withoutServer = { ...complete, server: undefined };
    expect(findErrorPage({ ...request, server: { kind: "org" } }, withoutServer)).toBeUndefined();
  });

  test.each<[string, Partial<OrgSetUp>, RegExp]>([
    ["no such server", { server: undefined }, /no authorization server default/],
    ["a deactivated server", { server: buildServer({ isActive: false }) }, /is deactivated/],
    ["no such app", { app: undefined }, /client ID/],
    ["a deactivated app", { app: { ...app, isActive: false } }, /Explorer is deactivated/],
    [
      "a deactivated app without the redirect URI",
      { app: { ...app, isActive: false, redirectUris: [] } },
      /Explorer is deactivated/,
    ],
    [
      "another redirect URI",
      { app: { ...app, redirectUris: [] } },
      /lacks the sign-in redirect URI/,
    ],
    ["an inactive user", { user: { ...buildUser(), status: "SUSPENDED" } }, /can’t sign in/],
  ])("finds an error page for %s", (_name, change, sentence) => {
    expect(findErrorPage(request, { ...complete, ...change })?.reason).toMatch(sentence);
  });
});
