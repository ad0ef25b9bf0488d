import leven from "leven";
import type { AppSetUp, ClaimValue, OrgSetUp, UserSetUp } from "../org-set-up.ts";
import type { ClaimValueEntry } from "../set-up-change.ts";
import type { ValueProblemId } from "./cause-id.ts";

type FilterValue = Extract<ClaimValue, { kind: "filter" }>;

/** A problem that leaves a claim without a value, or makes the whole request fail, and the value that fixes the claim. */
export type ValueProblem = {
  id: ValueProblemId;
  fix?: ClaimValueEntry;
  /** The custom property that the expression reads, but the app doesn't have. */
  missingProperty?: string;
};

export const everyGroup = { kind: "filter", type: "REGEX", value: ".*" } as const;

/** Returns groups of every type, including imported groups and Everyone. @see Okta Expression Language, user.getGroups */
export const everyGroupExpression =
  "user.getGroups({'group.type': {'OKTA_GROUP', 'BUILT_IN', 'APP_GROUP'}}).![name]";

/** Finds why an included claim adds nothing to a token, or makes the request fail. */
export function findValueProblem(
  value: ClaimValue,
  { app, user, matchGroups }: OrgSetUp,
): ValueProblem {
  if (value.kind === "expression") {
    return value.evaluation?.kind === "failed"
      ? explainFailure(value.expression, app)
      : explainNothing(value.expression, app);
  }
  const groups = user?.groups ?? [];
  const { problem, isCertain } = matchGroups(value, groups);
  if (problem) return { id: isCertain ? "invalid_regex" : "regex_not_supported", fix: everyGroup };
  return findPartMatch(value, groups, matchGroups) ?? explainNoMatch(value, groups, matchGroups);
}

/**
 * Finds a regex that matches a part of a group name, but no whole name.
 *
 * Unverified: Okta's pages don't say that a regex must match whole names. The demo org requires whole names.
 */
export function findPartMatch(
  { type, value }: FilterValue,
  groups: UserSetUp["groups"],
  matchGroups: OrgSetUp["matchGroups"],
): ValueProblem | undefined {
  if (type !== "REGEX" || matchGroups({ type, value }, groups).matching.length > 0)
    return undefined;
  const inner = /^\/(.*)\/$/s.exec(value)?.[1] ?? value;
  const fix = { ...everyGroup, value: matchPart(inner) };
  return matchGroups(fix, groups).matching.length > 0
    ? { id: "regex_matches_part", fix }
    : undefined;
}

function matchPart(regex: string): string {
  if (regex.includes("|")) return `.*(?:${regex}).*`;
  return `${regex.startsWith("^") ? "" : ".*"}${regex}${regex.endsWith("$") ? "" : ".*"}`;
}

function explainNoMatch(
  filter: FilterValue,
  groups: UserSetUp["groups"],
  matchGroups: OrgSetUp["matchGroups"],
): ValueProblem {
  const matches = (type: FilterValue["type"], value: string) =>
    matchGroups({ type, value }, groups).matching.length > 0;
  const asOktaGroups = groups.map((group) => ({ ...group, isImported: false }));
  if (matchGroups(filter, asOktaGroups).matching.length > 0) {
    const fix = { kind: "expression", expression: everyGroupExpression } as const;
    return { id: "imported_groups", fix };
  }
  if (filter.type === "REGEX") {
    if (!matches("REGEX", `(?i)${filter.value}`))
      return { id: "no_matching_group", fix: everyGroup };
    return { id: "filter_case", fix: ignoreCase(filter.value) };
  }
  if (looksLikeRegex(filter.value)) {
    const start = /^(?<text>[\w -]+)\*$/.exec(filter.value)?.groups?.text;
    const fixes = [
      ...(start === undefined ? [] : [{ type: "STARTS_WITH", value: start } as const]),
      { type: "REGEX", value: filter.value } as const,
    ];
    const fix = fixes.find(({ type, value }) => matches(type, value));
    return { id: "regex_in_plain_filter", fix: fix ? { kind: "filter", ...fix } : everyGroup };
  }
  return { id: "no_matching_group", fix: everyGroup };
}

/** Converts a regex to a filter type that ignores case. Falls back to every group if no plain filter is equivalent. */
function ignoreCase(regex: string): ClaimValueEntry {
  const plain = /^\^?(?<start>\.\*)?(?<text>[\w -]+)(?<end>\.\*)?\$?$/.exec(regex)?.groups;
  if (!plain?.text) return everyGroup;
  const type = plain.start ? "CONTAINS" : plain.end ? "STARTS_WITH" : "EQUALS";
  return { kind: "filter", type, value: plain.text };
}

