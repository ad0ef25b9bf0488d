import * as v from "valibot";
import { findReservedName } from "../claims/reserved-claim-names.ts";
import { describeIssue } from "../management/describe-issue.ts";

/** A place in a file, and what stands there. */
type Entry = readonly [place: string, value: string];

/** The values of a list, each with its place. */
export function listEntries(place: string, values: readonly string[]): readonly Entry[] {
  return values.map((value, index) => [`${place}.${index}`, value]);
}

/** Those that name nothing. @param what It ought to be, in a word. */
export function listUnknown(
  entries: readonly Entry[],
  known: readonly string[],
  what: string,
): readonly string[] {
  const all = new Set(known);
  return entries
    .filter(([, value]) => !all.has(value))
    .map(([place, value]) => `${place}: There is no ${what} "${value}"`);
}

/**
 * Those that stand there twice.
 *
 * @param field Where in each item the value stands; empty where the item is the value.
 * @param read The value; undefined where an item may have the same as others.
 */
export function listRepeated<T>(
  place: string,
  field: string,
  items: readonly T[],
  read: (item: T) => string | undefined,
): readonly string[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const value = read(item);
    if (value === undefined) return [];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    const at = [place, index, field].filter((part) => part !== "").join(".");
    return [`${at}: "${value}" is used twice`];
  });
}

/** Those that no address of the API could name. */
export function listNoIds(
  place: string,
  things: readonly { readonly id: string }[],
): readonly string[] {
  return things.flatMap(({ id }, index) =>
    /^\w[\w.-]{0,99}$/.test(id) ? [] : [`${place}.${index}.id: "${id}" is not a valid ID`],
  );
}

/** What the API would refuse about a value. */
export function listIssues(
  place: string,
  value: unknown,
  schema: v.GenericSchema,
): readonly string[] {
  const config = { message: describeIssue, abortPipeEarly: true };
  const { issues = [] } = v.safeParse(schema, value, config);
  return issues.map((issue) => {
    const at = v.getDotPath(issue);
    return `${at === null ? place : `${place}.${at}`}: ${issue.message}`;
  });
}

/** The name of a claim at a place, where tokens take it for themselves. */
export function listReserved(
  place: string,
  name: string,
  kind: Parameters<typeof findReservedName>[1],
): readonly string[] {
  const reason = findReservedName(name, kind);
  return reason === undefined ? [] : [`${place}.name: ${reason}`];
}
