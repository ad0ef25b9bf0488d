import { describe, expect, test, vi } from "vitest";
import type { DemoOrgStatus } from "./demo-org-status.ts";
import { exchangeCode } from "./exchange-code.ts";
import { buildRun, encryptedToken, testClaims } from "./result/test-run.ts";
import type { Run, TokenRequestState } from "./run.ts";

const issuer = "https://dev-123.okta.com";
const tokenEndpoint = `${issuer}/oauth2/v1/token`;
const redirectUri = "http://localhost:5173/";
const foreign = "https://tokens.example/v1/token";
const waiting: TokenRequestState = {
  status: "unsent",
  reason: "not_started",
  tokenEndpoint: undefined,
  codeVerifier: "verifier-1",
};

// Made with `printf code-1 | openssl dgst -sha256 -binary | head -c 16 | basenc --base64url`
const codeHash = "Ub1mOf7XwLSCavbAa_5PTA";

function buildCodeRun({ request, parameters, ...parts }: Parameters<typeof buildRun>[0] = {}): Run {
  return buildRun({
    tokenRequest: waiting,
    ...parts,
    parameters: { code: "code-1", ...parameters },
    request: request === null ? null : { org: "own", responseType: "code", ...request },
  });
}

type Given = {
  metadata?: object | "unreachable";
  respond?: () => Promise<Response>;
  allowsForeignEndpoint?: boolean;
  demoOrg?: readonly DemoOrgStatus["status"][];
};

/** Exchanges a code at an issuer, and records each step and each request. */
async function exchange(run: Run, given: Given = {}) {
  const requests: { url: string; body: Record<string, string> | undefined }[] = [];
  const steps: TokenRequestState[] = [];
  const statuses = [...(given.demoOrg ?? ["ready" as const])];
  const start = vi.fn();
  let notify: () => void = () => undefined;
  const exchanged = exchangeCode(run, {
    redirectUri,
    nowSeconds: () => 1_700_000_000,
    allowsForeignEndpoint: given.allowsForeignEndpoint ?? false,
    onChange: async (step) => void steps.push(step),
    demoOrg: {
      start,
      getStatus: () => toStatus(statuses[0]),
      subscribe(listener) {
        notify = listener;
        return () => undefined;
      },
    },
    async fetch(input, init) {
      const url = String(input);
      const { body } = init ?? {};
      requests.push({
        url,
        body: typeof body === "string" ? Object.fromEntries(new URLSearchParams(body)) : undefined,
      });
      if (!url.includes(".well-known")) {
        return given.respond?.() ?? Response.json({ access_token: "at", token_type: "Bearer" });
      }
      if (given.metadata === "unreachable") throw new TypeError("Failed to fetch");
      const document = { issuer, authorization_endpoint: `${issuer}/a`, jwks_uri: `${issuer}/k` };
      return Response.json({ ...document, token_endpoint: tokenEndpoint, ...given.metadata });
    },
  });
  while (statuses.length > 1) {
    statuses.shift();
    notify();
  }
  await exchanged;
  const posted = requests.filter(({ body }) => body);
  return { steps, last: steps.at(-1), posted, requests, hasStarted: start.mock.calls.length > 0 };
}

function toStatus(status: DemoOrgStatus["status"] = "ready"): DemoOrgStatus {
  return status === "unavailable" ? { status, reason: "unsupported" } : { status };
}

