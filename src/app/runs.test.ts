import { describe, expect, test } from "vitest";
import { parseResponse } from "../oidc/parsed-response.ts";
import type { Run } from "./run.ts";
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

function saveIn(room: number, runs: readonly Run[]) {
  const session = createTestStorage(room);
  const result = saveRuns(
    createTabStorage(() => session),
    runs,
  );
  const reloaded = loadRuns(
    createTabStorage(() => session),
    receivedAt,
  );
  return { ...result, shown: idsOf(result.runs), reloaded: idsOf(reloaded) };
}

const large = (length: number) => `error=${"x".repeat(length)}`;

describe(saveRuns, () => {
  test("loads what it saved", () => {
    const run = buildRun("1", { number: 7 }, "id_token=a.b.c&state=s");
    const session = createTestStorage();
    saveRuns(
      createTabStorage(() => session),
      [run],
    );
    expect(
      loadRuns(
        createTabStorage(() => session),
        receivedAt,
      ),
    ).toEqual([run]);
  });

  test("drops the oldest run where not all fit, and says so", () => {
    const runs = [
      requested("1", large(400)),
      requested("2", large(400)),
      requested("3", large(400)),
    ];
    expect(saveIn(1400, runs)).toMatchObject({
      status: "dropped",
      shown: ["2", "3"],
      reloaded: ["2", "3"],
    });
  });

  test("drops a forged run before an older one that was requested", () => {
    const runs = [requested("1", large(400)), forged("2", large(400)), requested("3", large(400))];
    expect(saveIn(1400, runs)).toMatchObject({ status: "dropped", reloaded: ["1", "3"] });
  });

  test("drops no requested run for a forged one", () => {
    const runs = [requested("1", large(400)), requested("2", large(400)), forged("3", large(400))];
    expect(saveIn(1400, runs)).toMatchObject({
      status: "unsaved",
      shown: ["1", "2", "3"],
      reloaded: ["1", "2"],
    });
  });

  test("keeps the others where the newest run does not fit", () => {
    const runs = [requested("1", large(100)), requested("2", large(2000))];
    expect(saveIn(900, runs)).toMatchObject({
      status: "unsaved",
      shown: ["1", "2"],
      reloaded: ["1"],
    });
  });
});

describe(loadRuns, () => {
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

  test("keeps an error, which holds no token", () => {
    const runs = [requested("1")];
    expect(dropExpiredRuns(runs, receivedAt + 1e6)).toEqual(runs);
  });
});

test("keeps a token for an hour that this computer’s clock already calls expired", () => {
  const payload = btoa(JSON.stringify({ exp: receivedAt - 4 * 3600 })).replaceAll("=", "");
  const run = requested("r", `id_token=${btoa("{}")}.${payload}.c2ln`.replaceAll("=.", "."));
  expect(dropExpiredRuns([run], receivedAt + 3600)).toEqual([run]);
  expect(dropExpiredRuns([run], receivedAt + 3601)).toEqual([]);
});
