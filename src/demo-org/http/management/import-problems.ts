import * as v from "valibot";
import { findReservedName } from "../../rules/claims/reserved-claim-names.ts";
import { describeIssue } from "./describe-issue.ts";

type Entry = readonly [place: string, value: string];

export function listEntries(place: string, values: readonly string[]): readonly Entry[] {
  return values.map((value, index) => [`${place}.${index}`, value]);
}

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

export function listReserved(
  name: string,
  kind: Parameters<typeof findReservedName>[1],
): readonly string[] {
  const reason = findReservedName(name, kind);
  return reason === undefined ? [] : [`name: ${reason}`];
}

/** Accepts only four-digit years, so that computed dates stay in JavaScript's range. */
export function listInvalidTimes(place: string, time: string | undefined): readonly string[] {
  const isTime = time === undefined || (/^\d{4}-/.test(time) && !Number.isNaN(Date.parse(time)));
  return isTime ? [] : [`${place}: Must be an ISO 8601 time`];
}
