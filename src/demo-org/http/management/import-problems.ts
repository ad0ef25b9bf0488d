import * as v from "valibot";
import { findReservedName } from "../../rules/claims/reserved-claim-names.ts";
import { describeIssue } from "./describe-issue.ts";

/** A position in a file and its value. */
type Entry = readonly [place: string, value: string];

/** A list's values with their positions. */
export function listEntries(place: string, values: readonly string[]): readonly Entry[] {
  return values.map((value, index) => [`${place}.${index}`, value]);
}

/** Lists values that are not known. @param what Their type, such as "user". */
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
 * Lists values that occur twice.
 *
 * @param field The value's field in each item; empty if the item is the value.
 * @param findValue undefined if the item needn't be unique.
 */
export function listRepeated<T>(
  place: string,
  field: string,
  items: readonly T[],
  findValue: (item: T) => string | undefined,
): readonly string[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const value = findValue(item);
    if (value === undefined) return [];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    const at = [place, index, field].filter((part) => part !== "").join(".");
    return [`${at}: "${value}" is used twice`];
  });
}

/** Lists IDs that can't be in an API path, and those that occur twice. */
export function listIdProblems(
  place: string,
  items: readonly { readonly id: string }[],
): readonly string[] {
  return [
    ...items.flatMap(({ id }, index) =>
      /^\w[\w.-]{0,99}$/.test(id) ? [] : [`${place}.${index}.id: "${id}" is not a valid ID`],
    ),
    ...listRepeated(place, "id", items, ({ id }) => id),
  ];
}

/** Lists values that the API would refuse. */
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

/** Checks a claim's name against the reserved names. */
export function listReserved(
  place: string,
  name: string,
  kind: Parameters<typeof findReservedName>[1],
): readonly string[] {
  const reason = findReservedName(name, kind);
  return reason === undefined ? [] : [`${place}.name: ${reason}`];
}

/** Accepts only four-digit years, so that dates computed from them stay in JavaScript's range. */
export function listInvalidTimes(place: string, time: string | undefined): readonly string[] {
  const isTime = time === undefined || (/^\d{4}-/.test(time) && !Number.isNaN(Date.parse(time)));
  return isTime ? [] : [`${place}: Must be an ISO 8601 time`];
}
