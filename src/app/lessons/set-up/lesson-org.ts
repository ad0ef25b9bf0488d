import type { ApiFailure } from "../../org-setup/api/api-call.ts";
import { createOrgApi, type OrgApi } from "../../org-setup/api/org-api.ts";
import { describeFailure } from "../../org-setup/form/describe-failure.ts";
import { exportOrg, importOrg } from "../../org-setup/whole-org/whole-org-calls.ts";
import type { Lesson } from "../lesson.ts";
import { applyLessonSetUp } from "./apply-lesson-set-up.ts";
import { isSameOutsideLessons, listChangedParts } from "./changed-parts.ts";
import { type ExportedOrg, parseExportedOrg } from "./exported-org.ts";
import { isSameJson } from "./same-json.ts";
import type { Snapshot, SnapshotStore } from "./snapshot-store.ts";

export type PreparedStep =
  /** The org is as the step needs it. `hasChanged`: it was not a moment ago. */
  | { kind: "ready"; hasChanged: boolean }
  | { kind: "needs-consent"; parts: readonly string[] }
  /** The user changed what the step had set up. */
  | { kind: "changed" }
  | { kind: "failed"; message: string };

export type PrepareOptions = {
  hasConsent?: boolean;
  again?: boolean;
  /** A link opened the step: what the user changed since another step was set up stays, too. */
  isFromLink?: boolean;
};

export type Restored =
  | { kind: "restored" }
  | { kind: "nothing" }
  /** The user changed the org meanwhile: restoring it would lose that. */
  | { kind: "changed-since"; lesson: string }
  | { kind: "failed"; message: string };

export type LessonOrg = {
  /** The state before a lesson's first change is saved first. */
  readonly prepare: (
    lesson: Lesson,
    step: number,
    options?: PrepareOptions,
  ) => Promise<PreparedStep>;
  /** Sessions, issued tokens and keys stay. @param losesChanges Also if the user changed the org since the lesson did. */
  readonly restore: (losesChanges?: boolean) => Promise<Restored>;
  readonly keep: () => Promise<void>;
  /** The ID of the lesson that changed the org; `undefined` if none did. */
  readonly findChangedBy: () => Promise<string | undefined>;
};

export function createLessonOrg(
  orgUrl: string,
  store: SnapshotStore,
  fetch: typeof globalThis.fetch,
): LessonOrg {
  const api = createOrgApi(orgUrl, fetch);
  // One at a time: a step that is left at once must not overtake the next.
  let last: Promise<unknown> = Promise.resolve();
  function enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  }

  async function prepare(
    lesson: Lesson,
    step: number,
    { hasConsent = false, again = false, isFromLink = false }: PrepareOptions = {},
  ): Promise<PreparedStep> {
    const { setUp, person } = lesson.steps[step - 1] ?? {};
    if (!setUp || person === undefined) return { kind: "ready", hasChanged: false };
    const current = await fetchOrg(api);
    if (current.kind === "failed") return current;
    const target = applyLessonSetUp(current.org, setUp, person);
    if (target.kind === "missing") return { kind: "failed", message: describeMissing(target.what) };
    if (isSameJson(target.org, current.org)) return { kind: "ready", hasChanged: false };
    const loaded = await loadSnapshot(store);
    if (loaded.kind === "failed") return loaded;
    const { snapshot } = loaded;
    const isOfLesson = snapshot?.lesson === lesson.id;
    if (!isOfLesson && !hasConsent) {
      return { kind: "needs-consent", parts: listPartsOf(lesson, current.org) };
    }
    // Coming back to a step doesn't undo what the user tried out in it. Going on to another step does.
    const staysAsChanged = snapshot?.lesson === lesson.id && (snapshot.step === step || isFromLink);
    if (staysAsChanged && !isSameJson(current.body, snapshot.after) && !again)
      return { kind: "changed" };

    const before = snapshot?.before ?? current.body;
    try {
      // Saved first: if the page is closed meanwhile, the org can still be restored.
      await store.save({ lesson: lesson.id, step, before, after: target.org });
    } catch {
      return { kind: "failed", message: notSaved };
    }
    const imported = await api(importOrg(target.org));
    if (imported.kind !== "answered") return failed(imported);
    await store
      .save({ lesson: lesson.id, step, before, after: imported.body })
      .catch(() => undefined);
    return { kind: "ready", hasChanged: true };
  }

  async function restore(losesChanges: boolean): Promise<Restored> {
    const loaded = await loadSnapshot(store);
    if (loaded.kind === "failed") return loaded;
    const { snapshot } = loaded;
    if (!snapshot) return { kind: "nothing" };
    const current = await fetchOrg(api);
    if (current.kind === "failed") return current;
    const { lesson, before, after } = snapshot;
    if (!isSameJson(current.body, before)) {
      const was = parseExportedOrg(before);
      const isUnchanged =
        isSameJson(current.body, after) && was && isSameOutsideLessons(current.org, was);
      if (!isUnchanged && !losesChanges) return { kind: "changed-since", lesson };
      const imported = await api(importOrg(before));
      if (imported.kind !== "answered") return failed(imported);
    }
    await store.remove();
    return { kind: "restored" };
  }

  return {
    prepare: (...step) => enqueue(() => prepare(...step)),
    restore: (losesChanges = false) => enqueue(() => restore(losesChanges)),
    keep: () => enqueue(store.remove),
    async findChangedBy() {
      const loaded = await loadSnapshot(store);
      return loaded.kind === "loaded" ? loaded.snapshot?.lesson : undefined;
    },
  };
}

type LoadedSnapshot =
  | { kind: "loaded"; snapshot: Snapshot | undefined }
  | { kind: "failed"; message: string };

async function loadSnapshot(store: SnapshotStore): Promise<LoadedSnapshot> {
  try {
    return { kind: "loaded", snapshot: await store.load() };
  } catch {
    return { kind: "failed", message: notLoaded };
  }
}

type FetchedOrg =
  | { kind: "fetched"; org: ExportedOrg; body: unknown }
  | { kind: "failed"; message: string };

async function fetchOrg(api: OrgApi): Promise<FetchedOrg> {
  const exported = await api(exportOrg);
  if (exported.kind !== "answered") return failed(exported);
  const org = parseExportedOrg(exported.body);
  return org ? { kind: "fetched", org, body: exported.body } : failed({ kind: "unreadable" });
}

function listPartsOf({ steps }: Lesson, org: ExportedOrg): readonly string[] {
  const parts = steps.flatMap(({ setUp, person }) => {
    const target = applyLessonSetUp(org, setUp, person);
    return target.kind === "org" ? listChangedParts(org, target.org) : [];
  });
  return [...new Set(parts)];
}

function failed(failure: ApiFailure): { kind: "failed"; message: string } {
  return { kind: "failed", message: describeFailure(failure) };
}

function describeMissing(what: string): string {
  return `This step needs ${what}, which the demo org no longer has. Reset the demo org to get it back.`;
}

const notLoaded =
  "This browser couldn’t read the copy of the demo org that a lesson saved. Reload the page.";

const notSaved =
  "This browser couldn’t save a copy of the demo org, so the lesson didn’t change it.";
