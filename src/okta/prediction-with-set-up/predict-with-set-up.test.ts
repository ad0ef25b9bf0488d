import { describe, expect, test } from "vitest";
import type { AuthorizationServer } from "../authorization-server.ts";
import {
  buildApp,
  buildClaim,
  buildPolicy,
  buildRule,
  buildServer,
  buildSetUp,
  buildUser,
  everyone,
  expression,
  filter,
  it,
} from "../causes/test-set-up.ts";
import type {
  AppSetUp,
  ClaimSetUp,
  ClaimValue,
  OrgSetUp,
  PolicySetUp,
  RuleSetUp,
  UserSetUp,
} from "../org-set-up.ts";
import type { RequestOfApp } from "../request-to-predict.ts";
import { predictWithSetUp } from "./predict-with-set-up.ts";

const imported = { id: "00g3", name: "CN=IT", isImported: true };
const user: UserSetUp = { ...buildUser([everyone, it, imported]), login: "ann@example.com" };
const app = buildApp({ id: "0oa1", label: "My app" });
const claim = buildClaim({ name: "teams" });
const rule = buildRule({ name: "Rule" });
const policy = buildPolicy({ name: "Policy", rules: [rule] });
const server = buildServer({ id: "aus1", name: "My server", claims: [claim], policies: [policy] });

const org: AuthorizationServer = { kind: "org" };
const custom: AuthorizationServer = { kind: "custom", id: "aus1" };

function predictFor(request: Partial<RequestOfApp>, setUp: Partial<OrgSetUp> = {}) {
  const predicted: RequestOfApp = {
    server: org,
    clientId: "0oa1",
    responseType: "id_token",
    scopes: ["openid", "groups"],
    ...request,
  };
  const known = { app, user, ...(predicted.server.kind === "custom" && { server }) };
  return predictWithSetUp(predicted, buildSetUp({ ...known, ...setUp }));
}

const withClaims = (...claims: readonly Partial<ClaimSetUp>[]): Partial<OrgSetUp> => ({
  server: { ...server, claims: claims.map((it) => ({ ...claim, ...it })) },
});
const withAppClaim = (value: ClaimValue, name = "groups") =>
  withApp({ groupsClaim: { name, value } });
const withApp = (parts: Partial<AppSetUp>): Partial<OrgSetUp> => ({ app: { ...app, ...parts } });
const withStatus = (status: string): Partial<OrgSetUp> => ({ user: { ...user, status } });
const withPolicies = (...policies: PolicySetUp[]): Partial<OrgSetUp> => ({
  server: { ...server, policies },
});
const withRule = (parts: Partial<RuleSetUp>) =>
  withPolicies({ ...policy, rules: [{ ...rule, ...parts }] });
const withGroups = (count: number): Partial<OrgSetUp> => ({
  user: {
    ...user,
    groups: Array.from({ length: count }, (_, index) => ({
      id: `00g${index}`,
      name: `Group ${index}`,
      isImported: false,
    })),
  },
});
const evaluatedTo = (evaluation: Parameters<typeof expression>[1]) =>
  expression("user.getGroups().![name]", evaluation);

