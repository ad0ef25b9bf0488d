import { isJsonObject, type JsonObject, type JsonValue, parseJson } from "../../../oidc/json.ts";

type ReadProfile =
  | { readonly kind: "profile"; readonly profile: JsonObject }
  | { readonly kind: "mistake"; readonly message: string };

/** Reads an app's profile as it is typed. Empty stands for none. */
export function readProfile(text: string): ReadProfile {
  if (text.trim() === "") return { kind: "profile", profile: {} };
  const value = parseJson(text);
  if (value === undefined) {
    return mistake(
      'This is no JSON yet: names and texts stand in "double quotes", and brackets close.',
    );
  }
  if (!isJsonObject(value)) return mistake("A profile is a JSON object: { … }.");
  return holdsUnkeptNumber(value)
    ? mistake('A number here is too large to be kept as it is: write it in "double quotes".')
    : { kind: "profile", profile: value };
}

/** Whether a number would be saved as another one, or as null: JavaScript has no room for it. */
function holdsUnkeptNumber(value: JsonValue): boolean {
  if (typeof value === "number")
    return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
  return typeof value === "object" && value !== null
    ? Object.values<JsonValue>(value).some(holdsUnkeptNumber)
    : false;
}

function mistake(message: string): ReadProfile {
  return { kind: "mistake", message };
}
