import * as v from "valibot";
import { parseJson } from "../../oidc/json.ts";
import { createSafeStorage } from "../safe-storage.ts";

const version = 1;
const stepSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

const storedSchema = v.object({
  version: v.literal(version),
  lessons: v.record(v.string(), v.object({ at: stepSchema, done: v.array(stepSchema) })),
});

/** How far the user is in a lesson. Steps are counted from 1. */
export type LessonProgress = { at: number; done: readonly number[] };

export type Progress = Readonly<Record<string, LessonProgress>>;

/** Progress in this browser: IDs of lessons and numbers of steps, and nothing of what was sent or returned. */
export type ProgressStore = ReturnType<typeof createProgressStore>;

const key = "groups-explorer:lessons";

export function createProgressStore(open: () => Storage) {
  const storage = createSafeStorage(open);

  function load(): Progress {
    const stored = v.safeParse(storedSchema, parseJson(storage.load(key) ?? ""));
    return stored.success ? stored.output.lessons : {};
  }

  function change(lessonId: string, change: (earlier: LessonProgress) => LessonProgress): void {
    const lessons = load();
    const earlier = Object.hasOwn(lessons, lessonId) ? lessons[lessonId] : undefined;
    const changed = { ...lessons, [lessonId]: change(earlier ?? { at: 1, done: [] }) };
    storage.save(key, JSON.stringify({ version, lessons: changed }));
  }

  return {
    load,
    saveStep: (lessonId: string, at: number) => change(lessonId, (earlier) => ({ ...earlier, at })),
    saveDone: (lessonId: string, step: number) =>
      change(lessonId, ({ at, done }) => ({
        at,
        done: [...new Set([...done, step])].toSorted((a, b) => a - b),
      })),
    reset: () => storage.remove(key),
  };
}
