import { describe, expect, test, vi } from "vitest";
import type { CheckStatus } from "../../../oidc/check.ts";
import { parseResponse } from "../../../oidc/parsed-response.ts";
import { decideUserInfoCall } from "../../../oidc/trust.ts";
import {
  buildApp,
  buildClaim,
  buildServer,
  buildSetUp,
  buildUser,
  filter,
} from "../../../okta/causes/test-set-up.ts";
import type { NamedGroup, OrgSetUp } from "../../../okta/org-set-up.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run, TokenRequestState } from "../../run.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import { buildChecks } from "../test-checks.ts";
import {
  buildRun,
  buildToken,
  buildTokenRequest,
  encryptedToken,
  nowSeconds,
  testClaims,
} from "../test-run.ts";
import { describeVerdict } from "./describe-verdict.ts";

const { fat, thin, orgAccessToken, customAccessToken, userInfo } = testClaims;
const custom: Partial<SentRequest> = {
  server: { kind: "custom", id: "default" },
  scopes: ["openid"],
};
const { GroupsClaim: _, ...customWithoutGroups } = customAccessToken;
const { groups: __, ...fatWithoutGroups } = fat;

type Options = Parameters<typeof buildChecks>[1] & {
  runs?: readonly Run[];
  call?: Partial<UserInfoCall>;
  userGroups?: readonly NamedGroup[];
  setUp?: OrgSetUp;
};

function describeRun(run: Run, { runs = [], call, userGroups, setUp, ...options }: Options = {}) {
  const checks = buildChecks(run, options);
  const userInfo: UserInfoCall = {
    status: "not-called",
    decision: decideUserInfoCall(checks),
    call: vi.fn(),
    ...call,
  };
  const now = options.nowSeconds ?? nowSeconds;
  return describeVerdict({
    run,
    runs: [...runs, run],
    checks,
    userInfo,
    nowSeconds: now,
    pageOrigin: "https://example.com",
    userGroups,
    setUp,
  });
}

const labelsOf = ({ primary, secondary }: ReturnType<typeof describeVerdict>) => ({
  primary: primary?.label,
  secondary: secondary.map(({ label }) => label),
});

const thinRun = () => buildRun({ idToken: thin, accessToken: orgAccessToken });
const both = { ...custom, responseType: "id_token token" } as const;
const customThin = { ...thin, iss: customAccessToken.iss };

describe("groups", () => {
  test.each<[string, Run, readonly [string, string, readonly string[]][]]>([
    [
      "Groups are in the ID token",
      buildRun({ idToken: fat }),
      [["ID token", "groups", ["Everyone", "IT"]]],
    ],
    [
      "Groups are in the access token",
      buildRun({ accessToken: customAccessToken, request: custom }),
      [["Access token", "GroupsClaim", ["Everyone", "IT"]]],
    ],
    [
      "Groups are in UserInfo",
      buildRun({ idToken: thin, accessToken: orgAccessToken, userInfo }),
      [["UserInfo", "groups", ["Everyone", "IT"]]],
    ],
    [
      "Groups are in the ID token, the access token and UserInfo",
      buildRun({
        idToken: { ...customThin, groups: ["IT"] },
        accessToken: customAccessToken,
        userInfo,
        request: both,
      }),
      [
        ["ID token", "groups", ["IT"]],
        ["Access token", "GroupsClaim", ["Everyone", "IT"]],
        ["UserInfo", "groups", ["Everyone", "IT"]],
      ],
    ],
  ])("have the heading “%s”", (heading, run, groups) => {
    const verdict = describeRun(run);
    expect(verdict.tone).toBe("groups");
    expect(verdict.heading).toBe(heading);
    expect(verdict.groups.map((it) => [it.where, it.claim, it.groups])).toEqual(groups);
    expect(verdict.primary).toBeUndefined();
  });

  describe("of a user whose groups are known", () => {
    const group = (name: string, isImported = false): NamedGroup => ({ name, isImported });
    const okta = [group("Everyone"), group("IT")];

    test.each<[string, readonly NamedGroup[]]>([
      ["2 of 3 groups are in the ID token", [...okta, group("VPN Users", true)]],
      ["Groups are in the ID token", okta],
      [
        "Groups are in the ID token",
        [group("Everyone"), group("Renamed"), group("VPN Users", true)],
      ],
      ["2 of 3 groups are in the ID token", [...okta, group("IT", true)]],
    ])("have the heading “%s” (%#)", (heading, userGroups) => {
      expect(describeRun(buildRun({ idToken: fat }), { userGroups }).heading).toBe(heading);
    });

    test.each<[string, readonly NamedGroup[]]>([
      ["2 of 3 groups are in the ID token", [...okta, group("IT", true)]],
      ["Groups are in the ID token", [group("IT"), group("IT", true)]],
      ["Groups are in the ID token", [...okta, group("VPN Users", true)]],
    ])("of two groups with the same name have the heading “%s” (%#)", (heading, userGroups) => {
      const run = buildRun({ idToken: { ...fat, groups: ["IT", "IT"] } });
      expect(describeRun(run, { userGroups }).heading).toBe(heading);
    });

    test("have a note with the names of the missing groups", () => {
      const userGroups = [...okta, group("VPN Users", true)];
      const { incomplete } = describeRun(buildRun({ idToken: fat }), { userGroups });
      expect(incomplete?.title).toContain("VPN Users");
    });
  });

  test("in a fat ID token have a button that requests a thin ID token", () => {
    expect(labelsOf(describeRun(buildRun({ idToken: fat }))).secondary).toEqual([
      "See a thin ID token",
    ]);
  });

  test("that are only in UserInfo can be requested in the ID token", () => {
    const run = buildRun({ idToken: thin, accessToken: orgAccessToken, userInfo });
    const verdict = describeRun(run);
    expect(labelsOf(verdict).secondary).toEqual(["Request the ID token only"]);
    expect(verdict.secondary).toMatchObject([{ request: { responseType: "id_token" } }]);
  });

  test("in a thin ID token of the org server cause no advice about Always", () => {
    const run = buildRun({ idToken: { ...thin, team_groups: ["a"] }, accessToken: orgAccessToken });
    const { sentences, others } = describeRun(run);
    expect(JSON.stringify([sentences, others])).not.toMatch(/always/i);
  });
});