function looksLikeRegex(text: string): boolean {
  return /[*^$|\\]|[.)\]\w]\+|\[.*\]|^\/.*\/$/.test(text);
}

function explainNothing(expression: string, app: AppSetUp | undefined): ValueProblem {
  const fix = suggestExpression(expression);
  return (
    findMissingProperty(expression, app) ??
    findRegex(expression) ?? { id: "expression_nothing", ...(fix && { fix }) }
  );
}

function explainFailure(expression: string, app: AppSetUp | undefined): ValueProblem {
  const missing = findMissingProperty(expression, app);
  if (missing) return missing;
  const limited = expression.replace(/,\s*(\d{3,})\s*\)/g, (call, limit: string) =>
    Number(limit) > 100 ? ", 100)" : call,
  );
  if (limited !== expression) return { id: "expression_limit", fix: toExpression(limited) };
  const guarded = guardFlatten(expression);
  if (guarded !== expression) return { id: "expression_null", fix: toExpression(guarded) };
  const fix = suggestExpression(expression);
  return { id: "expression_failed", ...(fix && { fix }) };
}

/** Adds a default to the Groups functions, which return null without a match. `Arrays.flatten` fails on null. */
function guardFlatten(expression: string): string {
  if (!/\bArrays\s*\.\s*flatten\b/.test(expression)) return expression;
  return expression.replace(
    /\bGroups\.\w+\((?:"[^"]*"|'[^']*'),\s*(?:"[^"]*"|'[^']*'),\s*\d+\)(?!\s*\?)/g,
    (call) => `(${call} ?: {})`,
  );
}

function findMissingProperty(
  expression: string,
  app: AppSetUp | undefined,
): ValueProblem | undefined {
  if (!app) return undefined;
  const used = [...expression.matchAll(/\bapp\.profile\.(\w+)/g)].flatMap(([, name = ""]) => name);
  const missing = used.find((name) => !Object.hasOwn(app.profile, name));
  if (missing === undefined) return undefined;
  const meant = Object.keys(app.profile).find((name) => isAlike(name, missing));
  return {
    id: "app_profile_missing",
    missingProperty: missing,
    ...(meant !== undefined && {
      fix: toExpression(expression.replaceAll(`app.profile.${missing}`, `app.profile.${meant}`)),
    }),
  };
}

function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => name.toLowerCase().replaceAll("_", ""));
  return a !== undefined && b !== undefined && leven(a, b) <= 2;
}

/** Finds a regex where the Groups functions expect a part of a name. `user.getGroups` also accepts a trailing `.*`. */
function findRegex(expression: string): ValueProblem | undefined {
  const plain = expression.replace(
    /(?<before>\bGroups\.\w+\((?:"[^"]*"|'[^']*'),\s*)(?<pattern>"[^"]*"|'[^']*')/g,
    (_call, before: string, pattern: string) =>
      before + pattern.replace(/(?<=^["'])\^|\$(?=["']$)|\.\*/g, ""),
  );
  if (plain !== expression) return { id: "regex_in_expression", fix: toExpression(plain) };
  const isRegex = /'group\.profile\.name'\s*:\s*\{?\s*'(?:\^|[^']*[|(])/.test(expression);
  return isRegex
    ? { id: "regex_in_expression", fix: toExpression(everyGroupExpression) }
    : undefined;
}

/** Suggests all groups for an expression that lists groups. Can't guess the right expression for roles, for example. */
function suggestExpression(expression: string): ClaimValueEntry | undefined {
  const listsGroups =
    /\bget(?:Filtered)?Groups\b|\bGroups\s*\./.test(expression) &&
    !/isMemberOf|\?/.test(expression);
  return listsGroups ? toExpression(everyGroupExpression) : undefined;
}

/** Returns the list that an expression joins to one string. @see Okta Expression Language, Arrays.toCsvString */
export function findJoinedList(value: ClaimValue | undefined): ClaimValueEntry | undefined {
  if (value?.kind !== "expression") return undefined;
  const list = /^\s*Arrays\.toCsvString\((?<list>.*)\)\s*$/s.exec(value.expression)?.groups?.list;
  return list === undefined || list === "" ? undefined : toExpression(list);
}

function toExpression(expression: string): ClaimValueEntry {
  return { kind: "expression", expression };
}
