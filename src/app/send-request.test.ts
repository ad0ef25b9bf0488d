import { describe, expect, test } from "vitest";
import { loadPendingRequests, type PendingRequest } from "./pending-requests.ts";
import { buildRun } from "./result/test-run.ts";
import type { Run } from "./run.ts";
import { loadRuns, saveRuns } from "./runs.ts";
import { saveRequest } from "./send-request.ts";
import { createTabStorage } from "./tab-storage.ts";
import { createTestStorage } from "./test-storage.ts";

const sentAtSeconds = 1_700_000_000;

const request: PendingRequest = {
  state: "s",
  nonce: "n",
  org: "demo",
  orgUrl: "http://localhost:5173/demo-org",
  server: { kind: "org" },
  clientId: "0oa",
  responseType: "code",
  scopes: ["openid", "groups"],
  query: "",
  sentAtSeconds,
  codeVerifier: "v",
};

const build = (id: string, origin: Run["origin"]) => ({
  ...buildRun({ id, parameters: { error: "access_denied", error_description: "x".repeat(1000) } }),
  origin,
});

/** Saves the request in a storage that has the runs, and returns the requests and runs that a reload finds. */
function saveBeside(runs: readonly Run[], totalRoom: number) {
  const session = createTestStorage(undefined, totalRoom);
  const open = () => createTabStorage(() => session);
  expect(saveRuns(open(), runs).status).toBe("saved");
  const result = saveRequest(open(), request);
  return {
    result,
    states: loadPendingRequests(open(), sentAtSeconds).map(({ state }) => state),
    runs: loadRuns(open(), sentAtSeconds).map(({ id }) => id),
  };
}

describe(saveRequest, () => {
  const runs = [
    build("first", "requested"),
    build("forged", "unexpected"),
    build("last", "requested"),
  ];
  const room = JSON.stringify(runs.map(({ responseText }) => responseText)).length;

  test("keeps every run if there is room", () => {
    const saved = saveBeside(runs, room * 3);
    expect(saved).toEqual({ result: "saved", states: ["s"], runs: ["first", "forged", "last"] });
  });

  test("replaces a run that was not requested before the oldest run", () => {
    const used = measure(runs);
    expect(saveBeside(runs, used + 100)).toEqual({
      result: "saved",
      states: ["s"],
      runs: ["first", "last"],
    });
  });

  test("replaces the oldest run if all were requested", () => {
    const requested = runs.filter(({ origin }) => origin === "requested");
    expect(saveBeside(requested, measure(requested) + 100)).toMatchObject({
      states: ["s"],
      runs: ["last"],
    });
  });

  test("says that there is no room", () => {
    expect(saveBeside([], 100)).toEqual({ result: "full", states: [], runs: [] });
  });
});

function measure(runs: readonly Run[]): number {
  const session = createTestStorage();
  saveRuns(
    createTabStorage(() => session),
    runs,
  );
  return session.getItem("groups-explorer:runs")?.length ?? 0;
}
