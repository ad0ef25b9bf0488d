import { createOrgCaller, FailedCallError } from "../../org-api/org-caller.ts";
import { exportOrg, importOrg } from "../../set-up-pages/whole-org/whole-org-calls.ts";
import type { Lesson } from "../lesson.ts";
import { applyLessonSetUp, isSameOutsideLessons } from "./apply-lesson-set-up.ts";
import { type ExportedOrg, parseExportedOrg } from "./exported-org.ts";
import { isSameJson } from "./same-json.ts";
import type { SnapshotStore } from "./snapshot-store.ts";

type Failed = { kind: "failed"; message: string };

export type PreparedStep =
  /** The org is set up for the step. `hasChanged`: this call changed it. */
  | { kind: "ready"; hasChanged: boolean }
  | { kind: "needs-consent"; parts: readonly string[] }
  /** The user changed what the step had set up. */
  | { kind: "changed" }
  | Failed;

export type PrepareOptions = {
  hasConsent?: boolean;
  again?: boolean;
  /** A link opened the step: keeps the user's changes since the last set-up, even if that was for another step. */
  isFromLink?: boolean;
};

export type Restored =
  | { kind: "restored" }
  | { kind: "nothing" }
  /** The user changed the org meanwhile: restoring it would lose that. */
  | { kind: "changed-since"; lesson: string }
  | Failed;

export type LessonOrg = ReturnType<typeof createLessonOrg>;

/** Its message is for the user. */
class FailedStepError extends Error {}

/** Sets up the demo org for lessons, and restores it. A failed call is returned as a value, not thrown. */
export function createLessonOrg(
  orgUrl: string,
  store: SnapshotStore,
  fetch: typeof globalThis.fetch,
) {
  const { send } = createOrgCaller(orgUrl, fetch);
  // Runs one task at a time, so that a step that was left can't overwrite the set-up of the next one.
  let last: Promise<unknown> = Promise.resolve();
  function enqueue<T>(task: () => Promise<T>): Promise<T | Failed> {
    const result = last.then(task).catch((cause: unknown): Failed => {
      if (!(cause instanceof FailedCallError || cause instanceof FailedStepError)) throw cause;
      return { kind: "failed", message: cause.message };
    });
    last = result.catch(() => undefined);
    return result;
  }

  async function fetchOrg(): Promise<{ org: ExportedOrg; body: unknown }> {
    const body = await send(exportOrg);
    const org = parseExportedOrg(body);
    if (!org) throw new FailedCallError({ kind: "unreadable" });
    return { org, body };
  }

  const loadSnapshot = () =>
    store.load().catch(() => {
      throw new FailedStepError(notLoaded);
    });

  async function prepare(
    lesson: Lesson,
    step: number,
    { hasConsent = false, again = false, isFromLink = false }: PrepareOptions = {},
  ): Promise<PreparedStep> {
    const { setUp, person } = lesson.steps[step - 1] ?? {};
    if (!setUp || person === undefined) return { kind: "ready", hasChanged: false };
    const current = await fetchOrg();
    const target = applyLessonSetUp(current.org, setUp, person);
    if (target.kind === "missing") throw new FailedStepError(describeMissing(target.what));
    if (isSameJson(target.org, current.org)) return { kind: "ready", hasChanged: false };
    const snapshot = await loadSnapshot();
    const isOfLesson = snapshot?.lesson === lesson.id;
    if (!isOfLesson && !hasConsent)
      return { kind: "needs-consent", parts: listPartsOf(lesson, current.org) };
    // Opening the same step again keeps the user's changes. Opening another step replaces them.
    const staysAsChanged = isOfLesson && (snapshot.step === step || isFromLink);
    if (staysAsChanged && !isSameJson(current.body, snapshot.after) && !again)
      return { kind: "changed" };

    const saved = { lesson: lesson.id, step, before: snapshot?.before ?? current.body };
    // Saved first: if the page is closed meanwhile, the org can still be restored.
    await store.save({ ...saved, after: target.org }).catch(() => {
      throw new FailedStepError(notSaved);
    });
    const after = await send(importOrg(target.org));
    await store.save({ ...saved, after }).catch(() => undefined);
    return { kind: "ready", hasChanged: true };
  }

  async function restore(losesChanges: boolean): Promise<Restored> {
    const snapshot = await loadSnapshot();
    if (!snapshot) return { kind: "nothing" };
    const current = await fetchOrg();
    const { lesson, before, after } = snapshot;
    if (!isSameJson(current.body, before)) {
      const was = parseExportedOrg(before);
      const isUnchanged =
        isSameJson(current.body, after) && was && isSameOutsideLessons(current.org, was);
      if (!isUnchanged && !losesChanges) return { kind: "changed-since", lesson };
      await send(importOrg(before));
    }
    await store.remove();
    return { kind: "restored" };
  }

  return {
    /** Sets up the org for a step. Saves the org before a lesson's first change. */
    prepare: (...step: Parameters<typeof prepare>) => enqueue(() => prepare(...step)),
    /** Keeps sessions, issued tokens and keys. @param losesChanges Restores even if that loses the user's later changes. */
    restore: (losesChanges = false) => enqueue(() => restore(losesChanges)),
    keep: async () => void (await enqueue(store.remove)),
    /** The ID of the lesson that changed the org; `undefined` if none did. */
    findChangedBy: () =>
      store.load().then(
        (snapshot) => snapshot?.lesson,
        () => undefined,
      ),
  };
}

function listPartsOf({ steps }: Lesson, org: ExportedOrg): readonly string[] {
  const parts = steps.flatMap(({ setUp, person }) => {
    const target = applyLessonSetUp(org, setUp, person);
    return target.kind === "org" ? target.changedParts : [];
  });
  return [...new Set(parts)];
}

function describeMissing(what: string): string {
  return `This step needs ${what}, which the demo org no longer has. Reset the demo org to get it back.`;
}

const notLoaded =
  "This browser couldn’t read the copy of the demo org that a lesson saved. Reload the page.";

const notSaved =
  "This browser couldn’t save a copy of the demo org, so the lesson didn’t change it.";
