import { describe, expect, test } from "vitest";
import { land } from "./landing.ts";
import type { Run } from "./runs.ts";
import type { SentRequest } from "./sent-requests.ts";

const sent: SentRequest = {
  state: "state-1",
  nonce: "nonce-1",
  org: "demo",
  orgUrl: "http://localhost:5173/demo-org",
  server: { kind: "org" },
  clientId: "0oaoiuhhch8VRtBnC0h7",
  responseType: "id_token",
  scopes: ["openid", "groups"],
  query: "",
};

function landWith(fragment: string, runs: readonly Run[] = [], sentRequests = [sent]) {
  return land({
    fragment,
    sentRequests,
    runs,
    nowSeconds: 1_700_000_060,
    createId: () => "run-1",
  });
}

describe(land, () => {
  test("finds the request whose state came back", () => {
    expect(landWith("#id_token=a.b.c&state=state-1")).toEqual({
      id: "run-1",
      receivedAtSeconds: 1_700_000_060,
      fragment: "id_token=a.b.c&state=state-1",
      isRepeat: false,
      request: sent,
    });
  });

  test("makes nothing of a page opened without a fragment", () => {
    expect(landWith("")).toBeUndefined();
    expect(landWith("#")).toBeUndefined();
  });

  test.each([
    ["no state", "#id_token=a.b.c"],
    ["another state", "#id_token=a.b.c&state=state-2"],
    ["the state twice", "#id_token=a.b.c&state=state-1&state=state-1"],
    ["a state that only begins like ours", "#id_token=a.b.c&state=state-1%20"],
  ])("ties an answer with %s to no request, but keeps what was expected", (_case, fragment) => {
    const run = landWith(fragment);
    expect(run).toMatchObject({ fragment: fragment.slice(1), expectedState: "state-1" });
    expect(run).not.toHaveProperty("request");
  });

  test("expects nothing where this tab has sent nothing", () => {
    expect(landWith("#id_token=a.b.c&state=state-1", [], [])).not.toHaveProperty("expectedState");
  });

  test("knows an answer that was here before", () => {
    const before: Run = {
      id: "run-0",
      receivedAtSeconds: 1_700_000_000,
      fragment: "id_token=a.b.c&state=state-1",
      isRepeat: false,
      request: sent,
    };
    expect(landWith("#id_token=a.b.c&state=state-1", [before], [])).toMatchObject({
      isRepeat: true,
    });
  });
});
