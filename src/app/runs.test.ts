import { describe, expect, test } from "vitest";
import { parseResponse } from "../oidc/parsed-response.ts";
import { buildTokenRequest } from "./result/test-run.ts";
import type { Run, TokenRequestState } from "./run.ts";
import { addRun, dropExpiredRuns, loadRuns, saveRuns } from "./runs.ts";
import { createTabStorage } from "./tab-storage.ts";
import { createTestStorage } from "./test-storage.ts";

const receivedAt = 1_700_000_000;

function buildRun(
  id: string,
  change: Partial<Run> = {},
  responseText = "error=access_denied",
): Run {
  return {
    id,
    number: 1,
    receivedAtSeconds: receivedAt,
    origin: "requested",
    request: undefined,
    expectedState: undefined,
    response: parseResponse(responseText, "fragment"),
    responseText,
    tokenRequest: undefined,
    userInfo: undefined,
    ...change,
  };
}

const requested = (id: string, text?: string) => buildRun(id, {}, text);
const forged = (id: string, text?: string) => buildRun(id, { origin: "unexpected" }, text);
const idsOf = (runs: readonly Run[]) => runs.map(({ id }) => id);
const addAll = (runs: readonly Run[]) =>
  runs.reduce<readonly Run[]>((kept, run) => addRun(kept, run), []);
const repeat = (count: number, build: (id: string) => Run, prefix: string) =>
  Array.from({ length: count }, (_, index) => build(`${prefix}${index + 1}`));

describe(addRun, () => {
  test("keeps the newest twelve", () => {
    const kept = addAll(repeat(14, requested, "r"));
    expect(idsOf(kept)).toEqual(idsOf(repeat(14, requested, "r").slice(2)));
  });

  test("keeps a requested run through fifteen forged responses", () => {
    const kept = addAll([requested("real"), ...repeat(15, forged, "forged")]);
    expect(kept).toHaveLength(12);
    expect(idsOf(kept)).toEqual(expect.arrayContaining(["real", "forged15"]));
  });

  test("keeps twelve requested runs, and shows a forged one beside them until the next", () => {
    const twelve = addAll(repeat(12, requested, "r"));
    const kept = addAll([...twelve, forged("f1"), forged("f2")]);
    expect(idsOf(kept)).toEqual([...idsOf(twelve), "f2"]);
    expect(idsOf(addRun(kept, requested("r13")))).toEqual([...idsOf(twelve.slice(1)), "r13"]);
  });
});

/** A storage that stays when the tab is opened again. */
function createTab(room?: number) {
  const session = createTestStorage(room);
  return () => createTabStorage(() => session);
}

const large = (length: number) => `error=${"x".repeat(length)}`;

