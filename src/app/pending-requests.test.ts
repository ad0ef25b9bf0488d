import { describe, expect, test } from "vitest";
import {
  addPendingRequest,
  loadPendingRequests,
  removePendingRequest,
  type SentRequest,
} from "./pending-requests.ts";
import { createTabStorage } from "./tab-storage.ts";
import { createTestStorage } from "./test-storage.ts";

const sentAt = 1_700_000_000;

const request = (state: string, sentAtSeconds = sentAt): SentRequest => ({
  state,
  nonce: "n",
  org: "demo",
  orgUrl: "http://localhost:5173/demo-org",
  server: { kind: "org" },
  clientId: "0oa",
  responseType: "id_token",
  scopes: ["openid", "groups"],
  query: "",
  sentAtSeconds,
});

const createStorage = () => createTabStorage(() => createTestStorage());
const statesAt = (storage: ReturnType<typeof createStorage>, nowSeconds: number) =>
  loadPendingRequests(storage, nowSeconds).map(({ state }) => state);

describe(loadPendingRequests, () => {
  test("loads the newest request first", () => {
    const storage = createStorage();
    addPendingRequest(storage, request("first"));
    addPendingRequest(storage, request("second", sentAt + 1));
    expect(statesAt(storage, sentAt + 2)).toEqual(["second", "first"]);
  });

  test.each([
    ["is still pending after 15 minutes", 900, ["s"]],
    ["has expired a second later", 901, []],
  ])("%s", (_case, age, states) => {
    const storage = createStorage();
    addPendingRequest(storage, request("s"));
    expect(statesAt(storage, sentAt + age)).toEqual(states);
  });

  test("removes a request that got its response", () => {
    const storage = createStorage();
    addPendingRequest(storage, request("a"));
    addPendingRequest(storage, request("b"));
    removePendingRequest(storage, "a", sentAt);
    expect(statesAt(storage, sentAt)).toEqual(["b"]);
  });

  test.each([
    ["an older format", [request("s")]],
    ["another version", { version: 2, requests: [request("s")] }],
    ["another app’s value", { requests: 1 }],
  ])("drops %s", (_case, value) => {
    const storage = createStorage();
    storage.save("pending-requests", value);
    expect(statesAt(storage, sentAt)).toEqual([]);
  });
});