describe("no groups", () => {
  test("in a thin ID token offers UserInfo first, then the ID token only", () => {
    const verdict = describeRun(thinRun());
    expect(verdict.tone).toBe("none");
    expect(verdict.cause?.id).toBe("thin_id_token");
    expect(verdict.heading).toBe(verdict.cause?.title);
    expect(labelsOf(verdict)).toEqual({
      primary: "Call UserInfo",
      secondary: ["Request the ID token only"],
    });
    expect(verdict.primary?.kind).toBe("call-user-info");
    expect(verdict.secondary).toMatchObject([
      { kind: "change", request: { responseType: "id_token" } },
    ]);
  });

  test.each<[string, Run, ReturnType<typeof labelsOf>]>([
    [
      "has its buttons if the groups scope is missing",
      buildRun({ idToken: fatWithoutGroups, request: { scopes: ["openid", "profile"] } }),
      { primary: "Add the groups scope and send", secondary: [] },
    ],
    [
      "has its buttons for an org access token",
      buildRun({ accessToken: orgAccessToken }),
      { primary: "Call UserInfo", secondary: ["Request the ID token only"] },
    ],
    [
      "has its buttons for a custom server’s access token",
      buildRun({ accessToken: customWithoutGroups, request: custom }),
      { primary: "Request the ID token from the org server", secondary: [] },
    ],
    [
      "has no buttons for settings that only an admin can change",
      buildRun({ idToken: fatWithoutGroups }),
      { primary: undefined, secondary: [] },
    ],
  ])("%s", (_case, run, labels) => {
    const verdict = describeRun(run);
    expect(verdict.tone).toBe("none");
    expect(verdict.groups).toEqual([]);
    expect(verdict.heading).toBe(verdict.cause?.title);
    expect(labelsOf(verdict)).toEqual(labels);
  });

  test("has other causes in order of likelihood, without the cause that is a button", () => {
    const run = buildRun({ idToken: customThin, accessToken: customWithoutGroups, request: both });
    const { cause, others, primary } = describeRun(run);
    expect(primary?.kind).toBe("call-user-info");
    expect([cause, ...others].map((it) => it?.id).slice(0, 3)).toEqual([
      "no_claim_on_server",
      "claim_not_always",
      "scope_condition",
    ]);
  });

  test("is not claimed for an encrypted token", () => {
    const verdict = describeRun(buildRun({ idToken: encryptedToken }));
    expect(verdict.tone).toBe("none");
    expect(verdict.heading).toBe("Groups can’t be seen: the ID token is encrypted");
    expect(verdict.others).toEqual([]);
    expect(verdict.user).toBeUndefined();
  });

  test("says that the UserInfo call failed", () => {
    const failure = { hasResponded: false, title: "UserInfo can’t be reached", sentences: [] };
    const verdict = describeRun(thinRun(), { call: { status: "failed", failure } });
    expect(verdict.sentences).toContain("UserInfo can’t be reached.");
    expect(verdict.primary?.label).toBe("Call UserInfo again");
  });

  test("has no button Call UserInfo if UserInfo has no groups either", () => {
    const { groups: _groups, ...rest } = userInfo;
    const run = buildRun({ idToken: thin, accessToken: orgAccessToken, userInfo: rest });
    const verdict = describeRun(run);
    expect(verdict.tone).toBe("none");
    expect(labelsOf(verdict).primary).not.toBe("Call UserInfo");
  });
});