describe(saveRuns, () => {
  test("loads what it saved", () => {
    const run = buildRun("1", { number: 7 }, "id_token=a.b.c&state=s");
    const claimOrigins = new Map([
      ["roles", "groups"],
      ["__proto__", "other"],
    ] as const);
    const runs = [run, { ...run, id: "2", claimOrigins }];
    const open = createTab();
    saveRuns(open(), runs);
    expect(loadRuns(open(), receivedAt)).toEqual(runs);
  });

  test("keeps at most 100 claim origins, those of groups first, and none of a long name", () => {
    const others = Array.from({ length: 200 }, (_, index) => [`c${index}`, "other"] as const);
    const claimOrigins = new Map([
      ["x".repeat(101), "groups"],
      ...others,
      ["roles", "groups"],
    ] as const);
    const open = createTab();
    saveRuns(open(), [buildRun("1", { claimOrigins })]);
    const [loaded] = loadRuns(open(), receivedAt);
    const kept = [["roles", "groups"], ...others.slice(0, 99)];
    expect([...(loaded?.claimOrigins ?? [])]).toEqual(kept);
  });

  const exchanged = buildTokenRequest({ idToken: "a.b.c" });
  const codeVerifier = "verifier-1";

  const tokenEndpoint = "https://dev-1.okta.com/oauth2/v1/token";
  const unused = { tokenEndpoint: undefined, codeVerifier };
  const interrupted = { tokenEndpoint, codeVerifier };

  test.each<[string, TokenRequestState, loaded?: TokenRequestState]>([
    ["an exchanged code", exchanged],
    [
      "a code whose exchange begins, as not started",
      { status: "sending", ...unused },
      { status: "unsent", reason: "not_started", ...unused },
    ],
    [
      "a code that was sent, as interrupted",
      { status: "sending", ...interrupted },
      { status: "unsent", reason: "interrupted", ...interrupted },
    ],
    [
      "a code that must not be used",
      { ...unused, status: "unsent", reason: "check_failed", codeVerifier: undefined },
    ],
    [
      "a token request without a response",
      {
        status: "sent",
        tokenEndpoint,
        sentAtSeconds: receivedAt,
        exchange: { kind: "unreachable", because: "failed" },
        responseText: { kind: "unreachable", because: "failed" },
      },
    ],
  ])("loads %s", (_case, tokenRequest, loaded = tokenRequest) => {
    const open = createTab();
    saveRuns(open(), [buildRun("1", { tokenRequest }, "code=c&state=s")]);
    expect(loadRuns(open(), receivedAt)[0]?.tokenRequest).toEqual(loaded);
  });

  test("stores a placeholder for a refresh token, and everything else", () => {
    const storage = createTab();
    const members = { refresh_token: 'RT-"1', scope: "openid" };
    const tokenRequest = buildTokenRequest({ members });
    saveRuns(storage(), [buildRun("1", { tokenRequest }, "code=c&state=s")]);
    expect(JSON.stringify(storage().load("runs"))).not.toContain("RT-");
    const loaded = loadRuns(storage(), receivedAt)[0]?.tokenRequest;
    expect(loaded).toMatchObject({
      exchange: { kind: "success", refreshToken: "{refresh_token}", scope: "openid" },
    });
  });

  const big = large(400);

  test.each([
    [
      "drops the oldest run where not all fit, and says so",
      1400,
      [requested("1", big), requested("2", big), requested("3", big)],
      { status: "storage_full", shown: ["2", "3"], reloaded: ["2", "3"] },
    ],
    [
      "drops a forged run before an older one that was requested",
      1400,
      [requested("1", big), forged("2", big), requested("3", big)],
      { status: "storage_full", shown: ["1", "3"], reloaded: ["1", "3"] },
    ],
    [
      "drops no requested run for a forged one",
      1400,
      [requested("1", big), requested("2", big), forged("3", big)],
      { status: "unsaved", shown: ["1", "2", "3"], reloaded: ["1", "2"] },
    ],
    [
      "keeps the others where the newest run does not fit",
      900,
      [requested("1", large(100)), requested("2", large(2000))],
      { status: "unsaved", shown: ["1", "2"], reloaded: ["1"] },
    ],
  ])("%s", (_case, room, runs, expected) => {
    const open = createTab(room);
    const { status, runs: shown } = saveRuns(open(), runs);
    const reloaded = loadRuns(open(), receivedAt);
    expect({ status, shown: idsOf(shown), reloaded: idsOf(reloaded) }).toEqual(expected);
  });
});

