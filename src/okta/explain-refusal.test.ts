import { describe, expect, test } from "vitest";
import { explainRefusal } from "./explain-refusal.ts";
import type { ChangedRequest, RunToDiagnose } from "./found-cause.ts";

const org: RunToDiagnose = {
  server: { kind: "org" },
  responseType: "id_token",
  scopes: ["openid", "groups"],
};
const custom: RunToDiagnose = { ...org, server: { kind: "custom", id: "default" } };

const notConfigured =
  "One or more scopes are not configured for the authorization server resource.";
const noCustomScopes = "Custom scopes are not allowed for this request.";
const needsOpenId =
  "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.";
const responseTypes =
  "The response type is not supported by the authorization server. Configured response types: ";
const grantTypes =
  "The client is not authorized to use the provided grant type. Configured grant types: ";

describe(explainRefusal, () => {
  test("names Okta's error, and the steps to fix it", () => {
    const description = "User is not assigned to the client application.";
    expect(explainRefusal(org, { error: "access_denied", description })).toMatchObject({
      title: "The user is not assigned to the app",
      observed: `Okta returned “access_denied”: “${description}”`,
      whoActs: "okta-admin",
    });
  });

  test("quotes an unknown error without a description", () => {
    const cause = explainRefusal(org, { error: 'a"b', description: undefined });
    expect(cause.observed).toBe('Okta returned “a"b”, without a description.');
    expect(cause).not.toHaveProperty("change");
  });

  test.each<[string, RunToDiagnose, string, string, string, ChangedRequest]>([
    [
      "removes groups if a custom server lacks it",
      { ...custom, scopes: ["openid", "email", "groups"] },
      "invalid_scope",
      notConfigured,
      "Remove groups and send",
      { scopes: ["openid", "email"] },
    ],
    [
      "removes a custom scope on the org server, but keeps groups and Okta's own scopes",
      { ...org, scopes: ["openid", "groups", "okta.users.read", "crm.read"] },
      "invalid_scope",
      noCustomScopes,
      "Remove crm.read and send",
      { scopes: ["openid", "groups", "okta.users.read"] },
    ],
    [
      "adds openid to a request for an ID token",
      { ...org, scopes: ["groups"] },
      "invalid_scope",
      needsOpenId,
      "Add openid and send",
      { scopes: ["openid", "groups"] },
    ],
    [
      "adds openid to a request for an access token",
      { ...org, scopes: ["groups"] },
      "access_denied",
      needsOpenId,
      "Add openid and send",
      { scopes: ["openid", "groups"] },
    ],
    [
      "requests at least one scope",
      { ...custom, scopes: ["orders"] },
      "invalid_scope",
      notConfigured,
      "Replace orders with openid and send",
      { scopes: ["openid"] },
    ],
    [
      "removes the scopes that a policy denied",
      custom,
      "access_denied",
      "Some of the requested scopes were denied by the policy. Denied scopes: [groups].",
      "Remove groups and send",
      { scopes: ["openid"] },
    ],
    [
      "requests the token type that the app allows",
      { ...org, responseType: "id_token token" },
      "unsupported_response_type",
      `${responseTypes}[id_token].`,
      "Request the ID token only",
      { responseType: "id_token" },
    ],
    [
      "requests an access token if the app allows only that",
      org,
      "unsupported_response_type",
      `${responseTypes}[token].`,
      "Request the access token only",
      { responseType: "token" },
    ],
    [
      "requests a code, which brings an ID token, too, rather than an access token",
      org,
      "unsupported_response_type",
      `${responseTypes}[code, token].`,
      "Use Code + PKCE",
      { responseType: "code" },
    ],
    [
      "corrects the scope groups on the org server",
      { ...org, scopes: ["openid", "Groups", "crm.read"] },
      "invalid_scope",
      noCustomScopes,
      "Replace Groups with groups and send",
      { scopes: ["openid", "groups"] },
    ],
    [
      "requests a code if the app allows only that",
      org,
      "unsupported_response_type",
      `${responseTypes}[code].`,
      "Use Code + PKCE",
      { responseType: "code" },
    ],
    [
      "requests a code alone if the app may not use the implicit flow",
      { ...org, responseType: "code id_token" },
      "unauthorized_client",
      `${grantTypes}[authorization_code].`,
      "Use Code + PKCE",
      { responseType: "code" },
    ],
    [
      "requests the ID token if the app may not use codes",
      { ...org, responseType: "code" },
      "unauthorized_client",
      `${grantTypes}[implicit].`,
      "Request the ID token only",
      { responseType: "id_token" },
    ],
    [
      "sends to the org server if the app can't use another",
      custom,
      "unauthorized_client",
      "This client cannot use a custom authorization server.",
      "Send to the org server",
      { server: { kind: "org" } },
    ],
  ])("offers a change: %s", (_case, run, error, description, label, request) => {
    const { change } = explainRefusal(run, { error, description });
    expect(change).toMatchObject({ label, kind: "send_request" });
    expect(change?.kind === "send_request" && change.request).toEqual(request);
  });

  test.each<[string, RunToDiagnose, string]>([
    ["an unknown description", org, "Something new."],
    ["an app that allows no response type", org, `${responseTypes}[].`],
    ["a scope that looks right", org, noCustomScopes],
    ["openid, which was requested", org, needsOpenId],
    [
      "denied scopes that were not requested",
      custom,
      "Some of the requested scopes were denied by the policy. Denied scopes: [a].",
    ],
  ])("offers no change for %s", (_case, run, description) => {
    const cause = explainRefusal(run, { error: "invalid_scope", description });
    expect(cause).not.toHaveProperty("change");
  });
});
