import { ApiError } from "../api-error.ts";

/** Deeper than any app, and shallow enough for recursive functions. */
const deepest = 32;

/**
 * Removes null members from a JSON value. In Okta's settings null is the same as leaving them out.
 *
 * @throws {ApiError} It is too deeply nested.
 */
export function withoutNullMembers(value: unknown, depth = 0): unknown {
  if (depth > deepest)
    throw new ApiError({
      code: "unreadable_body",
      reason: `body: Must be nested at most ${deepest} levels deep`,
    });
  if (Array.isArray(value)) {
    const entries: readonly unknown[] = value;
    return entries.map((entry) => withoutNullMembers(entry, depth + 1));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, withoutNullMembers(member, depth + 1)]),
  );
}
