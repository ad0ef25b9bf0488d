import { isJsonObject, type JsonObject, type JsonValue, parseJson } from "../../../oidc/json.ts";

type ParsedProfile =
  | { readonly kind: "profile"; readonly profile: JsonObject }
  | { readonly kind: "mistake"; readonly message: string };

/** Parses the JSON that the user typed for an app's profile. Blank input is an empty profile. */
export function parseProfile(text: string): ParsedProfile {
  if (text.trim() === "") return { kind: "profile", profile: {} };
  const value = parseJson(text);
  if (value === undefined) {
    return mistake(
      'Not valid JSON. Put names and strings in "double quotes" and close all brackets.',
    );
  }
  if (!isJsonObject(value)) return mistake("The profile must be a JSON object: { … }");
  return hasInexactNumber(value)
    ? mistake('A number is too large to save exactly. Put it in "double quotes".')
    : { kind: "profile", profile: value };
}

/** Whether JavaScript would save a number as a different one or as null. */
function hasInexactNumber(value: JsonValue): boolean {
  if (typeof value === "number")
    return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
  return typeof value === "object" && value !== null
    ? Object.values<JsonValue>(value).some(hasInexactNumber)
    : false;
}

function mistake(message: string): ParsedProfile {
  return { kind: "mistake", message };
}
