import * as v from "valibot";
import { type Configuration, configurationSchema } from "../../model/configuration.ts";
import { describeIssue } from "../management/describe-issue.ts";
import { resources } from "../management/resources.ts";
import { deepest, isNestedTooDeep, listUnstorableValues } from "../management/unstorable-values.ts";

const format = "okta-groups-explorer/org";
const version = 1;

const headSchema = v.object({
  format: v.literal(format, `Must be "${format}". This is a different kind of file`),
  version: v.literal(version, `Must be ${version}. This file was saved by another version`),
});
const fileSchema = v.object({ configuration: configurationSchema });

const mostCauses = 20;

export function writeOrgFile(configuration: Configuration) {
  return { format, version, configuration };
}

/**
 * Parses an exported org. Also checks that referenced objects exist, and that IDs are unique.
 *
 * @returns The configuration, or up to 21 causes why the file is `broken`: `configuration.groups.0.id: Is missing`.
 */
export function parseOrgFile(value: unknown) {
  const head = v.safeParse(headSchema, value, { message: describeIssue });
  if (!head.success) return broken(head.issues.map(describeCause));
  if (isNestedTooDeep(value))
    return broken([`file: Must be nested at most ${deepest} levels deep`]);
  const unstorable = listUnstorableValues(value);
  if (unstorable.length > 0) return broken(unstorable);
  const file = v.safeParse(fileSchema, value, { message: describeIssue });
  if (!file.success) return broken(file.issues.map(describeCause));
  const { configuration } = file.output;
  const problems = resources.flatMap(({ listProblems }) => listProblems?.(configuration) ?? []);
  return problems.length > 0
    ? broken(problems.map((it) => `configuration.${it}`))
    : ({ kind: "file", configuration } as const);
}

function broken(causes: readonly string[]) {
  const shown = causes.slice(0, mostCauses);
  const more = causes.length - shown.length;
  return { kind: "broken", causes: more > 0 ? [...shown, `And ${more} more`] : shown } as const;
}

function describeCause(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue) ?? "file";
  return `${place}: ${issue.input === undefined ? "Is missing" : issue.message}`;
}
