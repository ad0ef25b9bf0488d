import type * as v from "valibot";

/** Okta's message for a missing, null or empty field. */
export const leftBlank = "The field cannot be left blank";

export const emptyList = "Must have at least one entry";

const messages = new Map([
  ["string", "Must be a string"],
  ["number", "Must be a number"],
  ["boolean", "Must be true or false"],
  ["array", "Must be an array"],
  ["object", "Must be an object"],
  ["object_with_rest", "Must be an object"],
  ["record", "Must be an object"],
  ["strict_object", "Must be an object"],
  ["integer", "Must be a whole number"],
]);

export function describeIssue(issue: v.BaseIssue<unknown>): string {
  const { type, input, expected, requirement } = issue;
  if (expected === "never") return "Unknown field";
  switch (type) {
    case "literal":
    case "picklist":
    case "variant":
    case "union":
      return `Must be ${listAlternatives(expected)}`;
    case "min_value":
      return `Must be at least ${requirement}`;
    case "max_value":
      return `Must be at most ${requirement}`;
    case "min_length":
      return `The field is too short: at least ${requirement} characters`;
    case "max_length":
      return `The field is too long: at most ${requirement} characters`;
    case "non_empty":
      return Array.isArray(input) ? emptyList : leftBlank;
    default:
      return messages.get(type) ?? "Invalid value";
  }
}

function listAlternatives(expected: string | null): string {
  const values = (expected ?? "")
    .replaceAll(/[()"]/g, "")
    .split(" | ")
    .filter((value) => value !== "");
  return values.length > 1 ? `one of ${values.join(", ")}` : values.join();
}