describe("with the org's set-up, the verdict", () => {
  const noAppClaim = buildSetUp({ app: buildApp({ groupsClaim: undefined }) });

  test("states the cause as a fact, and has a button that changes the set-up", () => {
    const verdict = describeRun(buildRun({ idToken: fatWithoutGroups }), { setUp: noAppClaim });
    expect(verdict.heading).toBe("No groups: the app has no groups claim");
    expect(verdict.others).toEqual([]);
    expect(verdict.primary).toMatchObject({
      kind: "change-set-up",
      label: "Set the app’s groups claim to Matches regex .* and send",
      change: { kind: "set_app_groups_claim", name: "groups" },
    });
  });

  test("offers another request before a change of the set-up", () => {
    const setUp = buildSetUp({
      server: buildServer({
        claims: [
          buildClaim({ isAlways: false }),
          buildClaim({ id: "ocl2", name: "GroupsClaim", token: "access_token", isActive: false }),
        ],
      }),
    });
    const run = buildRun({ idToken: customThin, accessToken: customWithoutGroups, request: both });
    expect(labelsOf(describeRun(run, { setUp }))).toEqual({
      primary: "Call UserInfo",
      secondary: ["Request the ID token only", "Set the claim groups to Always and send"],
    });
  });

  test("names the setting behind a refusal", () => {
    const setUp = buildSetUp({ server: buildServer({ policies: [] }) });
    const parameters = {
      error: "access_denied",
      error_description:
        "Policy evaluation failed for this request, please check the policy configurations.",
    };
    const verdict = describeRun(buildRun({ parameters, request: custom }), { setUp });
    expect(verdict.heading).toBe("No access policy allows this request: the server has none");
    expect(verdict.primary?.label).toBe("Add an access policy and send");
    const { heading, others } = describeRun(buildRun({ parameters, request: custom }));
    expect(heading).toBe("No access policy allows this request");
    expect(others.map(({ title }) => title)).toContain("The rule may lack a scope");
  });

  test("finds groups in a claim of any name", () => {
    const setUp = buildSetUp({
      app: buildApp({ groupsClaim: { name: "teams", value: filter(".*") } }),
    });
    const run = buildRun({ idToken: { ...fatWithoutGroups, teams: ["Everyone", "IT"] } });
    expect(describeRun(run, { setUp }).heading).toBe("Groups are in the ID token");
    const { tone, heading, groups } = describeRun(run);
    expect(tone).toBe("none");
    expect(heading).toBe("No groups claim, but teams is a list that may contain groups");
    expect(groups).toEqual([]);
  });
});

describe("the verdict about a response behind a router's path", () => {
  test.each([
    ["fragment", "/implicit/callback#", "id_token=a.b.c&state=s"],
    ["query", "/callback?", "code=c&state=s"],
    ["fragment", "/callback#", "error=access_denied&state=s"],
  ] as const)("names the path, and doesn't mention groups: %s %s", (returnedIn, path, text) => {
    const run = {
      ...buildRun({ request: null }),
      response: parseResponse(path + text, returnedIn),
    };
    const verdict = describeRun(run);
    expect(verdict.heading).toBe("The URL has a route before the response");
    expect(verdict.cause?.id).toBe("hash_router");
    expect(verdict.sentences.join(" ")).toContain(path);
    expect(verdict.groups).toEqual([]);
    expect(JSON.stringify(verdict)).not.toContain("groups claim");
  });
});

describe("the verdict about a code that was not exchanged", () => {
  test("doesn't mention an access token beside the received ID token", () => {
    const run = buildRun({
      idToken: { ...fatWithoutGroups, iss: customAccessToken.iss, c_hash: "x" },
      parameters: { code: "c" },
      request: { ...custom, responseType: "code id_token" },
      tokenRequest: {
        status: "unsent",
        reason: "not_started",
        tokenEndpoint: undefined,
        codeVerifier: "v",
      },
    });
    const { cause, others } = describeRun(run, { results: { "id_token.c_hash": "pass" } });
    expect(JSON.stringify([cause, ...others])).not.toMatch(/can’t be decoded|was exchanged/);
  });
});

describe("the link to the set-up", () => {
  test("leads to the demo org's page of the groups claim", () => {
    expect(describeRun(buildRun({ idToken: fatWithoutGroups })).setUp?.name).toContain("Sign On");
  });

  test("leads to the demo org's setting that caused a refusal", () => {
    const parameters = {
      error: "access_denied",
      error_description: "User is not assigned to the client application.",
    };
    expect(describeRun(buildRun({ parameters })).setUp?.name).toContain("Assignments");
  });

  test("leads to the app in the reader's own Admin Console if Okta's error names the setting", () => {
    const parameters = {
      error: "unsupported_response_type",
      error_description:
        "The response type is not supported by the authorization server. Configured response types: [code].",
    };
    const verdict = describeRun(buildRun({ parameters, request: { org: "own" } }));
    expect(verdict.adminUrl).toBe(
      "https://dev-123-admin.okta.com/admin/app/oidc_client/instance/0oaoiuhhch8VRtBnC0h7#tab-general",
    );
    expect(describeRun(buildRun({ parameters })).adminUrl).toBeUndefined();
  });

  test("doesn't lead from the reader's own org to the demo org's set-up", () => {
    const run = buildRun({ idToken: fatWithoutGroups, request: { org: "own" } });
    expect(describeRun(run).setUp).toBeUndefined();
  });
});

