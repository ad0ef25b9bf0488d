import { describe, expect, test } from "vitest";
import { demoClientId } from "../../request-draft.ts";
import { createTestStorage } from "../../test-storage.ts";
import { findLesson } from "../catalogue/lessons.ts";
import type { Lesson } from "../lesson.ts";
import { snapshotMarkerKey } from "../snapshot-marker.ts";
import { createLessonOrg } from "./lesson-org.ts";
import { createSnapshotStore } from "./snapshot-store.ts";

const groupsClaim = { name: "groups", valueType: "GROUPS", groupFilterType: "REGEX", value: ".*" };
const serverClaim = {
  id: "oclmine",
  name: "GroupsClaim",
  status: "ACTIVE",
  claimType: "RESOURCE",
  valueType: "GROUPS",
  value: ".*",
  group_filter_type: "REGEX",
  conditions: { scopes: [] },
  system: false,
  alwaysIncludeInToken: true,
};

/** A demo org as it exports itself, with a member that the page doesn't know. */
function buildOrg() {
  return {
    format: "okta-groups-explorer/org",
    version: 1,
    configuration: {
      orgId: "00o1",
      users: [{ id: "00u1", profile: { login: "it.user@example.com" } }],
      groups: [{ id: "00g1", profile: { name: "IT" } }],
      applications: [
        {
          id: "0oa1",
          label: "App",
          credentials: { oauthClient: { client_id: demoClientId } },
          profile: { kept: true },
          groupsClaim: groupsClaim as unknown,
        },
      ],
      customServers: [
        { id: "default", name: "default", scopes: [], claims: [serverClaim], policies: [] },
      ],
      codeFlowIdToken: "fat",
    },
  };
}

type Org = ReturnType<typeof buildOrg>;

function createOrg(initial: Org = buildOrg()) {
  const org = { current: initial, imports: 0, isDown: false, hasRoom: true, canRead: true };
  const storage = createTestStorage();
  const values = new Map<string, unknown>();
  const store = createSnapshotStore(() => storage, {
    async get(key) {
      if (!org.canRead) throw new DOMException("closed", "UnknownError");
      return values.get(key);
    },
    async set(key, value) {
      if (!org.hasRoom) throw new DOMException("full", "QuotaExceededError");
      values.set(key, structuredClone(value));
    },
    del: async (key) => void values.delete(key),
  });
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    if (org.isDown) throw new TypeError("offline");
    if (init?.method === "PUT") {
      org.imports += 1;
      org.current = JSON.parse(String(init.body));
    }
    return Response.json(org.current);
  };
  const lessonOrg = createLessonOrg("https://org.example", store, fetch);
  const change = (edit: (latest: Org) => void) => {
    org.current = structuredClone(org.current);
    edit(org.current);
  };
  return { org, storage, lessonOrg, change };
}

function lessonOf(id: string): Lesson {
  const lesson = findLesson(id);
  if (!lesson) throw new Error(`There is no lesson ${id}`);
  return lesson;
}

const groupsInIdToken = lessonOf("groups-in-id-token");
const fiveWays = lessonOf("five-ways-to-lose-groups");

describe("a step", () => {
  test("leaves the org unchanged if it is already set up", async () => {
    const { org, lessonOrg } = createOrg();
    expect(await lessonOrg.prepare(groupsInIdToken, 1)).toEqual({
      kind: "ready",
      hasChanged: false,
    });
    expect(org.imports).toBe(0);
  });

  test("changes the org only after the user allowed it, and names the changes", async () => {
    const { org, storage, lessonOrg } = createOrg();
    expect(await lessonOrg.prepare(groupsInIdToken, 3)).toEqual({
      kind: "needs-consent",
      parts: ["the app’s groups claim"],
    });
    expect(org.imports).toBe(0);
    expect(storage.getItem(snapshotMarkerKey)).toBeNull();

    expect(await lessonOrg.prepare(groupsInIdToken, 3, { hasConsent: true })).toEqual({
      kind: "ready",
      hasChanged: true,
    });
    const [app] = org.current.configuration.applications;
    expect(app?.groupsClaim).toMatchObject({ groupFilterType: "STARTS_WITH", value: "I" });
    expect(app?.profile).toEqual({ kept: true });
    expect(storage.getItem(snapshotMarkerKey)).not.toBeNull();
  });

  test("asks for consent once per lesson", async () => {
    const { lessonOrg } = createOrg();
    await lessonOrg.prepare(fiveWays, 3, { hasConsent: true });
    expect(await lessonOrg.prepare(fiveWays, 4)).toMatchObject({ kind: "ready" });
    expect(await lessonOrg.prepare(groupsInIdToken, 3)).toMatchObject({ kind: "needs-consent" });
  });

  test("keeps the user's changes until the step is set up again", async () => {
    const { lessonOrg, change } = createOrg();
    await lessonOrg.prepare(fiveWays, 3, { hasConsent: true });
    change(({ configuration: { applications } }) => {
      for (const app of applications) app.groupsClaim = groupsClaim;
    });
    expect(await lessonOrg.prepare(fiveWays, 3)).toEqual({ kind: "changed" });
    expect(await lessonOrg.prepare(fiveWays, 3, { again: true })).toMatchObject({ kind: "ready" });
  });

  test("keeps the user's changes if a link opens another step", async () => {
    const { org, lessonOrg, change } = createOrg();
    await lessonOrg.prepare(fiveWays, 3, { hasConsent: true });
    const isFromLink = true;
    expect(await lessonOrg.prepare(fiveWays, 4, { isFromLink })).toMatchObject({ kind: "ready" });
    change(({ configuration: { applications } }) => {
      for (const app of applications) app.groupsClaim = groupsClaim;
    });
    const changed = org.current;
    expect(await lessonOrg.prepare(fiveWays, 3, { isFromLink })).toEqual({ kind: "changed" });
    expect(org.current).toEqual(changed);
    expect(await lessonOrg.prepare(fiveWays, 3)).toMatchObject({ kind: "ready" });
  });

  test.each([
    ["the user it.user@example.com", { users: [] }],
    ["the authorization server default", { customServers: [] }],
    ["its first app", { applications: [] }],
  ])("says that the org lacks %s", async (what, missing) => {
    const { lessonOrg, change } = createOrg();
    change((latest) => void Object.assign(latest.configuration, missing));
    expect(await lessonOrg.prepare(groupsInIdToken, 3, { hasConsent: true })).toEqual({
      kind: "failed",
      message: expect.stringContaining(what),
    });
  });

  test("changes nothing if the org can't be saved first", async () => {
    const { org, lessonOrg } = createOrg();
    org.hasRoom = false;
    expect(await lessonOrg.prepare(groupsInIdToken, 3, { hasConsent: true })).toMatchObject({
      kind: "failed",
      message: expect.stringContaining("couldn’t save a copy"),
    });
    expect(org.imports).toBe(0);
  });

  test("says that the org does not respond", async () => {
    const { org, lessonOrg } = createOrg();
    org.isDown = true;
    expect(await lessonOrg.prepare(groupsInIdToken, 1)).toMatchObject({ kind: "failed" });
  });
});

