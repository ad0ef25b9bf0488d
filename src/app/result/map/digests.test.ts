import { describe, expect, test } from "vitest";
import { createTabStorage } from "../../tab-storage.ts";
import { createTestStorage } from "../../test-storage.ts";
import {
  addDigest,
  adoptUser,
  assignUser,
  findDigest,
  loadDigests,
  saveDigests,
} from "./digests.ts";
import {
  buildMapRow,
  buildSeen,
  buildTestDigest,
  clientId,
  orgUrl,
  predictCell,
  seenAtSeconds,
  userId,
} from "./test-map.ts";

const noGroups = buildSeen({ kind: "claims", claims: [] });
const refused = (error: string) =>
  buildTestDigest({ cells: { idToken: buildSeen({ kind: "refused", error }) } });

describe("storing digests", () => {
  test("keeps them for the next load", () => {
    const storage = createTabStorage(() => createTestStorage());
    saveDigests(storage, [buildTestDigest()]);
    expect(loadDigests(storage)).toEqual([buildTestDigest()]);
  });

  test("removes the reasons of predictions, which can name groups", () => {
    const items = createTestStorage();
    const { cells } = buildMapRow({ cells: { idToken: predictCell({ because: "Secret group" }) } });
    saveDigests(
      createTabStorage(() => items),
      [buildTestDigest({ predicted: cells })],
    );
    const stored = items.getItem("groups-explorer:map-digests");
    expect(stored).toContain('"predicted"');
    expect(stored).not.toContain("Secret group");
  });

  test.each<unknown>([
    null,
    [],
    { version: 2, digests: [] },
    { version: 1, digests: [{ orgUrl }] },
    { version: 1, digests: [{ ...buildTestDigest(), cells: { idToken: { cell: "x" } } }] },
  ])("doesn't accept other values on load: %o", (stored) => {
    const storage = createTabStorage(() => createTestStorage());
    storage.save("map-digests", stored);
    expect(loadDigests(storage)).toEqual([]);
  });
});

describe(findDigest, () => {
  test("ignores the order of scopes", () => {
    const digests = [buildTestDigest()];
    expect(
      findDigest(digests, { ...buildTestDigest(), scopes: ["groups", "openid"] }),
    ).toBeDefined();
  });

  test.each([
    { userId: "00uother" },
    { userId: undefined },
    { scopes: ["openid"] },
    { clientId: "0oaother" },
    { orgUrl: "https://other.okta.com" },
    { responseType: "code" as const },
    { server: { kind: "custom", id: "default" } as const },
  ])("finds no digest that differs in %o", (other) => {
    expect(findDigest([buildTestDigest()], { ...buildTestDigest(), ...other })).toBeUndefined();
  });
});

describe(addDigest, () => {
  const later = seenAtSeconds + 10;

  test("replaces seen cells, and keeps cells that the new response lacks", () => {
    const userInfo = buildSeen({ kind: "claims", claims: [] }, "run-1");
    const earlier = buildTestDigest();
    const both = { ...earlier, cells: { ...earlier.cells, userInfo } };
    const again = buildTestDigest({ receivedAtSeconds: later, cells: { idToken: noGroups } });
    const [digest, ...others] = addDigest([both], again);
    expect(others).toEqual([]);
    expect(digest?.cells).toEqual({ idToken: noGroups, userInfo });
  });

  test("keeps the link to the first run if a fill returns an equal cell", () => {
    const { idToken } = buildTestDigest().cells;
    const same = { ...idToken, cell: idToken?.cell ?? noGroups.cell, receivedAtSeconds: later };
    const { runId: _, ...withoutRun } = same;
    const [digest] = addDigest(
      [buildTestDigest()],
      buildTestDigest({ receivedAtSeconds: later, cells: { idToken: withoutRun } }),
    );
    expect(digest?.cells.idToken?.runId).toBe("run-1");
  });

  test("ignores a run that is older than the stored response", () => {
    const newer = buildTestDigest({ receivedAtSeconds: later, cells: { idToken: noGroups } });
    expect(addDigest([newer], buildTestDigest())).toEqual([newer]);
  });
});

describe("a refusal without a user", () => {
  const { userId: _, ...anonymous } = refused("access_denied");

  test("is assigned to the user who was signed in", () => {
    const old = { ...anonymous, receivedAtSeconds: seenAtSeconds - 100 };
    const user = { orgUrl, clientId, userId };
    const assigned = assignUser([old, anonymous], user, seenAtSeconds);
    expect(assigned.map((it) => it.userId)).toEqual([undefined, userId]);
  });

  test("is assigned to the newest user only if the error depends on the request alone", () => {
    const { userId: _id, ...invalidScope } = refused("invalid_scope");
    expect(adoptUser([buildTestDigest()], invalidScope).userId).toBe(userId);
    expect(adoptUser([buildTestDigest()], anonymous).userId).toBeUndefined();
    expect(adoptUser([], invalidScope).userId).toBeUndefined();
  });
});
