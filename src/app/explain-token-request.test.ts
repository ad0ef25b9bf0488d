import { describe, expect, test } from "vitest";
import { explainTokenRequest } from "./explain-token-request.ts";
import { buildRun, buildTokenRequest, nowSeconds } from "./result/test-run.ts";
import type { Run, TokenRequestState } from "./run.ts";

const pageOrigin = "https://example.com";
const tokenEndpoint = "https://tokens.example/v1/token";

function explain(
  tokenRequest: TokenRequestState,
  change: Partial<Pick<Run, "origin">> & { org?: "demo" | "own"; ageSeconds?: number } = {},
) {
  const { org = "own", ageSeconds = 0, ...others } = change;
  const run = {
    ...buildRun({
      parameters: { code: "c" },
      request: { responseType: "code", org },
      tokenRequest,
    }),
    ...others,
  };
  const explained = explainTokenRequest(run, {
    pageOrigin,
    nowSeconds: nowSeconds + ageSeconds,
  });
  if (!explained) throw new Error("No explanation");
  const { title, sentences, steps, canExchange = false } = explained;
  return { text: [title, ...sentences, ...steps].join(" "), canExchange };
}

type Unsent = Extract<TokenRequestState, { status: "unsent" }>;
const unsent = (reason: Unsent["reason"]): Unsent => ({
  status: "unsent",
  reason,
  tokenEndpoint,
  codeVerifier: "v",
});

const unreachable = (because: "failed" | "timed_out" | "too_large"): TokenRequestState => ({
  status: "sent",
  tokenEndpoint,
  sentAtSeconds: nowSeconds,
  exchange: { kind: "unreachable", because },
  responseText: { kind: "unreachable", because },
});

const refused = (error_description: string, sentAtSeconds = nowSeconds) =>
  buildTokenRequest({ sentAtSeconds, members: { error: "invalid_grant", error_description } });

describe(explainTokenRequest, () => {
  test.each<[string, TokenRequestState, Parameters<typeof explain>[1], readonly string[]]>([
    ["tokens", buildTokenRequest({ idToken: "a.b.c" }), {}, ["an ID token and an access token"]],
    [
      "an access token alone",
      buildTokenRequest(),
      {},
      ["exchanged for an access token", "1 s after it arrived"],
    ],
    [
      "a code that was sent late",
      refused("The authorization code is invalid or has expired.", nowSeconds + 400),
      {},
      ["already used, has expired", "6 min 40 s after it arrived", "new request"],
    ],
    [
      "a replayed code",
      refused("The authorization code is invalid or has expired."),
      {},
      ["only once, and only for five minutes", "less than a second after it arrived"],
    ],
    ["a wrong verifier", refused("PKCE verification failed."), {}, ["verifier doesn’t match"]],
    [
      "a page",
      buildTokenRequest({ status: 500 }),
      {},
      ["status 500", "neither an access token nor an error"],
    ],
    [
      "a network failure",
      unreachable("failed"),
      {},
      ["CORS may", pageOrigin, "redirect URIs", "Trusted Origins"],
    ],
    ["a slow network", unreachable("timed_out"), {}, ["in time"]],
    ["a large response", unreachable("too_large"), {}, ["1 MB"]],
    ["another host", unsent("foreign_endpoint"), {}, [tokenEndpoint, "belongs to your org"]],
    ["a reload in between", unsent("interrupted"), {}, ["interrupted", "used up", "again"]],
    ["a reload before", unsent("not_started"), {}, ["not exchanged yet", "now"]],
    ["an old code", unsent("not_started"), { ageSeconds: 301 }, ["expired", "5 min 1 s ago"]],
    ["an encrypted ID token", unsent("encrypted_id_token"), {}, ["c_hash", "encryption is set up"]],
    ["another issuer", unsent("other_issuer"), {}, ["another issuer", "sent it nowhere"]],
    ["a failed check", unsent("check_failed"), {}, ["someone else’s sign-in"]],
    [
      "another tab",
      unsent("no_verifier"),
      { origin: "unexpected" },
      ["has no verifier", "same tab"],
    ],
    [
      "the Back button",
      unsent("no_verifier"),
      { origin: "repeated" },
      ["already received", "once"],
    ],
  ])("explains %s", (_case, tokenRequest, change, words) => {
    const { text } = explain(tokenRequest, change);
    for (const word of words) expect(text).toContain(word);
  });

  test.each([
    [300, true],
    [301, false],
  ])("a code can be exchanged for five minutes: after %d seconds", (ageSeconds, canExchange) => {
    expect(explain(unsent("interrupted"), { ageSeconds }).canExchange).toBe(canExchange);
  });

  test("a clock that was set back doesn’t age a code", () => {
    const sent = buildTokenRequest({ sentAtSeconds: nowSeconds - 5 });
    expect(explain(sent).text).toContain("less than a second after it arrived");
  });

  test("explains nothing without a code", () => {
    const run = buildRun({ idToken: "a.b.c" });
    expect(explainTokenRequest(run, { pageOrigin, nowSeconds })).toBeUndefined();
  });

  test("explains CORS only for your own org: the demo org has the page’s origin", () => {
    expect(explain(unreachable("failed"), { org: "demo" }).text).not.toContain("CORS");
  });
});
