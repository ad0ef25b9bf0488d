import { describe, expect, test } from "vitest";
import { describeForeignKeys } from "../../checks/foreign-keys.ts";
import type { TokenRequestState } from "../../run.ts";
import type { UserInfoCall } from "../../user-info-call.ts";
import { buildChecks } from "../test-checks.ts";
import { buildRun, buildTokenRequest, encryptedToken, testClaims } from "../test-run.ts";
import { buildSequence } from "./build-sequence.ts";
import { describeEvent, describePayload, type SequenceInput } from "./sequence.ts";

const { fat, thin, orgAccessToken, customAccessToken, userInfo } = testClaims;

type Options = Partial<Pick<SequenceInput, "checks" | "leftOut">> & {
  call?: Partial<UserInfoCall>;
};

/** Writes the diagram as lines. Each payload is a line with a dash, after its message. */
function list(run: SequenceInput["run"], { call, ...options }: Options = {}): readonly string[] {
  const { events, participants } = buildSequence({
    run,
    checks: buildChecks(run),
    userInfo: { status: "not-called", decision: { kind: "allow" }, ...call },
    leftOut: undefined,
    ...options,
  });
  return events.flatMap((event) => [
    describeEvent(event, participants),
    ...(event.kind === "message"
      ? event.payloads.map((payload) => `- ${describePayload(payload, undefined)}`)
      : []),
  ]);
}

const names = (run: SequenceInput["run"]) =>
  buildSequence({
    run,
    checks: buildChecks(run),
    userInfo: { status: "not-called", decision: { kind: "allow" } },
    leftOut: undefined,
  }).participants.map(({ name }) => name);

const authorize = /^Browser to Authorization server: GET \/oauth2\/v1\/authorize/;
const redirect = /^Authorization server to Browser: Redirect to this page/;
const post = /^Browser to Token endpoint: POST \/oauth2\/v1\/token/;
const getUserInfo = /^Browser to UserInfo: GET \/oauth2\/v1\/userinfo/;
const signIn = /^Sign-in and policy check: not visible/;

const unsent = (
  reason: Extract<TokenRequestState, { status: "unsent" }>["reason"],
  tokenEndpoint?: string,
): TokenRequestState => ({ status: "unsent", reason, tokenEndpoint, codeVerifier: undefined });

const codeRun = (tokenRequest: TokenRequestState, parts: Parameters<typeof buildRun>[0] = {}) =>
  buildRun({
    ...parts,
    parameters: { code: "code-1" },
    request: { responseType: "code", ...parts?.request },
    tokenRequest,
  });

const tokenEndpoint = "https://dev-123.okta.com/oauth2/v1/token";

describe("the diagram of the implicit flow", () => {
  test("shows the request, the sign-in, the response with its token, and the keys", () => {
    expect(list(buildRun({ idToken: fat }))).toEqual([
      expect.stringMatching(authorize),
      expect.stringMatching(signIn),
      expect.stringMatching(redirect),
      expect.stringMatching(/^- ID token, fat: 23 claims, 1 groups claim/),
      expect.stringMatching(/^Browser to Authorization server: GET the metadata, then the keys/),
      "Authorization server to Browser: Metadata and public keys",
      expect.stringMatching(/^(\d+) of \1 checks pass\.$/),
    ]);
  });

  test("shows the parameters of the request", () => {
    const url = "https://dev-123.okta.com/oauth2/v1/authorize?prompt=none";
    const [request = "", note = ""] = list(buildRun({ idToken: fat, request: { url } }));
    expect(request).toContain("response_type=id_token");
    expect(request).toContain("scope=openid profile email groups");
    expect(request).toContain("prompt=none");
    expect(note).toMatch(/^prompt=none: no sign-in page/);
  });

  test("has UserInfo only with an access token", () => {
    expect(names(buildRun({ idToken: fat }))).toEqual(["Browser", "Authorization server"]);
    expect(names(buildRun({ accessToken: orgAccessToken }))).toContain("UserInfo");
  });

  test("shows both tokens, and the org server’s access token as opaque", () => {
    const lines = list(buildRun({ idToken: thin, accessToken: orgAccessToken }), {
      leftOut: [{ name: "groups", kind: "groups" }],
    });
    expect(lines).toContainEqual(expect.stringMatching(/^- ID token, thin: .*, 1 left out$/));
    expect(lines).toContainEqual(expect.stringMatching(/^- Access token, opaque: 10 claims/));
    expect(lines).toContain("Not called yet.");
  });

  test("shows the path of a custom server", () => {
    const request = { server: { kind: "custom", id: "default" } } as const;
    const lines = list(buildRun({ accessToken: customAccessToken, request }));
    expect(lines[0]).toContain("GET /oauth2/default/v1/authorize");
    expect(lines).toContainEqual(expect.stringMatching(/^- Access token: .*1 groups claim/));
  });

  test.each([
    ["encrypted", encryptedToken, "- ID token, encrypted"],
    ["broken", "a.b.c", "- ID token, can’t be decoded"],
  ])("shows no weight of a token that is %s", (_case, idToken, line) => {
    expect(list(buildRun({ idToken }))).toContain(line);
  });
});

