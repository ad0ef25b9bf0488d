import { describe, expect, test } from "vitest";
import type { Check, CheckStatus } from "./check.ts";
import { type Checks, computeTokenTrust, computeTrust, decideUserInfoCall } from "./trust.ts";

type Statuses = Readonly<Record<string, CheckStatus>>;

function check(id: string, status: CheckStatus): Check {
  const [prefix = ""] = id.split(".");
  const about = prefix as Check["about"];
  return { id, about, name: "Name", status, detail: `Detail of ${id}.` };
}

function makeChecks(statuses: Statuses, status: Checks["status"] = "done"): Checks {
  return { status, results: Object.entries(statuses).map(([id, it]) => check(id, it)) };
}

const request: Statuses = {
  "request.state": "pass",
  "response.tokens": "pass",
  "metadata.issuer": "pass",
};
const idToken: Statuses = {
  "id_token.alg": "pass",
  "id_token.iss": "pass",
  "id_token.aud": "pass",
  "id_token.exp": "pass",
  "id_token.iat": "pass",
  "id_token.sub": "pass",
  "id_token.nonce": "pass",
  "id_token.signature": "pass",
};
const tie: Statuses = { "id_token.at_hash_present": "pass", "id_token.at_hash": "pass" };
const opaqueAccessToken: Statuses = {
  "response.token_type": "pass",
  "access_token.iss": "pass",
  "access_token.format": "skipped",
};
const accessToken: Statuses = {
  "response.token_type": "pass",
  "access_token.alg": "pass",
  "access_token.iss": "pass",
  "access_token.aud": "skipped",
  "access_token.exp": "pass",
  "access_token.signature": "pass",
};

const bothOfOrg = { ...request, ...idToken, ...tie, ...opaqueAccessToken };
const bothOfCustomServer = { ...request, ...idToken, ...tie, ...accessToken };
const validResponses = [
  ["an ID token", { ...request, ...idToken }],
  ["both tokens of the org server", bothOfOrg],
  ["both tokens of a custom server", bothOfCustomServer],
  ["an access token of a custom server", { ...request, ...accessToken }],
] as const;

const everyId = [
  ...new Set([...validResponses.flatMap(([, it]) => Object.keys(it)), "response.iss"]),
];

describe(computeTrust, () => {
  test.each(validResponses)(
    "returns verified for %s, once the checks are done",
    (_case, statuses) => {
      expect(computeTrust(makeChecks(statuses))).toEqual({ level: "verified" });
      expect(computeTrust(makeChecks(statuses, "running"))).toEqual({ level: "checking" });
    },
  );

  test.each([...everyId, "userinfo.sub"])(
    "returns failed if %s failed, before and after the checks are done",
    (id) => {
      const statuses = { ...bothOfCustomServer, [id]: "fail" as const };
      const failed = [check(id, "fail")];
      expect(computeTrust(makeChecks(statuses))).toEqual({ level: "failed", failed });
      expect(computeTrust(makeChecks(statuses, "running"))).toEqual({ level: "failed", failed });
    },
  );

  test.each([
    "request.state",
    "metadata.issuer",
    "metadata.signature",
    "id_token.format",
    "id_token.iss",
    "id_token.aud",
    "id_token.nonce",
    "id_token.signature",
    "id_token.at_hash",
    "access_token.iss",
    "access_token.signature",
  ])("returns unverified with the check's detail if %s was skipped", (id) => {
    const statuses = { ...bothOfCustomServer, [id]: "skipped" as const };
    expect(computeTrust(makeChecks(statuses))).toEqual({
      level: "unverified",
      reason: `Detail of ${id}.`,
    });
  });

  test.each([
    ["no ID token's signature", bothOfOrg, "id_token.signature"],
    ["no access token's signature", bothOfCustomServer, "access_token.signature"],
    ["no at_hash", bothOfOrg, "id_token.at_hash"],
  ])("returns unverified if %s was checked", (_case, { ...statuses }: Statuses, missing) => {
    const { [missing]: _missing, ...others } = statuses;
    expect(computeTrust(makeChecks(others))).toMatchObject({ level: "unverified" });
  });

  test("returns unverified for an access token that only its server can verify", () => {
    expect(computeTrust(makeChecks({ ...request, ...opaqueAccessToken }))).toEqual({
      level: "unverified",
      reason: "Detail of access_token.format.",
    });
  });

  test.each([
    ["nothing", {}],
    ["only the state", request],
  ])("returns unverified if %s was checked in the response", (_case, statuses) => {
    expect(computeTrust(makeChecks(statuses))).toMatchObject({ level: "unverified" });
  });
});