describe("the user", () => {
  const username = "it.user@example.com";
  const signedIn = { name: username, hasSignedIn: true };
  const named = { name: username, hasSignedIn: false };

  test.each<[string, Options, typeof named]>([
    ["has signed in once the ID token is verified", {}, signedIn],
    ["is only named while the signature is being checked", { status: "running" }, named],
    ["is only named without the keys", { results: { "id_token.signature": "skipped" } }, named],
    [
      "is only named if the metadata could not be read",
      { results: { "metadata.issuer": "skipped" } },
      named,
    ],
    [
      "is only named if the signature is wrong",
      { results: { "id_token.signature": "fail" } },
      named,
    ],
    ["is only named by an expired token", { nowSeconds: nowSeconds + 86_400 }, named],
  ])("%s", (_case, options, user) => {
    expect(describeRun(buildRun({ idToken: fat }), options).user).toEqual(user);
  });

  test.each<[string, Run]>([
    ["a response that nobody requested", buildRun({ idToken: fat, request: null })],
    ["a repeated response", buildRun({ idToken: fat, request: null, origin: "repeated" })],
    ["a token for another app", buildRun({ idToken: { ...fat, aud: "other" } })],
    ["an access token alone", buildRun({ accessToken: customAccessToken, request: custom })],
    ["an opaque access token alone", buildRun({ accessToken: orgAccessToken })],
    ["a missing token", buildRun({ idToken: fat, request: { responseType: "id_token token" } })],
  ])("is only named by %s", (_case, run) => {
    expect(describeRun(run).user).toEqual(named);
  });

  test.each([
    ["the username, if the tokens have only the ID of the set-up's user", fat.sub, username],
    ["the ID, if the set-up is another user's", "00uother", fat.sub],
  ])("is named by %s", (_case, id, name) => {
    const { sub, iss, aud, iat, exp, nonce } = fat;
    const setUp = buildSetUp({ user: { ...buildUser(), id, login: username } });
    const run = buildRun({ idToken: { sub, iss, aud, iat, exp, nonce } });
    expect(describeRun(run, { setUp }).user?.name).toBe(name);
  });

  test("is only named if the access token does not belong to the ID token", () => {
    const { user } = describeRun(thinRun(), { results: { "id_token.at_hash": "fail" } });
    expect(user).toEqual(named);
  });
});

test("the verdict lists the profile claims that a fat token lacks", () => {
  const { sub, iss, aud, iat, exp, nonce, groups } = fat;
  const { sentences } = describeRun(
    buildRun({ idToken: { sub, iss, aud, iat, exp, nonce, groups } }),
  );
  expect(sentences.join(" ")).toMatch(
    /it should have every claim that the scopes allow\. It has no nickname, given_name or \d+ other claims\./,
  );
});

describe("the verdict about a token with groups", () => {
  test("says that the token is not verified, and why", () => {
    const { tone, sentences } = describeRun(buildRun({ idToken: fat }), {
      results: { "id_token.signature": "skipped" },
    });
    expect(tone).toBe("groups");
    expect(sentences.join(" ")).toContain(
      "The ID token is not verified. Detail of id_token.signature.",
    );
  });

  test("says which of two ID tokens is not verified", () => {
    const run = buildRun({
      idToken: encryptedToken,
      parameters: { code: "c" },
      request: { responseType: "code id_token" },
      tokenRequest: buildTokenRequest({ idToken: fat }),
    });
    const { tone, sentences } = describeRun(run);
    expect(tone).toBe("groups");
    expect(sentences.join(" ")).toContain("The redirect’s ID token is not verified.");
    expect(sentences.join(" ")).not.toContain("The token endpoint’s");
  });

  test.each<[string, Options]>([
    ["verified", {}],
    ["being checked", { status: "running" }],
  ])("doesn't say “not verified” about a token that is %s", (_case, options) => {
    const { sentences } = describeRun(buildRun({ idToken: fat }), options);
    expect(sentences.join(" ")).not.toContain("not verified");
  });
});

