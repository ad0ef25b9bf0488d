/**
 * Puts what was typed onto what is there by now: a field that nobody touched shows the newest, one that was changed
 * stays as it was typed.
 *
 * @param draft A form's fields as they stand.
 * @param before As they were when the form began.
 * @param now As they would be if it began now.
 */
export function rebaseDraft<T extends object>(draft: T, before: T, now: T): T {
  const untouched = new Map(Object.entries(before));
  const typed = Object.entries(draft).filter(
    ([name, value]) => !isSame(value, untouched.get(name)),
  );
  return { ...now, ...Object.fromEntries(typed) };
}

/** Whether two values that came out of JSON, or go into it, are the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