describe(computeTokenTrust, () => {
  test("judges each token by its own signature", () => {
    expect(computeTokenTrust(makeChecks(bothOfCustomServer), "id_token").level).toBe("verified");
    expect(computeTokenTrust(makeChecks(bothOfCustomServer), "access_token").level).toBe(
      "verified",
    );
    expect(computeTokenTrust(makeChecks(bothOfOrg), "id_token").level).toBe("verified");
    expect(computeTokenTrust(makeChecks(bothOfOrg), "access_token")).toEqual({
      level: "unverified",
      reason: "Detail of access_token.format.",
    });
  });

  test.each(["id_token", "access_token"] as const)(
    "returns checking for %s while the checks run",
    (token) => {
      expect(computeTokenTrust(makeChecks(bothOfCustomServer, "running"), token)).toEqual({
        level: "checking",
      });
    },
  );

  test.each(Object.keys(request).concat("response.iss", "response.token_type"))(
    "fails both tokens when %s failed",
    (id) => {
      const checks = makeChecks({ ...bothOfCustomServer, [id]: "fail" });
      expect(computeTokenTrust(checks, "id_token").level).toBe("failed");
      expect(computeTokenTrust(checks, "access_token").level).toBe("failed");
    },
  );

  test.each([
    ["id_token.nonce", "id_token", "access_token"],
    ["access_token.iss", "access_token", "id_token"],
    ["access_token.exp", "access_token", "id_token"],
  ] as const)("counts %s only for its own token", (id, own, other) => {
    const checks = makeChecks({ ...bothOfCustomServer, [id]: "fail" });
    expect(computeTokenTrust(checks, own).level).toBe("failed");
    expect(computeTokenTrust(checks, other).level).toBe("verified");
  });

  test("ignores UserInfo", () => {
    const checks = makeChecks({ ...bothOfOrg, "userinfo.sub": "fail" });
    expect(computeTokenTrust(checks, "id_token").level).toBe("verified");
  });

  test("returns unverified for a token without checks", () => {
    const checks = makeChecks({ ...request, ...idToken });
    expect(computeTokenTrust(checks, "access_token").level).toBe("unverified");
    expect(computeTokenTrust(makeChecks({ ...request, ...accessToken }), "id_token").level).toBe(
      "unverified",
    );
  });
});

describe(decideUserInfoCall, () => {
  const accessTokenOfOrg = { ...request, ...opaqueAccessToken };

  test.each([
    ["both tokens of the org server", bothOfOrg],
    ["both tokens of a custom server", bothOfCustomServer],
    ["an access token of a custom server", { ...request, ...accessToken }],
    ["an access token of the org server", accessTokenOfOrg],
  ])("allows the call with %s, once the checks are done", (_case, statuses) => {
    expect(decideUserInfoCall(makeChecks(statuses))).toEqual({ kind: "allow" });
    expect(decideUserInfoCall(makeChecks(statuses, "running"))).toEqual({ kind: "wait" });
  });

  const timeChecks = ["id_token.exp", "id_token.iat", "access_token.exp"];
  const otherChecks = everyId.filter((id) => !timeChecks.includes(id));

  test.each([
    ...otherChecks,
    "id_token.crit",
    "id_token.azp",
    "id_token.format",
    "access_token.format",
  ])("refuses the call when %s failed, before and after the checks are done", (id) => {
    const statuses = { ...bothOfCustomServer, [id]: "fail" as const };
    const refusal = { kind: "refuse", reason: expect.stringContaining(`Detail of ${id}.`) };
    expect(decideUserInfoCall(makeChecks(statuses))).toEqual(refusal);
    expect(decideUserInfoCall(makeChecks(statuses, "running"))).toEqual(refusal);
  });

  test.each([
    ["request.state", "The response failed a check: Detail of request.state."],
    ["response.tokens", "The response failed a check: Detail of response.tokens."],
    ["metadata.issuer", "The server’s metadata failed a check: Detail of metadata.issuer."],
    ["id_token.iss", "The ID token failed a check: Detail of id_token.iss."],
    ["access_token.iss", "The access token failed a check: Detail of access_token.iss."],
  ])("names the token or response that failed the check %s", (id, reason) => {
    const checks = makeChecks({ ...bothOfCustomServer, [id]: "fail" });
    expect(decideUserInfoCall(checks)).toEqual({ kind: "refuse", reason });
  });

  test.each(["request.state", "response.iss", "response.token_type", "access_token.iss"])(
    "refuses to send an org access token alone when %s failed",
    (id) => {
      const checks = makeChecks({ ...accessTokenOfOrg, [id]: "fail" });
      expect(decideUserInfoCall(checks).kind).toBe("refuse");
    },
  );

  test.each([...timeChecks, "access_token.nbf", "userinfo.sub"])(
    "does not refuse the call because %s alone failed",
    (id) => {
      const checks = makeChecks({ ...bothOfCustomServer, [id]: "fail" });
      expect(decideUserInfoCall(checks)).toEqual({ kind: "allow" });
    },
  );

  test("refuses an expired token that fails another check too", () => {
    const checks = makeChecks({
      ...bothOfCustomServer,
      "id_token.exp": "fail",
      "id_token.aud": "fail",
    });
    expect(decideUserInfoCall(checks)).toEqual({
      kind: "refuse",
      reason: "The ID token failed a check: Detail of id_token.aud.",
    });
  });

  test.each([
    ["the keys can't be read", { ...bothOfOrg, "id_token.signature": "skipped" }],
    ["the metadata can't be read", { ...accessTokenOfOrg, "metadata.issuer": "skipped" }],
    [
      "an access token's signature can't be checked",
      { ...bothOfCustomServer, "access_token.signature": "skipped" },
    ],
    [
      "an expired token's signature can't be checked",
      { ...bothOfOrg, "id_token.exp": "fail", "id_token.signature": "skipped" },
    ],
    ["an org access token names no issuer", { ...request, "access_token.format": "skipped" }],
    [
      "the request is unknown",
      { ...accessTokenOfOrg, "request.state": "skipped", "access_token.iss": "skipped" },
    ],
    ["nothing was checked", {}],
  ] satisfies [string, Statuses][])("warns when %s", (_case, statuses) => {
    expect(decideUserInfoCall(makeChecks(statuses))).toEqual({
      kind: "warn",
      reason: expect.stringMatching(/\.$/),
    });
  });
});