describe("the diagram of a response without tokens", () => {
  test("shows the error, and no fetched keys", () => {
    const run = buildRun({ parameters: { error: "access_denied", error_description: "Policy" } });
    expect(list(run)).toEqual([
      expect.stringMatching(authorize),
      expect.stringMatching(signIn),
      expect.stringMatching(/^Authorization server to Browser: Error: access_denied\. .*state/),
      "1 of 1 check passes.",
    ]);
  });

  test("shows no token beside an error", () => {
    const run = buildRun({ idToken: fat, parameters: { error: "server_error" } });
    expect(list(run).filter((line) => line.startsWith("-"))).toEqual([]);
  });

  test("shows a response that can’t be parsed, with a few parameter names", () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`p${index}`, "1"]));
    const line = list(buildRun({ parameters: many })).find((it) => it.includes("can’t be parsed"));
    expect(line).toContain("p0");
    expect(line).toMatch(/\d+ more$/);
    expect(line).not.toContain("p29");
  });

  test("escapes bidirectional control characters", () => {
    const run = buildRun({ parameters: { error: "a\u202eb" } });
    expect(list(run)).toContainEqual(expect.stringContaining("aU+202Eb"));
  });
});

describe("the diagram of an unrequested response", () => {
  test.each([
    ["unexpected", "No request from this tab matches"],
    ["repeated", "already received a response to that request"],
    ["unstored", "stores nothing"],
  ] as const)("has no request and no fetched keys: %s", (origin, words) => {
    const run = buildRun({ idToken: fat, accessToken: orgAccessToken, request: null, origin });
    const lines = list(run, { call: { decision: { kind: "refuse", reason: "No." } } });
    expect(names(run)).toEqual(["Browser", "Unknown sender", "UserInfo"]);
    expect(lines[0]).toContain(words);
    expect(lines[1]).toMatch(/^Unknown sender to Browser: Response/);
    expect(lines.filter((line) => line.startsWith("Browser to"))).toEqual([]);
    expect(lines).toContain("Not called: a check of the response failed.");
  });
});

describe("the diagram of a code exchange", () => {
  test("shows the code, the token request and the tokens", () => {
    const lines = list(codeRun(buildTokenRequest({ idToken: { ...fat, at_hash: "x" } })));
    expect(lines.slice(2, 8)).toEqual([
      expect.stringMatching(redirect),
      "- Code",
      expect.stringMatching(post),
      "Token endpoint to Browser: 200, both tokens",
      expect.stringMatching(/^- ID token, fat: 24 claims/),
      expect.stringMatching(/^- Access token, opaque/),
    ]);
    expect(lines[0]).toContain("code_challenge");
  });

  test("shows a refresh token without its value", () => {
    const tokenRequest = buildTokenRequest({ members: { refresh_token: "secret" } });
    const lines = list(codeRun(tokenRequest));
    expect(lines).toContain("- Refresh token, opaque");
    expect(lines.join()).not.toContain("secret");
  });

  test("shows the tokens of both endpoints in a hybrid flow", () => {
    const run = codeRun(buildTokenRequest({ idToken: fat }), {
      idToken: { ...thin, c_hash: "x" },
      accessToken: orgAccessToken,
      request: { responseType: "code id_token token" },
    });
    const lines = list(run);
    expect(lines).toContainEqual(expect.stringMatching(/^- ID token, thin/));
    expect(lines).toContainEqual(expect.stringMatching(/^- ID token, fat/));
  });

  test.each<[string, TokenRequestState, string]>([
    ["is refused", buildTokenRequest({ members: { error: "invalid_grant" } }), "invalid_grant"],
    [
      "returns a page",
      {
        status: "sent",
        tokenEndpoint,
        sentAtSeconds: 1,
        exchange: { kind: "unreadable", status: 200, problem: { code: "not_json" } },
        responseText: { kind: "answered", status: 200, text: "<html>" },
      },
      "200, a response that can’t be used",
    ],
    [
      "gets no response",
      {
        status: "sent",
        tokenEndpoint,
        sentAtSeconds: 1,
        exchange: { kind: "unreachable", because: "failed" },
        responseText: { kind: "unreachable", because: "failed" },
      },
      "No response that this page could read",
    ],
    ["waits", { status: "sending", tokenEndpoint, codeVerifier: "v" }, "Waiting for"],
  ])("shows a token request that %s", (_case, tokenRequest, words) => {
    const lines = list(codeRun(tokenRequest));
    expect(lines).toContainEqual(expect.stringMatching(post));
    expect(lines).toContainEqual(expect.stringContaining(words));
    expect(lines.filter((line) => /^- .*token/.test(line))).toEqual([]);
  });

  test.each<[TokenRequestState, string]>([
    [unsent("not_started"), "was not sent"],
    [unsent("foreign_endpoint", "https://other.example/token"), "another host"],
    [unsent("encrypted_id_token"), "the ID token is encrypted"],
    [unsent("other_issuer"), "names another issuer"],
    [unsent("check_failed"), "a check of the response failed"],
    [unsent("no_verifier"), "no verifier"],
    [{ status: "sending", tokenEndpoint: undefined, codeVerifier: "v" }, "being prepared"],
  ])("shows no token request if none was sent", (tokenRequest, words) => {
    const lines = list(codeRun(tokenRequest));
    expect(lines).toContainEqual(expect.stringContaining(words));
    expect(lines.filter((line) => line.startsWith("Browser to Token endpoint"))).toEqual([]);
  });

  test("does not claim that an interrupted token request was sent", () => {
    const lines = list(codeRun(unsent("interrupted", tokenEndpoint)));
    expect(lines).toContainEqual(expect.stringMatching(/POST .*Perhaps not sent/));
    expect(lines).toContainEqual(expect.stringContaining("before a response arrived"));
  });
});