describe(predictWithSetUp, () => {
  test.each([
    [
      "a fat ID token has",
      { responseType: "id_token" },
      withAppClaim(filter(".*"), "roles"),
      "roles",
    ],
    [
      "a thin ID token lacks",
      { responseType: "id_token token" },
      withAppClaim(filter(".*"), "roles"),
      "roles",
    ],
    [
      "is no list of groups",
      {},
      withAppClaim(expression("user.department", undefined), "team"),
      undefined,
    ],
    ["a custom server adds", { server: custom }, {}, "teams"],
  ] as const)("names the groups claim that %s", (_case, request, setUp, name) => {
    expect(predictFor(request, setUp).idToken?.groupsName).toBe(name);
  });

  test("predicts no left-out groups for a thin ID token if the app has no groups claim", () => {
    const { idToken } = predictFor(
      { responseType: "id_token token" },
      withApp({ groupsClaim: undefined }),
    );
    expect(idToken).toMatchObject({ groups: "no", groupsClaims: [] });
  });

  test("names the groups, and the claim that lists them", () => {
    const { headline, idToken } = predictFor({});
    expect(headline).toEqual({
      title: "The ID token should carry the groups",
      sentence:
        "Without an access token, the ID token is fat. Groups of ann@example.com: Everyone and IT.",
    });
    expect(idToken).toMatchObject({
      kind: "fat",
      groups: "yes",
      groupsClaims: [{ name: "groups", groups: ["Everyone", "IT"] }],
      because: "The filter of the claim groups matches Everyone and IT.",
    });
  });

  test("names only the first groups of many", () => {
    expect(predictFor({}, withGroups(9)).headline.sentence).toContain("Group 4 and 4 more.");
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
        "The org evaluated the expression of the claim groups for ann@example.com: IT and CN=IT.",
    });
  });

  test("keeps the sentence about Okta's older page", () => {
    const { idToken } = predictFor({ responseType: "code" });
    expect(idToken).toMatchObject({
      groups: "yes",
      note: "An older Okta page calls this token thin.",
    });
  });

  test.each<[string, Partial<RequestOfApp>, Partial<OrgSetUp>, string]>([
    ["leaves groups out", { responseType: "id_token token" }, {}, "no"],
    ["didn’t request the groups scope", { scopes: ["openid"] }, {}, "no"],
    ["My app has no groups claim", {}, withApp({ groupsClaim: undefined }), "no"],
    ["Imported groups never match a filter", {}, withAppClaim(filter("CN=IT", "EQUALS")), "no"],
    [
      "whether the regex of the claim groups must match whole names",
      {},
      withAppClaim(filter("I")),
      "depends",
    ],
    ["it returns nothing", {}, withAppClaim(evaluatedTo({ kind: "nothing" })), "no"],
    [
      "whether the claim teams needs the groups scope",
      { scopes: ["openid"] },
      withAppClaim(filter(".*"), "teams"),
      "depends",
    ],
    [
      "which tokens have the unified claim teams",
      { responseType: "id_token token" },
      withApp({
        unifiedClaims: [
          { name: "title", expression: "user.profile.title" },
          { name: "teams", expression: "user.getGroups({'group.type': 'OKTA_GROUP'}).![name]" },
        ],
      }),
      "depends",
    ],
    [
      "leaves groups out",
      { responseType: "id_token token" },
      withApp({ unifiedClaims: [{ name: "title", expression: "user.profile.title" }] }),
      "no",
    ],
    ["The claim teams is disabled", { server: custom }, withClaims({ isActive: false }), "no"],
    [
      "teams is for access tokens only",
      { server: custom },
      withClaims({ token: "access_token" }),
      "no",
    ],
    [
      "teams needs the scope teams or profile",
      { server: custom },
      withClaims({ scopes: ["teams", "profile"] }),
      "no",
    ],
    [
      "not set to Always",
      { server: custom, responseType: "code" },
      withClaims({ isAlways: false }),
      "no",
    ],
    [
      "The claim mine is disabled",
      { server: custom },
      withClaims({ token: "access_token" }, { id: "ocl2", name: "mine", isActive: false }),
      "no",
    ],
    [
      "no ID token claim for groups",
      { server: custom },
      withClaims({ value: expression("user.title", undefined) }),
      "no",
    ],
    [
      "depends on the sign-in",
      {},
      withAppClaim(expression("session.arm", { kind: "failed", message: "No such member." })),
      "depends",
    ],
    [
      "The claim groups holds the authentication methods of the sign-in, not groups.",
      {},
      withAppClaim(expression("session.amr", { kind: "value", value: ["pwd"] })),
      "no",
    ],
    [
      "depends on the sign-in",
      { server: custom },
      withClaims({
        value: expression("session.amr == null ? null : user.getGroups().![name]", {
          kind: "nothing",
        }),
      }),
      "depends",
    ],
    [
      "lists the user’s groups that match its filter",
      { server: custom },
      { user: undefined },
      "depends",
    ],
    ["that match the app’s", {}, { user: undefined }, "yes"],
  ])("gives the reason for groups or no groups: %s", (because, request, setUp, groups) => {
    const { idToken, refusal } = predictFor(request, setUp);
    expect(refusal).toBeUndefined();
    expect(idToken).toMatchObject({ groups, because: expect.stringContaining(because) });
  });

  test.each<[string, Partial<RequestOfApp>, Partial<OrgSetUp>, object]>([
    [
      "ann@example.com is not assigned to the app My app",
      {},
      withApp({ isUserAssigned: false }),
      { error: "access_denied", likelihood: "certain" },
    ],
    [
      "ann@example.com is suspended, so they can’t sign in.",
      {},
      withStatus("SUSPENDED"),
      { likelihood: "certain", setUpChange: { kind: "activate_user", step: "unsuspend" } },
    ],
    [
      "ann@example.com is deactivated, so they can’t sign in.",
      {},
      withStatus("DEPROVISIONED"),
      { likelihood: "certain", setUpChange: { kind: "activate_user", step: "activate" } },
    ],
    [
      "ann@example.com is not activated yet, so they can’t sign in.",
      {},
      withStatus("STAGED"),
      { likelihood: "certain", setUpChange: { kind: "activate_user", step: "activate" } },
    ],
    [
      "ann@example.com has no password yet, so they can’t sign in.",
      {},
      withStatus("PROVISIONED"),
      { likelihood: "certain" },
    ],
    [
      "ann@example.com is not active, so they can’t sign in.",
      {},
      withStatus("LOCKED_OUT"),
      { likelihood: "certain" },
    ],
    [
      "doesn’t allow the response type token",
      { responseType: "id_token token" },
      withApp({ responseTypes: ["code", "id_token"] }),
      { error: "unsupported_response_type", likelihood: "certain" },
    ],
    [
      "lacks the grant type Implicit (hybrid)",
      { responseType: "code id_token" },
      withApp({ grantTypes: ["authorization_code"] }),
      { error: "unauthorized_client", likelihood: "certain" },
    ],
    [
      "No app of the org has this client ID",
      {},
      { app: undefined },
      { error: "invalid_client", likelihood: "certain" },
    ],
    [
      "The app My app is deactivated. Okta shows an error page",
      {},
      withApp({ isActive: false, redirectUris: [] }),
      { likelihood: "likely", setUpChange: { kind: "change_app", to: { isActive: true } } },
    ],
    [
      "The org has no authorization server aus1",
      { server: custom },
      { server: undefined },
      { error: "invalid_request", likelihood: "certain" },
    ],
    [
      "My server has no scope crm.read",
      { server: custom, scopes: ["openid", "crm.read"] },
      {},
      { error: "invalid_scope", likelihood: "certain", change: { scopes: ["openid"] } },
    ],
    [
      "My server lacks the scopes crm.read and hr.read.",
      { server: custom, scopes: ["openid", "crm.read", "hr.read"] },
      {},
      { error: "invalid_scope", likelihood: "certain", change: { scopes: ["openid"] } },
    ],
    [
      "No access policy allows this request. The server My server has no access policy.",
      { server: custom },
      withPolicies(),
      { error: "access_denied", likelihood: "certain" },
    ],
    [
      "The policy Policy is for other apps.",
      { server: custom },
      withPolicies({ ...policy, clients: ["0oa2"] }),
      { error: "access_denied" },
    ],
    [
      "The rule Rule of the policy Policy doesn’t allow groups.",
      { server: custom },
      withRule({ scopes: ["openid"] }),
      { error: "access_denied" },
    ],
    [
      "The rule Rule of the policy Policy would allow it, but is inactive.",
      { server: custom },
      withRule({ isActive: false }),
      { error: "access_denied" },
    ],
    [
      "101 groups of ann@example.com match the claim groups. The implicit flow allows 100.",
      {},
      withGroups(101),
      { error: "server_error", likelihood: "certain" },
    ],
    [
      "There is no function x.",
      {},
      withAppClaim(evaluatedTo({ kind: "failed", message: "There is no function x." })),
      { error: "server_error", likelihood: "certain" },
    ],
    [
      "not a valid regular expression",
      {},
      withAppClaim(filter("(")),
      { error: "server_error", likelihood: "likely" },
    ],
  ])("predicts a refusal: %s", (reason, request, setUp, expected) => {
    const { refusal, headline } = predictFor(request, setUp);
    expect(refusal).toMatchObject({ ...expected, reason: expect.stringContaining(reason) });
    expect(headline.title).toMatch(/^Okta (?:will|will probably|may) refuse this request$/);
  });

  describe("if the demo org is set to a thin ID token in the code flow", () => {
    const thin = { codeFlowIdToken: "thin" } as const;
    const scopes = ["openid", "profile", "groups"];

    test.each(["code", "code token", "code id_token token"] as const)("predicts it: %s", (it) => {
      const { idToken, userInfo, headline } = predictFor({ responseType: it, scopes }, thin);
      expect(idToken).toMatchObject({
        kind: "thin",
        groups: "no",
        because:
          "This demo org is set to a thin ID token in the code flow (Demo org > Export, import, reset).",
      });
      expect(idToken?.claims).toContain("preferred_username");
      expect(idToken?.claims).not.toContain("zoneinfo");
      expect(userInfo?.groups).toBe("yes");
      expect(headline).toEqual({
        title: "No groups: the ID token will be thin",
        sentence: `${idToken?.because} Request the ID token only, or call UserInfo.`,
      });
    });

    test("still predicts groups in a redirect's fat ID token", () => {
      const { redirect, headline } = predictFor({ responseType: "code id_token" }, thin);
      expect(redirect.idToken).toMatchObject({ kind: "fat", groups: "yes" });
      expect(headline.title).toBe("The ID token should carry the groups");
    });

    test("says first that the groups scope is missing", () => {
      const request = { responseType: "code", scopes: ["openid"] } as const;
      const { idToken, headline } = predictFor(request, thin);
      expect(idToken?.kind).toBe("thin");
      expect(headline.sentence).toBe("You didn’t request the groups scope.");
    });

    test.each<Partial<RequestOfApp>>([
      { responseType: "id_token" },
      { responseType: "code", scopes: ["groups"] },
      { server: custom, responseType: "code" },
    ])("changes nothing else: %o", (request) => {
      expect(predictFor(request, thin)).toEqual(predictFor(request));
    });
  });

  test("applies no limit of groups to the code flow", () => {
    const { refusal, idToken } = predictFor({ responseType: "code" }, withGroups(101));
    expect(refusal).toBeUndefined();
    expect(idToken?.groups).toBe("yes");
  });

  test("predicts that UserInfo fails if only UserInfo has the failing claim", () => {
    const { refusal, userInfo, notRequested } = predictFor(
      { responseType: "token" },
      withAppClaim(evaluatedTo({ kind: "failed", message: "Wrong." })),
    );
    expect(refusal).toBeUndefined();
    expect(userInfo).toBeUndefined();
    expect(notRequested.userInfo).toMatch(/^It fails\. .*Wrong\.$/);
  });

  test("adds the server's other claims, without warnings about known settings", () => {
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
      "With an access token, the ID token is thin. Groups of ann@example.com: Everyone and IT.",
    ],
    [
      "the access token alone",
      { server: custom, responseType: "id_token token" },
      withClaims({ token: "access_token" }),
      "The access token should carry the groups",
      "Groups of ann@example.com: Everyone and IT.",
    ],
    [
      "UserInfo alone",
      { server: custom, responseType: "id_token token" },
      withClaims({ isAlways: false }),
      "No groups in the tokens",
      "UserInfo should have them: Everyone and IT.",
    ],
    [
      "UserInfo of the org server alone",
      { responseType: "id_token token" },
      {},
      "No groups: the ID token will be thin",
      "call UserInfo",
    ],
    [
      "no groups",
      { server: custom },
      withClaims({ isActive: false }),
      "No groups expected",
      "The claim teams is disabled.",
    ],
    [
      "no groups, with the reason of the token that has the claim",
      { server: custom, responseType: "id_token token" },
      withClaims({ token: "access_token", isActive: false }),
      "No groups expected",
      "The claim teams is disabled.",
    ],
    [
      "a filter that Okta does not fully document",
      {},
      withAppClaim(filter("I")),
      "The ID token may have the groups",
      "must match whole names",
    ],
    [
      "a flow that Okta does not document",
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
  ])("writes the headline: %s", (_case, request, setUp, title, sentence) => {
    const { headline } = predictFor(request, setUp);
    expect(headline.title).toBe(title);
    expect(headline.sentence).toContain(sentence);
  });
});