describe("a code flow", () => {
  const shared = makeChecks(request).results;
  const exchanged = (statuses: Statuses) =>
    makeChecks(statuses).results.map((it) => ({ ...it, source: "token_endpoint" as const }));
  const done = (...results: readonly (readonly Check[])[]): Checks => ({
    status: "done",
    results: results.flat(),
  });
  const redirectTie: Statuses = { "id_token.c_hash_present": "pass", "id_token.c_hash": "pass" };
  const fromRedirect = makeChecks({ ...idToken, ...redirectTie }).results;
  const unsigned: Statuses = { ...idToken, "id_token.signature": "skipped" };

  test.each([
    ["for a code alone", done(shared, exchanged({ ...idToken, ...opaqueAccessToken }))],
    [
      "of both endpoints",
      done(shared, fromRedirect, exchanged({ ...idToken, ...opaqueAccessToken })),
    ],
  ])("has verified tokens %s", (_case, checks) => {
    expect(computeTrust(checks)).toEqual({ level: "verified" });
    expect(computeTokenTrust(checks, "id_token")).toEqual({ level: "verified" });
    expect(decideUserInfoCall(checks)).toEqual({ kind: "allow" });
  });

  test.each([
    ["the redirect’s", done(shared, makeChecks(unsigned).results, exchanged(idToken)), "redirect"],
    ["the exchanged", done(shared, fromRedirect, exchanged(unsigned)), "token_endpoint"],
  ] as const)("is unverified if %s ID token is unverified", (_case, checks, source) => {
    expect(computeTrust(checks).level).toBe("unverified");
    expect(computeTokenTrust(checks, "id_token", source).level).toBe("unverified");
    const other = source === "redirect" ? "token_endpoint" : "redirect";
    expect(computeTokenTrust(checks, "id_token", other).level).toBe("verified");
  });

  test.each(["redirect", "token_endpoint"] as const)(
    "has a verified ID token of the %s if the exchange also has checks of its response",
    (source) => {
      const exchange = exchanged({ "response.tokens": "pass", ...idToken, ...opaqueAccessToken });
      const checks = done(shared, fromRedirect, exchange);
      expect(computeTokenTrust(checks, "id_token", source)).toEqual({ level: "verified" });
    },
  );

  test("is unverified if the ID token's c_hash was not compared", () => {
    const redirect = { ...idToken, "id_token.c_hash_present": "pass" } as const;
    const checks = done(shared, makeChecks(redirect).results);
    expect(computeTrust(checks)).toMatchObject({
      level: "unverified",
      reason: expect.stringContaining("c_hash"),
    });
  });

  test("sends no access token to UserInfo if the ID tokens name two users", () => {
    const checks = done(shared, fromRedirect, exchanged({ "id_token.same_user": "fail" }));
    expect(decideUserInfoCall(checks).kind).toBe("refuse");
  });
});
