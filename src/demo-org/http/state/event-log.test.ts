import { describe, expect, test } from "vitest";
import { createMemoryStore, type Store } from "../../store.ts";
import { createTestOrg } from "../../test-support/test-org.ts";
import { createEventLog, type LogEvent } from "./event-log.ts";

const event = (displayMessage: string): LogEvent => ({
  uuid: "1",
  publishedAt: 0,
  eventType: "user.session.start",
  displayMessage,
  actor: { id: "1", type: "User", alternateId: null, displayName: null },
  targets: [],
  transactionId: "1",
  userAgent: null,
  debugData: {},
});

describe(createEventLog, () => {
  test("keeps the latest thousand events, in order", async () => {
    const log = createEventLog(createMemoryStore());
    for (let count = 1; count <= 1203; count++) log.add(event(String(count)));
    const entries = await log.read();
    expect(entries).toHaveLength(1000);
    expect(entries.map(({ event }) => event.displayMessage)).toEqual(
      Array.from({ length: 1000 }, (_, index) => String(index + 204)),
    );
  });

  test("continues its numbering after a restart", async () => {
    const store = createMemoryStore();
    const before = createEventLog(store);
    before.add(event("before"));
    await before.read();
    const after = createEventLog(store);
    after.add(event("after"));
    const entries = await after.read();
    expect(entries.map(({ event }) => event.displayMessage)).toEqual(["before", "after"]);
  });

  test("is empty after it was cleared, and accepts new events", async () => {
    const log = createEventLog(createMemoryStore());
    log.add(event("old"));
    await log.clear();
    log.add(event("new"));
    expect(await log.read()).toMatchObject([{ sequence: 1, event: { displayMessage: "new" } }]);
  });

  test("ignores entries in an outdated format", async () => {
    const store = createMemoryStore();
    await store.set("system log", 2);
    await store.set("system log 1", { sequence: 1, event: { title: "of old" } });
    expect(await createEventLog(store).read()).toEqual([]);
  });
});

test("a sign-in works even if logging fails", async () => {
  const org = await createTestOrg();
  const { set } = org.store;
  const full: Store["set"] = (key, value) =>
    key.startsWith("system log") ? Promise.reject(new Error("QuotaExceeded")) : set(key, value);
  Object.assign(org.store, { set: full });
  const response = await org.openBrowser().signIn("it.user@example.com");
  expect(response.headers.get("Location")).toContain("#id_token=");
});
