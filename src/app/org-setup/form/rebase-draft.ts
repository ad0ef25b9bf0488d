/** Applies the user's edits to a newer version of a form's fields. */
export function rebaseDraft<T extends object>(draft: T, before: T, now: T): T {
  const untouched = new Map(Object.entries(before));
  const typed = Object.entries(draft).filter(
    ([name, value]) => !isSame(value, untouched.get(name)),
  );
  return { ...now, ...Object.fromEntries(typed) };
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