describe("failed checks", () => {
  const bothRun = (parameters: Record<string, string>) =>
    buildRun({ idToken: thin, accessToken: orgAccessToken, parameters });
  const customTokens = (accessToken: object) =>
    buildRun({
      idToken: customThin,
      accessToken: { ...customAccessToken, ...accessToken },
      request: both,
    });
  const ofKeys = (id: string): Options => ({ results: { [id]: "fail" as CheckStatus } });
  const { at_hash: ___, ...withoutAtHash } = thin;
  const { sub: ____, ...withoutSub } = fat;

  test.each<[string, Run, Options?]>([
    [
      "Don’t trust this response: this tab didn’t request it",
      buildRun({ idToken: fat, request: null }),
    ],
    [
      "Don’t trust this response: this tab didn’t request it",
      buildRun({ parameters: { error: "access_denied" }, request: null }),
    ],
    [
      "Don’t trust this response: it is from another issuer",
      buildRun({ idToken: fat, parameters: { iss: "https://evil.example" } }),
    ],
    [
      "Don’t trust this response: it is from another issuer",
      buildRun({ parameters: { error: "access_denied", iss: "https://evil.example" } }),
    ],
    [
      "Don’t trust this response: the server has another issuer",
      buildRun({ idToken: fat }),
      ofKeys("metadata.issuer"),
    ],
    [
      "Don’t trust the ID token: it is from another issuer",
      buildRun({ idToken: { ...fat, iss: "https://evil.example" } }),
    ],
    [
      "Don’t trust the access token: it is from another issuer",
      buildRun({ idToken: thin, accessToken: { ...orgAccessToken, iss: "https://evil.example" } }),
    ],
    [
      "Don’t trust the ID token: its signature is not valid",
      buildRun({ idToken: fat }),
      ofKeys("id_token.signature"),
    ],
    [
      "Don’t trust the access token: its signature is not valid",
      customTokens({}),
      ofKeys("access_token.signature"),
    ],
    [
      "Don’t trust the ID token: it is for another app",
      buildRun({ idToken: { ...fat, aud: "other" } }),
    ],
    [
      "Don’t trust the ID token: it is for another app",
      buildRun({ idToken: { ...fat, azp: "other" } }),
    ],
    [
      "Don’t trust the ID token: it is not from this request",
      buildRun({ idToken: { ...fat, nonce: "replayed" } }),
    ],
    ["Don’t trust the ID token: it doesn’t say who the user is", buildRun({ idToken: withoutSub })],
    ["Don’t trust these tokens: they don’t belong together", thinRun(), ofKeys("id_token.at_hash")],
    [
      "Don’t trust the access token: nothing ties it to the ID token",
      buildRun({ idToken: withoutAtHash, accessToken: orgAccessToken }),
    ],
    ["Don’t use the access token: it is not a Bearer token", bothRun({ token_type: "DPoP" })],
    ["The ID token can’t be decoded", buildRun({ idToken: "a.b.c" }), ofKeys("id_token.signature")],
    [
      "The access token can’t be decoded",
      buildRun({ idToken: customThin, accessToken: "a.b.c", request: both }),
      ofKeys("access_token.signature"),
    ],
    [
      "Don’t trust the ID token: it is not signed with RS256",
      buildRun({ idToken: buildToken(fat, { alg: "none" }) }),
      ofKeys("id_token.signature"),
    ],
  ])("have the heading “%s” (%#)", (heading, run, options) => {
    const verdict = describeRun(run, options);
    expect(verdict.tone).toBe("failed");
    expect(verdict.heading).toBe(heading);
    expect(verdict.sentences.length).toBeGreaterThan(0);
    expect(verdict.primary?.label).toBe("Send a new request");
  });

  test.each<[string, Run]>([
    [
      "The response has no access token, but you requested one",
      buildRun({ idToken: fat, request: { responseType: "id_token token" } }),
    ],
    [
      "The response has no ID token, but you requested one",
      buildRun({ accessToken: orgAccessToken, request: { responseType: "id_token token" } }),
    ],
    [
      "You didn’t request the access token in this response",
      buildRun({
        idToken: thin,
        accessToken: orgAccessToken,
        request: { responseType: "id_token" },
      }),
    ],
    [
      "You didn’t request the code in this response",
      buildRun({ idToken: fat, parameters: { code: "x" } }),
    ],
  ])("of the returned tokens have the heading “%s”", (heading, run) => {
    const verdict = describeRun(run);
    expect(verdict.tone).toBe("failed");
    expect(verdict.heading).toBe(heading);
    expect(verdict.sentences.join(" ")).not.toMatch(/\b(?:fat|thin)\b/);
  });

  test("show groups only with the tone “failed”", () => {
    const verdict = describeRun(buildRun({ idToken: fat, request: null }));
    expect(verdict.tone).toBe("failed");
    expect(verdict.groups).toMatchObject([{ groups: ["Everyone", "IT"] }]);
  });

  test("have the heading about the state if other checks fail, too", () => {
    const evil = { ...fat, iss: "https://evil.example", aud: "other" };
    const { heading } = describeRun(buildRun({ idToken: evil, request: null }));
    expect(heading).toContain("this tab didn’t request it");
  });

  test("are counted", () => {
    const run = buildRun({
      idToken: { ...fat, iss: "https://evil.example", aud: "other", nonce: "x" },
    });
    expect(describeRun(run).sentences).toContain("2 other checks failed, too.");
  });

  test("prevent sending the access token to UserInfo", () => {
    const run = buildRun({ idToken: thin, accessToken: orgAccessToken, request: null });
    const verdict = describeRun(run);
    expect(verdict.sentences).toContain("The access token won’t be sent to UserInfo.");
    expect(labelsOf(verdict)).toEqual({ primary: "Send a new request", secondary: [] });
  });

  test("don't hide the quoted error of a response that nobody requested", () => {
    const parameters = { error: "access_denied", error_description: "No." };
    const { quote } = describeRun(buildRun({ parameters, request: null }));
    expect(quote).toEqual({ error: "access_denied", description: "No." });
  });

  test.each<[string, Parameters<typeof buildRun>[0]]>([
    ["It has no state", { parameters: { state: "" } }],
    ["This tab is not waiting for a response with this state", {}],
    ["Its state is not the one that this tab sent", { expectedState: "waiting" }],
    ["The browser stores nothing for this page", { origin: "unstored" }],
  ])("explain why a response is not expected: %s", (words, parts) => {
    const run = buildRun({ idToken: fat, request: null, ...parts });
    const states = words.includes("no state") ? [] : run.response.states;
    const { sentences } = describeRun({ ...run, response: { ...run.response, states } });
    expect(sentences.join(" ")).toContain(words);
  });

  test("of the issuer mention a custom domain only for the reader's own org", () => {
    const idToken = { ...fat, iss: "https://id.example.com" };
    const own = describeRun(buildRun({ idToken, request: { org: "own" } }));
    expect(own.sentences.join(" ")).toContain("custom domain");
    const demo = describeRun(buildRun({ idToken }));
    expect(demo.sentences.join(" ")).not.toContain("custom domain");
  });
});

