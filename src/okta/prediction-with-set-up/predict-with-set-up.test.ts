import { describe, expect, test } from "vitest";
import type { AuthorizationServer } from "../authorization-server.ts";
import { matchGroups } from "../group-filter.ts";
import type {
  AppSetUp,
  ClaimSetUp,
  ClaimValue,
  OrgSetUp,
  PolicySetUp,
  ServerSetUp,
  UserSetUp,
} from "../org-set-up.ts";
import type { RequestOfApp } from "../request-to-predict.ts";
import { predictWithSetUp } from "./predict-with-set-up.ts";

const everything: ClaimValue = { kind: "filter", type: "REGEX", value: ".*" };
const user: UserSetUp = {
  id: "00u1",
  login: "ann@example.com",
  isActive: true,
  groups: [
    { id: "00g1", name: "Everyone", isImported: false },
    { id: "00g2", name: "IT", isImported: false },
    { id: "00g3", name: "CN=IT", isImported: true },
  ],
};
const app: AppSetUp = {
  id: "0oa1",
  label: "My app",
  isActive: true,
  grantTypes: ["authorization_code", "implicit"],
  responseTypes: ["code", "id_token", "token"],
  redirectUris: ["https://example.com/"],
  groupsClaim: { name: "groups", value: everything },
  profile: {},
  isUserAssigned: true,
};
const claim: ClaimSetUp = {
  id: "ocl1",
  name: "teams",
  token: "id_token",
  value: everything,
  isActive: true,
  isAlways: true,
  scopes: [],
};
const policy: PolicySetUp = {
  id: "00p1",
  name: "Policy",
  isActive: true,
  clients: "all",
  rules: [
    {
      id: "0pr1",
      name: "Rule",
      isActive: true,
      grantTypes: ["authorization_code", "implicit"],
      people: "everyone",
      scopes: "any",
    },
  ],
};
const server: ServerSetUp = {
  id: "aus1",
  name: "My server",
  isActive: true,
  scopes: ["openid", "profile", "groups"].map((name) => ({ name, isDefault: false })),
  claims: [claim],
  policies: [policy],
};

const org: AuthorizationServer = { kind: "org" };
const custom: AuthorizationServer = { kind: "custom", id: "aus1" };

function predictFor(request: Partial<RequestOfApp>, setUp: Partial<OrgSetUp> = {}) {
  const asked: RequestOfApp = {
    server: org,
    clientId: "0oa1",
    responseType: "id_token",
    scopes: ["openid", "groups"],
    ...request,
  };
  return predictWithSetUp(asked, {
    app,
    user,
    server: asked.server.kind === "custom" ? server : undefined,
    matchGroups,
    ...setUp,
  });
}

const withClaims = (...claims: readonly Partial<ClaimSetUp>[]): Partial<OrgSetUp> => ({
  server: { ...server, claims: claims.map((it) => ({ ...claim, ...it })) },
});
const withAppClaim = (value: ClaimValue, name = "groups"): Partial<OrgSetUp> => ({
  app: { ...app, groupsClaim: { name, value } },
});
const evaluatedTo = (evaluation: Extract<ClaimValue, { kind: "expression" }>["evaluation"]) => ({
  kind: "expression" as const,
  expression: "user.getGroups().![name]",
  evaluation,
});

