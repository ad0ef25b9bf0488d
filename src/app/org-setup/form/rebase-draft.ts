/**
 * Applies the user's edits to a newer version of a form's fields. Fields without edits take the newer value.
 *
 * @param draft The fields as edited.
 * @param before The fields before the edits.
 * @param now The newer version.
 */
export function rebaseDraft<T extends object>(draft: T, before: T, now: T): T {
  const untouched = new Map(Object.entries(before));
  const typed = Object.entries(draft).filter(
    ([name, value]) => !isSame(value, untouched.get(name)),
  );
  return { ...now, ...Object.fromEntries(typed) };
}

/** Compares two JSON values. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