describe("the verdict about a repeated response", () => {
  const first = buildRun({ idToken: fat, number: 1 });
  const repeat = buildRun({
    idToken: fat,
    number: 2,
    origin: "repeated",
    request: null,
    parameters: { state: first.request?.state ?? "" },
  });

  test("says that the response is repeated, and has a button that shows the earlier run", () => {
    const verdict = describeRun(repeat, { runs: [first] });
    expect(verdict.tone).toBe("failed");
    expect(verdict.heading).toBe("This response was already received");
    expect(verdict.primary).toEqual({ kind: "show-run", runId: "run-1", label: "Show run 1" });
    expect(labelsOf(verdict).secondary).toEqual(["Send a new request"]);
  });

  test("has no such button once the earlier run is gone", () => {
    expect(labelsOf(describeRun(repeat)).primary).toBe("Send a new request");
  });
});

describe("wrong token times", () => {
  const later = (seconds: number) => ({ nowSeconds: nowSeconds + seconds });
  const withTimes = (times: object) => buildRun({ idToken: { ...fat, ...times } });

  test.each<[string, string, Run, Options]>([
    ["The ID token has expired", "an hour after", buildRun({ idToken: fat }), later(3540 + 121)],
    [
      "The access token has expired",
      "an hour after",
      buildRun({ accessToken: customAccessToken, request: custom }),
      later(86_400),
    ],
    [
      "Check this computer’s clock",
      "it had expired when it was received",
      withTimes({ iat: nowSeconds - 7200, exp: nowSeconds - 3600 }),
      {},
    ],
    [
      "Check this computer’s clock",
      "it was issued in the future",
      withTimes({ iat: nowSeconds + 7200, exp: nowSeconds + 10_800 }),
      {},
    ],
    [
      "Check this computer’s clock",
      "it is valid from the future",
      withTimes({ nbf: nowSeconds + 7200, exp: nowSeconds + 10_800 }),
      {},
    ],
    [
      "Don’t trust the ID token: it is not valid yet",
      "it is from next week",
      withTimes({ iat: nowSeconds + 604_800, exp: nowSeconds + 608_400 }),
      {},
    ],
    [
      "Don’t trust the ID token: its times are not valid",
      "milliseconds",
      withTimes({ exp: (nowSeconds + 3540) * 1000 }),
      {},
    ],
    [
      "Don’t trust the ID token: its times are not valid",
      "no number",
      withTimes({ exp: "tomorrow" }),
      {},
    ],
    [
      "Don’t trust the ID token: its times are not valid",
      "issued after its expiry",
      withTimes({ iat: nowSeconds + 60, exp: nowSeconds + 30 }),
      {},
    ],
  ])("have the heading “%s”: %s", (heading, _case, run, options) => {
    const verdict = describeRun(run, options);
    expect(verdict.tone).toBe("failed");
    expect(verdict.heading).toBe(heading);
    expect(verdict.primary?.label).toBe("Send a new request");
  });

  test("show how far the clock is off", () => {
    const { sentences } = describeRun(
      withTimes({ iat: nowSeconds + 7200, exp: nowSeconds + 9000 }),
    );
    expect(sentences.join(" ")).toContain("It is 2 h behind");
  });

  test("don't hide the cause of missing groups after the expiry", () => {
    const { others } = describeRun(thinRun(), later(86_400));
    expect(others.map(({ id }) => id)).toEqual(["thin_id_token"]);
  });

  test("do not hide a failed signature", () => {
    const options = { ...later(86_400), results: { "id_token.signature": "fail" as const } };
    const { heading } = describeRun(buildRun({ idToken: fat }), options);
    expect(heading).toContain("signature");
  });

  test("are ignored if a token expired within the tolerance", () => {
    expect(describeRun(buildRun({ idToken: fat }), later(3540 + 119)).tone).toBe("groups");
  });
});

