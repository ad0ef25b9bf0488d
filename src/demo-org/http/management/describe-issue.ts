import type * as v from "valibot";

/** Okta's message for a missing, null or empty field. */
export const leftBlank = "The field cannot be left blank";

export const emptyList = "There must be at least one";

export function describeIssue({
  type,
  input,
  expected,
  requirement,
}: v.BaseIssue<unknown>): string {
  if (expected === "never") return "Unknown field";
  switch (type) {
    case "string":
      return "Must be a string";
    case "number":
      return "Must be a number";
    case "boolean":
      return "Must be true or false";
    case "array":
      return "Must be an array";
    case "object":
    case "object_with_rest":
    case "record":
    case "strict_object":
      return "Must be an object";
    case "literal":
    case "picklist":
    case "variant":
    case "union":
      return `Must be ${listAlternatives(expected)}`;
    case "integer":
      return "Must be a whole number";
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
      return "Invalid value";
  }
}

function listAlternatives(expected: string | null): string {
  const values = (expected ?? "")
    .replaceAll(/[()"]/g, "")
    .split(" | ")
    .filter((value) => value !== "");
  return values.length > 1 ? `one of ${values.join(", ")}` : values.join();
}
