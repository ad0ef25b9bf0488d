import { RE2JS } from "re2js";
import type { GroupFilter, MatchedGroups, NamedGroup } from "./org-set-up.ts";

/**
 * Finds the groups that a claim's filter matches. Imported groups never match. All types but `REGEX` ignore case.
 *
 * Unverified: a regex must match the whole name, slashes around it are not part of it, and an empty value matches every
 * name. The result is not certain if other rules would give other groups.
 *
 * @see Okta: Authorization Servers API, OAuth2ClaimGroupFilterType
 */
export function matchGroups(
  { type, value }: GroupFilter,
  groups: readonly NamedGroup[],
): MatchedGroups {
  const names = groups.filter(({ isImported }) => !isImported).map(({ name }) => name);
  if (type === "REGEX") return matchRegex(value, names);
  const text = value.toLowerCase();
  const matching = names.filter((name) => compare[type](name.toLowerCase(), text));
  return { matching, isCertain: value !== "" };
}

const compare = {
  STARTS_WITH: (name: string, text: string) => name.startsWith(text),
  EQUALS: (name: string, text: string) => text === "" || name === text,
  CONTAINS: (name: string, text: string) => name.includes(text),
} as const;

function matchRegex(value: string, names: readonly string[]): MatchedGroups {
  if (value === "") return { matching: names, isCertain: false };
  if (isTooLarge(value, names)) return { matching: [], isCertain: false };
  const inner = /^\/(.*)\/$/s.exec(value)?.[1] ?? value;
  const regex = compile(inner);
  if (!regex)
    return { matching: [], isCertain: !isValidElsewhere(inner), problem: "invalid_regex" };
  const matching = names.filter((name) => regex.matches(name));
  const otherRegex = inner === value ? regex : compile(value);
  const isCertain = names.every((name) => {
    const isMatching = regex.matches(name);
    return isMatching === regex.matcher(name).find() && isMatching === otherRegex?.matches(name);
  });
  return { matching, isCertain };
}

function compile(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source);
  } catch {
    return undefined;
  }
}

/**
 * Whether a regex that RE2 refuses may be valid at Okta, such as with lookaround or backreferences. JavaScript also has
 * these, but not Java's possessive quantifiers and atomic groups.
 */
function isValidElsewhere(source: string): boolean {
  const withoutJava = source.replace(/(?<=[*+?}])\+/g, "").replaceAll("(?>", "(?:");
  try {
    return new RegExp(withoutJava) !== undefined;
  } catch {
    return false;
  }
}

/** The limit for all groups of a user together. The page doesn't respond during these steps, which take a second at most. */
const mostSteps = 50_000_000;

/** Counted repeats such as `{500}` multiply the steps for each character of a name. Okta allows 1024 characters. */
function isTooLarge(source: string, names: readonly string[]): boolean {
  const counts = [...source.matchAll(/\{(\d+)(?:,(\d*))?\}/g)];
  const steps = counts.reduce(
    (sum, [, min, max]) => sum + Math.max(Number(min), Number(max ?? 0)),
    0,
  );
  const characters = names.reduce((sum, name) => sum + name.length, 0);
  const allSteps = source.length * Math.max(1, steps) * characters;
  return source.length > 1024 || steps > 1000 || allSteps > mostSteps;
}