describe("the verdict about an error response", () => {
  const refuse = (error: string, description?: string, request: Partial<SentRequest> = {}) =>
    buildRun({
      parameters: { error, ...(description !== undefined && { error_description: description }) },
      request,
    });
  const customScopes = "Custom scopes are not allowed for this request.";
  const unassigned = "User is not assigned to the client application.";

  test("has a cause, Okta’s words, and a button that fixes the request", () => {
    const run = refuse("invalid_scope", customScopes, { scopes: ["openid", "crm.read"] });
    const verdict = describeRun(run);
    expect(verdict.tone).toBe("error");
    expect(verdict.quote).toEqual({ error: "invalid_scope", description: customScopes });
    expect(verdict.heading).toBe(verdict.cause?.title);
    expect(labelsOf(verdict)).toEqual({ primary: "Remove crm.read and send", secondary: [] });
    expect(verdict.primary).toMatchObject({ request: { scopes: ["openid"] } });
  });

  test.each([
    ["access_denied", unassigned, { primary: undefined, secondary: ["Sign in as another user"] }],
    ["temporarily_unavailable", undefined, { primary: "Send a new request", secondary: [] }],
    ["made_up", undefined, { primary: "Send a new request", secondary: [] }],
  ])("has the right buttons for %s", (error, description, labels) => {
    expect(labelsOf(describeRun(refuse(error, description)))).toEqual(labels);
  });

  describe("to the second request of a comparison", () => {
    const comparison = { step: "thin", fatRunId: "run-1", isSilent: true } as const;
    const fatRun = buildRun({ idToken: fat, number: 1 });

    test("says that the user must sign in, which is not an error", () => {
      const run = {
        ...refuse("login_required", "No session.", { comparison }),
        number: 2,
        id: "run-2",
      };
      const verdict = describeRun(run, { runs: [fatRun] });
      expect(verdict.tone).toBe("none");
      expect(verdict.heading).toBe("The second request needs you to sign in");
      expect(verdict.quote?.error).toBe("login_required");
      expect(verdict.sentences[0]).toBe("Run 1 has the fat ID token.");
      expect(verdict.primary).toEqual({
        kind: "sign-in-for-second-request",
        label: "Sign in for the second request",
        next: { ...comparison, isSilent: false },
      });
    });

    test.each([
      ["another error", "invalid_scope", comparison],
      ["a request that was not silent", "login_required", { ...comparison, isSilent: false }],
      ["the first request", "login_required", { step: "fat" } as const],
    ])("has the tone of an error for %s", (_case, error, ofRequest) => {
      const verdict = describeRun(refuse(error, undefined, { comparison: ofRequest }));
      expect(verdict.tone).toBe("error");
      expect(verdict.primary?.kind).not.toBe("sign-in-for-second-request");
    });
  });
});

describe("the verdict about an unreadable response", () => {
  test.each([
    ["neither a token nor an error", "a=b"],
    ["not in a parameter that an app would find", "id_token%3Da.b.c"],
    ["more than 200 parameters", `id_token=a&${"a=b&".repeat(300)}`],
    ["“state” more than once", "id_token=a&state=b&state=c"],
    ["The parameter “id_token” has a percent sign", "id_token=%zz"],
    ["expires_in is not a number", "access_token=a&expires_in=soon"],
  ])("says what is wrong: %s", async (words, text) => {
    const { parseResponse } = await import("../../../oidc/parsed-response.ts");
    const run = { ...buildRun(), response: parseResponse(text, "fragment") };
    const verdict = describeRun(run);
    expect(verdict.tone).toBe("error");
    expect(verdict.heading).toBe("This response can’t be parsed");
    expect(verdict.sentences.join(" ")).toContain(words);
    expect(verdict.primary?.label).toBe("Send a new request");
  });

  test("says if nobody requested the response", () => {
    const run = buildRun({ parameters: { a: "b" }, request: null });
    expect(describeRun(run).sentences).toContain("This tab didn’t request it.");
  });

  test("doesn’t say that nobody requested the response if the browser stores no requests", () => {
    const run = buildRun({ parameters: { a: "b" }, request: null, origin: "unstored" });
    const text = describeRun(run).sentences.join(" ");
    expect(text).toContain("stores nothing for this page");
    expect(text).not.toContain("Nobody");
  });
});