describe(exchangeCode, () => {
  test("sends the code and its verifier to the token endpoint, once", async () => {
    const { posted, steps } = await exchange(buildCodeRun());
    expect(posted).toEqual([
      {
        url: tokenEndpoint,
        body: {
          grant_type: "authorization_code",
          client_id: "0oaoiuhhch8VRtBnC0h7",
          redirect_uri: redirectUri,
          code: "code-1",
          code_verifier: "verifier-1",
        },
      },
    ]);
    expect(steps.map(({ status }) => status)).toEqual(["sending", "sending", "sent"]);
    expect(steps.at(-1)).toMatchObject({
      tokenEndpoint,
      sentAtSeconds: 1_700_000_000,
      exchange: { kind: "success", accessToken: { raw: "at" } },
    });
    expect(JSON.stringify(steps.at(-1))).not.toContain("verifier-1");
  });

  test.each([
    ["an error", async () => Response.json({ error: "invalid_grant" }, { status: 400 }), "error"],
    ["a page", async () => new Response("<!doctype html>"), "unreadable"],
    ["no response", async () => Promise.reject(new TypeError("Failed to fetch")), "unreachable"],
  ])("keeps %s as the outcome, and does not send the code again", async (_case, respond, kind) => {
    const { posted, last } = await exchange(buildCodeRun(), { respond });
    expect(posted).toHaveLength(1);
    expect(last).toMatchObject({ status: "sent", exchange: { kind } });
  });

  test("stores only the beginning of an HTML page", async () => {
    const respond = async () => new Response("<p>".repeat(100_000));
    const { last } = await exchange(buildCodeRun(), { respond });
    expect(JSON.stringify(last).length).toBeLessThan(20_000);
  });

  test.each([
    ["can’t be reached", "unreachable" as const],
    ["names no token endpoint", { token_endpoint: undefined }],
    ["names something that is not a URL", { token_endpoint: "javascript:0" }],
  ])("uses Okta’s path if the metadata %s", async (_case, metadata) => {
    const { posted } = await exchange(buildCodeRun(), { metadata });
    expect(posted.map(({ url }) => url)).toEqual([tokenEndpoint]);
  });

  test("sends nothing if the metadata names another issuer", async () => {
    const metadata = { issuer: "https://other.example" };
    const { posted, last } = await exchange(buildCodeRun(), { metadata });
    expect(posted).toEqual([]);
    expect(last).toMatchObject({ reason: "other_issuer", codeVerifier: undefined });
  });

  test("needs no metadata if the page knew it when it sent the request", async () => {
    const known = `${issuer}/token-endpoint`;
    const { requests } = await exchange(buildCodeRun({ request: { tokenEndpoint: known } }));
    expect(requests.map(({ url }) => url)).toEqual([known]);
  });

  test("sends to a custom server’s own endpoint", async () => {
    const server = { kind: "custom", id: "default" } as const;
    const { posted } = await exchange(buildCodeRun({ request: { server } }), {
      metadata: "unreachable",
    });
    expect(posted[0]?.url).toBe(`${issuer}/oauth2/default/v1/token`);
  });

  test.each([
    ["in the metadata", { metadata: { token_endpoint: foreign } }, {}],
    ["known before", {}, { tokenEndpoint: foreign }],
  ])("sends nothing to another origin before the user allows it: %s", async (_, given, request) => {
    const first = await exchange(buildCodeRun({ request }), given);
    expect(first.posted).toEqual([]);
    expect(first.last).toMatchObject({
      status: "unsent",
      reason: "foreign_endpoint",
      tokenEndpoint: foreign,
      codeVerifier: "verifier-1",
    });

    const allowed = await exchange(buildCodeRun({ tokenRequest: first.last }), {
      // The user allowed only the endpoint that the page named.
      metadata: { token_endpoint: "https://other.example/token" },
      allowsForeignEndpoint: true,
    });
    expect(allowed.posted.map(({ url }) => url)).toEqual([foreign]);
  });

  test("sends nothing to an origin that the build does not allow", async () => {
    vi.stubEnv("ALLOWED_ORGS", issuer);
    try {
      const metadata = { token_endpoint: "https://tokens.example/v1/token" };
      const { posted, last } = await exchange(buildCodeRun(), { metadata });
      expect(posted).toEqual([]);
      expect(last).toMatchObject({ exchange: { kind: "unreachable", because: "not_allowed" } });
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test.each([
    ["the right c_hash", codeHash, 1],
    ["the hash of another code", "77QmUPtjPfzWtF2AnpK9RQ", 0],
  ])("sends a code beside an ID token with %s %s: %d times", async (_case, c_hash, count) => {
    const run = buildCodeRun({
      idToken: { ...testClaims.fat, c_hash },
      request: { responseType: "code id_token" },
    });
    const { posted, last } = await exchange(run);
    expect(posted).toHaveLength(count);
    if (count === 0) {
      expect(last).toMatchObject({ reason: "check_failed", codeVerifier: undefined });
    }
  });

  test("waits for a click with a code beside an encrypted ID token, which hides its c_hash", async () => {
    const parts = { idToken: encryptedToken, request: { responseType: "code id_token" } } as const;
    const first = await exchange(buildCodeRun(parts));
    expect(first.requests).toEqual([]);
    expect(first.last).toEqual({ ...waiting, reason: "encrypted_id_token" });

    const clicked = await exchange(buildCodeRun({ ...parts, tokenRequest: first.last }));
    expect(clicked.posted).toHaveLength(1);
  });

  test("waits twice if the token endpoint is on another host, too", async () => {
    const parts = { idToken: encryptedToken, request: { responseType: "code id_token" } } as const;
    const metadata = { token_endpoint: foreign };
    const { last } = await exchange(
      buildCodeRun({ ...parts, tokenRequest: { ...waiting, reason: "encrypted_id_token" } }),
      { metadata },
    );
    expect(last).toMatchObject({ reason: "foreign_endpoint", codeVerifier: "verifier-1" });
    const run = buildCodeRun({ ...parts, tokenRequest: last });
    const { posted } = await exchange(run, { metadata, allowsForeignEndpoint: true });
    expect(posted.map(({ url }) => url)).toEqual([foreign]);
  });

  test("never sends a code beside an ID token that can’t be decoded", async () => {
    const run = buildCodeRun({ idToken: "a.b.c.d.e", request: { responseType: "code id_token" } });
    const { requests, last } = await exchange(run);
    expect(requests).toEqual([]);
    expect(last).toMatchObject({ reason: "check_failed", codeVerifier: undefined });
  });

  test("starts the demo org and waits until it runs", async () => {
    const run = buildCodeRun({ request: { org: "demo" } });
    const given = { demoOrg: ["starting", "starting", "ready"] } as const;
    const { posted, hasStarted } = await exchange(run, given);
    expect([posted.length, hasStarted]).toEqual([1, true]);
    expect((await exchange(buildCodeRun())).hasStarted).toBe(false);
  });

  test("sends nothing to a demo org that can’t run, and keeps the verifier", async () => {
    const run = buildCodeRun({ request: { org: "demo" } });
    const { requests, last } = await exchange(run, { demoOrg: ["starting", "unavailable"] });
    expect(requests).toEqual([]);
    expect(last).toEqual(waiting);
  });

  test.each([
    ["that this tab did not request", buildCodeRun({ request: null })],
    [
      "without its verifier",
      buildCodeRun({ tokenRequest: { ...waiting, codeVerifier: undefined } }),
    ],
    ["that is missing", buildRun({ idToken: testClaims.fat, tokenRequest: waiting })],
  ])("does nothing for a code %s", async (_case, run) => {
    const { requests, steps } = await exchange(run);
    expect([requests, steps]).toEqual([[], []]);
  });
});