describe("leaving a lesson", () => {
  test("restores the org exactly, after any number of steps", async () => {
    const { org, storage, lessonOrg } = createOrg();
    for (const step of [1, 2, 3, 4]) await lessonOrg.prepare(fiveWays, step, { hasConsent: true });
    expect(org.current).not.toEqual(buildOrg());
    expect(await lessonOrg.findChangedBy()).toBe(fiveWays.id);
    expect(await lessonOrg.restore()).toEqual({ kind: "restored" });
    expect(org.current).toEqual(buildOrg());
    expect(storage.getItem(snapshotMarkerKey)).toBeNull();
    expect(await lessonOrg.restore()).toEqual({ kind: "nothing" });
  });

  test.each<[string, (org: Org) => void]>([
    [
      "in the lesson’s part of the set-up",
      ({ configuration: { applications } }) => {
        for (const app of applications) app.groupsClaim = null;
      },
    ],
    [
      "anywhere else",
      ({ configuration: { users } }) => {
        users.push({ id: "00u2", profile: { login: "mine@example.com" } });
      },
    ],
  ])("does not undo a change of the user’s %s, unless told to", async (_where, edit) => {
    const { org, lessonOrg, change } = createOrg();
    await lessonOrg.prepare(groupsInIdToken, 3, { hasConsent: true });
    change(edit);
    const changed = org.current;
    expect(await lessonOrg.restore()).toEqual({
      kind: "changed-since",
      lesson: groupsInIdToken.id,
    });
    expect(org.current).toEqual(changed);
    expect(await lessonOrg.restore(true)).toEqual({ kind: "restored" });
    expect(org.current).toEqual(buildOrg());
  });

  test("notices a change that the user made before another step was set up", async () => {
    const { lessonOrg, change } = createOrg();
    await lessonOrg.prepare(fiveWays, 3, { hasConsent: true });
    change(({ configuration: { users } }) => {
      users.push({ id: "00u2", profile: { login: "mine@example.com" } });
    });
    expect(await lessonOrg.prepare(fiveWays, 4)).toMatchObject({ kind: "ready" });
    expect(await lessonOrg.restore()).toMatchObject({ kind: "changed-since" });
  });

  test("keeps the org as it is, if the user says so", async () => {
    const { org, lessonOrg } = createOrg();
    await lessonOrg.prepare(groupsInIdToken, 3, { hasConsent: true });
    const kept = org.current;
    await lessonOrg.keep();
    expect(await lessonOrg.restore()).toEqual({ kind: "nothing" });
    expect(org.current).toEqual(kept);
  });

  test("never treats the changed org as the original if the copy can’t be read", async () => {
    const { org, lessonOrg } = createOrg();
    await lessonOrg.prepare(groupsInIdToken, 3, { hasConsent: true });
    org.canRead = false;
    expect(await lessonOrg.prepare(fiveWays, 3, { hasConsent: true })).toMatchObject({
      kind: "failed",
    });
    expect(await lessonOrg.restore()).toMatchObject({ kind: "failed" });
    org.canRead = true;
    await lessonOrg.restore();
    expect(org.current).toEqual(buildOrg());
  });

  test("keeps the copy while the org does not respond", async () => {
    const { org, lessonOrg } = createOrg();
    await lessonOrg.prepare(groupsInIdToken, 3, { hasConsent: true });
    org.isDown = true;
    expect(await lessonOrg.restore()).toMatchObject({ kind: "failed" });
    org.isDown = false;
    expect(await lessonOrg.restore()).toEqual({ kind: "restored" });
  });
});