describe("a code", () => {
  const codeRun = (tokenRequest: TokenRequestState, parts: Parameters<typeof buildRun>[0] = {}) =>
    buildRun({
      ...parts,
      parameters: { code: "c" },
      request: { responseType: "code", ...parts.request },
      tokenRequest,
    });
  const exchanged = { ...fat, at_hash: "x" };
  const waiting = {
    status: "unsent",
    reason: "interrupted",
    tokenEndpoint: "https://tokens.example/token",
    codeVerifier: "v",
  } as const;

  test("with groups is described like a fat ID token", () => {
    const verdict = describeRun(codeRun(buildTokenRequest({ idToken: exchanged })));
    expect(verdict).toMatchObject({ tone: "groups", heading: "Groups are in the ID token" });
    expect(verdict.sentences.join(" ")).toContain("authorization code flow");
  });

  test("without groups is described with the causes", () => {
    const { groups: ___, ...withoutGroups } = exchanged;
    const verdict = describeRun(codeRun(buildTokenRequest({ idToken: withoutGroups })));
    expect(verdict).toMatchObject({ tone: "none", cause: { id: "no_groups_claim_on_app" } });
  });

  test("that is being exchanged has only a waiting message", () => {
    const sending = { status: "sending", tokenEndpoint: undefined, codeVerifier: "v" } as const;
    expect(describeRun(codeRun(sending))).toMatchObject({
      tone: "none",
      heading: "Exchanging the code for tokens…",
      secondary: [],
    });
  });

  test.each<[string, TokenRequestState, string, object]>([
    [
      "was interrupted",
      waiting,
      "interrupted",
      { kind: "exchange-code", allowsForeignEndpoint: false },
    ],
    [
      "waits for the user",
      { ...waiting, reason: "foreign_endpoint" },
      "another host",
      {
        kind: "exchange-code",
        allowsForeignEndpoint: true,
        label: "Send the code to tokens.example",
      },
    ],
    [
      "was refused",
      buildTokenRequest({
        members: { error: "invalid_grant", error_description: "PKCE verification failed." },
      }),
      "verifier doesn’t match",
      { kind: "send-again" },
    ],
    [
      "is not allowed for the app",
      buildTokenRequest({
        members: {
          error: "unauthorized_client",
          error_description:
            "The client is not authorized to use the provided grant type. Configured grant types: [implicit].",
        },
      }),
      "isn’t allowed to use this flow",
      { kind: "change", request: { responseType: "id_token" } },
    ],
    [
      "got a page as response",
      buildTokenRequest({ status: 502 }),
      "can’t be used",
      { kind: "send-again" },
    ],
  ])("that %s has the right button", (_case, tokenRequest, heading, action) => {
    const verdict = describeRun(codeRun(tokenRequest));
    expect(verdict.heading).toContain(heading);
    expect(verdict.primary).toMatchObject(action);
  });

  test("that is refused because of a claim has the cause that the set-up shows, as after a redirect", () => {
    const groupsClaim = { name: "groups", value: filter("^(?!Every).*") };
    const tokenRequest = buildTokenRequest({
      members: {
        error: "server_error",
        error_description: "The 'groups' user claim could not be evaluated.",
      },
    });
    const setUp = buildSetUp({ app: buildApp({ groupsClaim }) });
    const { heading, cause, sentences } = describeRun(codeRun(tokenRequest), { setUp });
    expect(heading).toBe("This org can’t evaluate the regular expression of the claim groups");
    expect(cause?.title).toBe(heading);
    expect(sentences).toEqual([cause?.observed, cause?.expected]);
  });

  test.each([
    ["encrypted_id_token", encryptedToken, "Exchange the code"],
    [
      "foreign_endpoint",
      { ...testClaims.fat, c_hash: "Ub1mOf7XwLSCavbAa_5PTA" },
      "Send the code to tokens.example",
    ],
  ] as const)(
    "of a hybrid response that waits for the user has the right button: %s",
    (reason, idToken, label) => {
      const run = buildRun({
        idToken,
        parameters: { code: "c" },
        request: { responseType: "code id_token" },
        tokenRequest: {
          status: "unsent",
          reason,
          tokenEndpoint: "https://tokens.example/token",
          codeVerifier: "v",
        },
      });
      expect(describeRun(run).secondary.at(-1)).toMatchObject({ kind: "exchange-code", label });
    },
  );

  test.each<[string, Parameters<typeof buildRun>[0], string]>([
    [
      "was received by another tab",
      { request: null, parameters: { code: "c" } },
      "the code verifier",
    ],
    [
      "is from another server",
      {
        parameters: { code: "c", iss: "https://other.example" },
        request: { responseType: "code" },
      },
      "Its code was not exchanged.",
    ],
  ])("that %s has a message that it was not exchanged", (_case, parts, words) => {
    const unsent = {
      status: "unsent",
      reason: parts?.request === null ? "no_verifier" : "check_failed",
      tokenEndpoint: undefined,
      codeVerifier: undefined,
    } as const;
    const verdict = describeRun(buildRun({ ...parts, tokenRequest: unsent }));
    expect(verdict.tone).toBe("failed");
    expect(verdict.sentences.join(" ")).toContain(words);
  });

  test("that is too old has no button to exchange it", () => {
    const verdict = describeRun(codeRun(waiting), { nowSeconds: nowSeconds + 301 });
    expect(verdict).toMatchObject({ tone: "error", primary: { kind: "send-again" } });
    expect(verdict.heading).toContain("expired");
  });

  test("that was refused does not hide the tokens of the redirect", () => {
    const run = codeRun(buildTokenRequest({ members: { error: "invalid_grant" } }), {
      idToken: { ...fat, c_hash: "x" },
      request: { responseType: "code id_token" },
    });
    expect(describeRun(run)).toMatchObject({ tone: "groups", others: [] });
  });

  test("has the verdict of the ID token with groups if there are two ID tokens", () => {
    const run = codeRun(
      buildTokenRequest({ idToken: customThin, accessToken: customWithoutGroups }),
      {
        idToken: { ...fat, iss: customAccessToken.iss, c_hash: "x" },
        request: { ...custom, responseType: "code id_token" },
      },
    );
    expect(describeRun(run)).toMatchObject({
      tone: "groups",
      heading: "Groups are in the ID token",
    });
  });
});