describe(loadRuns, () => {
  test.each([
    ["keeps the verifier of a code for five minutes", 300, "verifier-1"],
    ["removes the verifier of a code that has expired", 301, undefined],
  ])("%s", (_case, ageSeconds, codeVerifier) => {
    const storage = createTabStorage(() => createTestStorage());
    const tokenRequest: TokenRequestState = {
      status: "unsent",
      reason: "foreign_endpoint",
      tokenEndpoint: "https://other.example/token",
      codeVerifier: "verifier-1",
    };
    saveRuns(storage, [buildRun("1", { tokenRequest }, "code=c&state=s")]);
    const [run] = loadRuns(storage, receivedAt + ageSeconds);
    expect(run?.tokenRequest).toEqual({ ...tokenRequest, codeVerifier });
    const isStored = JSON.stringify(storage.load("runs")).includes("verifier-1");
    expect(isStored).toBe(codeVerifier !== undefined);
  });

  test("removes runs from the storage whose tokens expired more than an hour ago", () => {
    const storage = createTabStorage(() => createTestStorage());
    saveRuns(storage, [requested("1", "access_token=t&expires_in=300")]);
    expect(loadRuns(storage, receivedAt + 3901)).toEqual([]);
    expect(storage.keys()).toEqual([]);
  });

  test.each([
    ["an older format", [{ id: "1", fragment: "id_token=a.b.c" }]],
    ["another version", { version: 1, runs: [] }],
    ["a run without its text", { version: 3, runs: [{ id: "1" }] }],
  ])("drops %s", (_case, value) => {
    const storage = createTabStorage(() => createTestStorage());
    storage.save("runs", value);
    expect(loadRuns(storage, receivedAt)).toEqual([]);
  });
});

const encode = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, "");
const buildToken = (exp: number) => `${encode({ alg: "RS256" })}.${encode({ exp })}.c2ln`;

describe(dropExpiredRuns, () => {
  test.each([
    ["an hour after its ID token expired", `id_token=${buildToken(receivedAt + 60)}`, 60],
    ["an hour after expires_in", "access_token=t&expires_in=300", 300],
    [
      "an hour after the later of two",
      `id_token=${buildToken(receivedAt + 60)}&access_token=t&expires_in=300`,
      300,
    ],
    ["two hours after a response with two ID tokens was received", "id_token=a&id_token=b", 3600],
    ["two hours after an unreadable token was received", "id_token=unreadable", 3600],
    [
      "25 hours after a token with a far expiry was received",
      `id_token=${buildToken(9e11)}`,
      86_400,
    ],
  ])("drops a run %s", (_case, text, expiresInSeconds) => {
    const runs = [requested("1", text)];
    const lastSecond = receivedAt + expiresInSeconds + 3600;
    expect(dropExpiredRuns(runs, lastSecond)).toEqual(runs);
    expect(dropExpiredRuns(runs, lastSecond + 1)).toEqual([]);
  });

  test.each([
    ["an hour after the access token of its code expired", { accessToken: "t" }, 3600],
    [
      "an hour after the ID token of its code expired",
      { accessToken: "t", idToken: buildToken(receivedAt + 7200) },
      7200,
    ],
    ["two hours after an unreadable token response", { members: { access_token: 1 } }, 3600],
  ])("drops a run %s", (_case, parts, expiresInSeconds) => {
    const tokenRequest = buildTokenRequest({ sentAtSeconds: receivedAt, ...parts });
    const runs = [buildRun("1", { tokenRequest }, "code=c")];
    const lastSecond = receivedAt + expiresInSeconds + 3600;
    expect(dropExpiredRuns(runs, lastSecond)).toEqual(runs);
    expect(dropExpiredRuns(runs, lastSecond + 1)).toEqual([]);
  });

  test("keeps an error, which holds no token", () => {
    const runs = [requested("1")];
    expect(dropExpiredRuns(runs, receivedAt + 1e6)).toEqual(runs);
  });
});

test("keeps a new token for an hour although a fast clock calls it expired", () => {
  const payload = btoa(JSON.stringify({ exp: receivedAt - 4 * 3600 })).replaceAll("=", "");
  const run = requested("r", `id_token=${btoa("{}")}.${payload}.c2ln`.replaceAll("=.", "."));
  expect(dropExpiredRuns([run], receivedAt + 3600)).toEqual([run]);
  expect(dropExpiredRuns([run], receivedAt + 3601)).toEqual([]);
});