describe("the diagram of keys and checks", () => {
  const run = buildRun({ idToken: fat });

  test("shows no keys while they are being fetched", () => {
    const lines = list(run, { checks: buildChecks(run, { status: "running" }) });
    expect(lines).toContain("Checking signatures…");
    expect(lines.join()).not.toContain("metadata");
  });

  test.each([
    ["skipped", "can’t be used"],
    ["fail", "Metadata of another issuer"],
  ] as const)("shows metadata whose check is %s, and no keys", (status, words) => {
    const results = { "metadata.issuer": status, "id_token.signature": "skipped" } as const;
    const lines = list(run, { checks: buildChecks(run, { results }) });
    expect(lines).toContainEqual(expect.stringContaining(words));
    expect(lines.join()).not.toContain("keys");
  });

  test("says that keys on another host were not fetched", () => {
    const checks = buildChecks(run, { results: { "id_token.signature": "skipped" } });
    const results = [...checks.results, describeForeignKeys("https://keys.example")];
    const lines = list(run, { checks: { ...checks, results } });
    expect(lines).toContainEqual(expect.stringMatching(/Metadata\. The keys are on another host/));
  });

  test("counts failed checks", () => {
    const lines = list(run, {
      checks: buildChecks(run, { results: { "id_token.signature": "fail" } }),
    });
    expect(lines).toContainEqual(expect.stringMatching(/^1 of \d+ checks failed\.$/));
  });
});

describe("the diagram of a UserInfo call", () => {
  const parts = { idToken: thin, accessToken: orgAccessToken };
  const run = buildRun(parts);
  const fail = (hasResponded: boolean): Partial<UserInfoCall> => ({
    status: "failed",
    failure: { title: "UserInfo refused the call", sentences: [], hasResponded },
  });

  test("shows the claims", () => {
    expect(list(buildRun({ ...parts, userInfo })).slice(-3)).toEqual([
      expect.stringMatching(getUserInfo),
      "UserInfo to Browser: 200, claims",
      expect.stringMatching(/^- Claims: .*1 groups claim/),
    ]);
  });

  test("shows no claims of another user", () => {
    const lines = list(buildRun({ ...parts, userInfo: { sub: "00u-other" } }));
    expect(lines.at(-1)).toContain("another user, dropped");
  });

  test.each<[string, Partial<UserInfoCall>, RegExp]>([
    ["a call without a response yet", { status: "calling" }, /^Waiting/],
    ["a refusal", fail(true), /^UserInfo to Browser: UserInfo refused the call$/],
    ["no response", fail(false), /^UserInfo refused the call\.$/],
  ])("shows %s", (_case, call, last) => {
    const lines = list(run, { call });
    expect(lines.at(-2)).toMatch(getUserInfo);
    expect(lines.at(-1)).toMatch(last);
  });
});