describe(predictWithSetUp, () => {
  test("names the groups, and the claim that lists them", () => {
    const { headline, idToken } = predictFor({});
    expect(headline).toEqual({
      title: "The ID token should carry the groups",
      sentence:
        "Without an access token, the ID token is fat. Groups of ann@example.com: Everyone, IT.",
    });
    expect(idToken).toMatchObject({
      kind: "fat",
      groups: "yes",
      groupsClaims: [{ name: "groups", groups: ["Everyone", "IT"] }],
      because: "The filter of the claim groups matches Everyone, IT.",
    });
  });

  test("names the first of many groups", () => {
    const groups = Array.from({ length: 9 }, (_, index) => ({
      id: `00g${index}`,
      name: `Group ${index}`,
      isImported: false,
    }));
    const { headline } = predictFor({}, { user: { ...user, groups } });
    expect(headline.sentence).toContain("Group 4 and 4 more.");
  });

  test("says that the org evaluated an expression", () => {
    const { idToken } = predictFor(
      {},
      withAppClaim(evaluatedTo({ kind: "value", value: ["IT", "CN=IT"] })),
    );
    expect(idToken).toMatchObject({
      groups: "yes",
      groupsClaims: [{ groups: ["IT", "CN=IT"] }],
      because:
        "The org evaluated the expression of the claim groups for ann@example.com: IT, CN=IT.",
    });
  });

  test("keeps the sentence about Okta's older page", () => {
    const { idToken } = predictFor({ responseType: "code" });
    expect(idToken).toMatchObject({ groups: "yes", note: "An older Okta page calls it thin." });
  });

  test.each<[string, Partial<RequestOfApp>, Partial<OrgSetUp>, string, string]>([
    ["a thin ID token", { responseType: "id_token token" }, {}, "no", "leaves groups out"],
    ["no groups scope", { scopes: ["openid"] }, {}, "no", "didn’t request the groups scope"],
    [
      "no groups claim",
      {},
      { app: { ...app, groupsClaim: undefined } },
      "no",
      "My app has no groups claim",
    ],
    [
      "a filter that matches nothing",
      {},
      withAppClaim({ kind: "filter", type: "EQUALS", value: "CN=IT" }),
      "no",
      "Imported groups never match a filter",
    ],
    [
      "a filter that could match parts",
      {},
      withAppClaim({ kind: "filter", type: "REGEX", value: "I" }),
      "depends",
      "whether the regex of the claim groups must match whole names",
    ],
    [
      "an expression that yields nothing",
      {},
      withAppClaim(evaluatedTo({ kind: "nothing" })),
      "no",
      "it returns nothing",
    ],
    [
      "a claim of another name, without the scope",
      { scopes: ["openid"] },
      withAppClaim(everything, "teams"),
      "depends",
      "whether the claim teams needs the groups scope",
    ],
    [
      "a unified claim",
      { responseType: "id_token token" },
      {
        app: {
          ...app,
          unifiedClaims: [
            { name: "title", expression: "user.profile.title" },
            { name: "teams", expression: "user.getGroups({'group.type': 'OKTA_GROUP'}).![name]" },
          ],
        },
      },
      "depends",
      "which tokens have the unified claim teams",
    ],
    [
      "a unified claim that is not of groups",
      { responseType: "id_token token" },
      { app: { ...app, unifiedClaims: [{ name: "title", expression: "user.profile.title" }] } },
      "no",
      "leaves groups out",
    ],
    [
      "a disabled claim",
      { server: custom },
      withClaims({ isActive: false }),
      "no",
      "The claim teams is disabled",
    ],
    [
      "a claim of another token",
      { server: custom },
      withClaims({ token: "access_token" }),
      "no",
      "teams is for access tokens only",
    ],
    [
      "a claim for another scope",
      { server: custom },
      withClaims({ scopes: ["teams", "profile"] }),
      "no",
      "teams needs the scope teams or profile",
    ],
    [
      "a claim that is not set to Always",
      { server: custom, responseType: "code" },
      withClaims({ isAlways: false }),
      "no",
      "not set to Always",
    ],
    [
      "the nearest of several claims",
      { server: custom },
      withClaims({ token: "access_token" }, { name: "mine", isActive: false }),
      "no",
      "The claim mine is disabled",
    ],
    [
      "a server without a claim",
      { server: custom },
      withClaims({
        value: { kind: "expression", expression: "user.title", evaluation: undefined },
      }),
      "no",
      "no ID token claim for groups",
    ],
    [
      "an expression that reads the session",
      { server: custom },
      withClaims({
        value: {
          ...evaluatedTo({ kind: "nothing" }),
          expression: "session.amr == null ? null : user.getGroups().![name]",
        },
      }),
      "depends",
      "depends on the sign-in",
    ],
    [
      "an unknown user of a custom server",
      { server: custom },
      { user: undefined },
      "depends",
      "lists the user’s groups that match its filter",
    ],
    ["an unknown user of the org server", {}, { user: undefined }, "yes", "that match the app’s"],
  ])("says why: %s", (_case, request, setUp, groups, because) => {
    const { idToken, refusal } = predictFor(request, setUp);
    expect(refusal).toBeUndefined();
    expect(idToken).toMatchObject({ groups, because: expect.stringContaining(because) });
  });

  test.each<[string, Partial<RequestOfApp>, Partial<OrgSetUp>, object, string]>([
    [
      "a user who is not assigned",
      {},
      { app: { ...app, isUserAssigned: false } },
      { error: "access_denied", likelihood: "certain" },
      "ann@example.com is not assigned to the app My app",
    ],
    [
      "an inactive user",
      {},
      { user: { ...user, isActive: false } },
      { likelihood: "certain" },
      "so they can’t sign in",
    ],
    [
      "a response type that the app does not allow",
      { responseType: "id_token token" },
      { app: { ...app, responseTypes: ["code", "id_token"] } },
      { error: "unsupported_response_type", likelihood: "certain" },
      "doesn’t allow the response type token",
    ],
    [
      "a grant type that the app lacks",
      { responseType: "code id_token" },
      { app: { ...app, grantTypes: ["authorization_code"] } },
      { error: "unauthorized_client", likelihood: "certain" },
      "lacks the grant type Implicit (hybrid)",
    ],
    [
      "an unknown app",
      {},
      { app: undefined },
      { error: "invalid_client", likelihood: "certain" },
      "No app of the org has this client ID",
    ],
    [
      "a deactivated app, which is not documented",
      {},
      { app: { ...app, isActive: false } },
      { likelihood: "possible" },
      "Okta’s pages don’t say",
    ],
    [
      "an unknown server",
      { server: custom },
      { server: undefined },
      { error: "invalid_request", likelihood: "certain" },
      "The org has no authorization server aus1",
    ],
    [
      "a scope that the server lacks",
      { server: custom, scopes: ["openid", "crm.read"] },
      {},
      { error: "invalid_scope", likelihood: "certain", change: { scopes: ["openid"] } },
      "My server has no scope crm.read",
    ],
    [
      "no policy",
      { server: custom },
      { server: { ...server, policies: [] } },
      { error: "access_denied", likelihood: "certain" },
      "no active access policy",
    ],
    [
      "no policy for the app",
      { server: custom },
      { server: { ...server, policies: [{ ...policy, clients: ["0oa2"] }] } },
      { error: "access_denied" },
      "is for this app",
    ],
    [
      "no rule for all scopes",
      { server: custom },
      {
        server: {
          ...server,
          policies: [
            { ...policy, rules: policy.rules.map((it) => ({ ...it, scopes: ["openid"] })) },
          ],
        },
      },
      { error: "access_denied" },
      "allows all of these scopes",
    ],
    [
      "more than 100 groups",
      {},
      {
        user: {
          ...user,
          groups: Array.from({ length: 101 }, (_, index) => ({
            id: `00g${index}`,
            name: `Group ${index}`,
            isImported: false,
          })),
        },
      },
      { error: "server_error", likelihood: "certain" },
      "101 groups of ann@example.com match the claim groups. The implicit flow allows 100.",
    ],
    [
      "an expression that fails",
      {},
      withAppClaim(evaluatedTo({ kind: "failed", message: "There is no function x." })),
      { error: "server_error", likelihood: "certain" },
      "There is no function x.",
    ],
    [
      "a regex that can't be compiled",
      {},
      withAppClaim({ kind: "filter", type: "REGEX", value: "(" }),
      { error: "server_error", likelihood: "likely" },
      "not a valid regular expression",
    ],
  ])("predicts a refusal: %s", (_case, request, setUp, expected, reason) => {
    const { refusal, headline } = predictFor(request, setUp);
    expect(refusal).toMatchObject({ ...expected, reason: expect.stringContaining(reason) });
    expect(headline.title).toMatch(/^Okta (?:will|will probably|may) refuse this request$/);
  });

  test("has no limit of groups for a code", () => {
    const groups = Array.from({ length: 101 }, (_, index) => ({
      id: `00g${index}`,
      name: `Group ${index}`,
      isImported: false,
    }));
    const { refusal, idToken } = predictFor(
      { responseType: "code" },
      { user: { ...user, groups } },
    );
    expect(refusal).toBeUndefined();
    expect(idToken?.groups).toBe("yes");
  });

  test("predicts that UserInfo fails where only it has the claim", () => {
    const { refusal, userInfo, notRequested } = predictFor(
      { responseType: "token" },
      withAppClaim(evaluatedTo({ kind: "failed", message: "Wrong." })),
    );
    expect(refusal).toBeUndefined();
    expect(userInfo).toBeUndefined();
    expect(notRequested.userInfo).toMatch(/^It fails\. .*Wrong\.$/);
  });

  test("adds the server's other claims, and no warning about what is known", () => {
    const { idToken, warnings } = predictFor(
      { server: custom },
      withClaims({}, { name: "title", value: evaluatedTo({ kind: "value", value: "Boss" }) }),
    );
    expect(idToken?.claims).toContain("title");
    expect(idToken?.claims).not.toContain("teams");
    expect(warnings).toEqual([]);
  });

  test.each<[string, Partial<RequestOfApp>, Partial<OrgSetUp>, string, string]>([
    [
      "both tokens",
      { server: custom, responseType: "id_token token" },
      withClaims({}, { token: "access_token" }),
      "The ID token and the access token should carry the groups",
      "With an access token, the ID token is thin. Groups of ann@example.com: Everyone, IT.",
    ],
    [
      "the access token alone",
      { server: custom, responseType: "id_token token" },
      withClaims({ token: "access_token" }),
      "The access token should carry the groups",
      "Groups of ann@example.com: Everyone, IT.",
    ],
    [
      "UserInfo alone",
      { server: custom, responseType: "id_token token" },
      withClaims({ isAlways: false }),
      "No groups in the tokens",
      "UserInfo should have them: Everyone, IT.",
    ],
    [
      "UserInfo of the org server alone",
      { responseType: "id_token token" },
      {},
      "No groups: the ID token will be thin",
      "call UserInfo",
    ],
    [
      "none",
      { server: custom },
      withClaims({ isActive: false }),
      "No groups expected",
      "The claim teams is disabled.",
    ],
    [
      "what is not documented of a filter",
      {},
      withAppClaim({ kind: "filter", type: "REGEX", value: "I" }),
      "The ID token may have the groups",
      "must match whole names",
    ],
    [
      "what is not documented of a flow",
      { responseType: "code token" },
      {},
      "The ID token may carry the groups",
      "Okta documents the exchanged ID token only for a code alone",
    ],
    [
      "an unknown user of the org server",
      {},
      { user: undefined },
      "The ID token should carry the groups",
      "The app’s groups claim decides",
    ],
    [
      "an unknown user",
      { server: custom },
      { user: undefined },
      "Groups depend on the user",
      "The claim teams lists the user’s groups",
    ],
  ])("sums up: %s", (_case, request, setUp, title, sentence) => {
    const { headline } = predictFor(request, setUp);
    expect(headline.title).toBe(title);
    expect(headline.sentence).toContain(sentence);
  });
});
