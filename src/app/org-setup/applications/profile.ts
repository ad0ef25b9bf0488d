import { isJsonObject, type JsonObject, parseJson } from "../../../oidc/json.ts";

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
  return isJsonObject(value)
    ? { kind: "profile", profile: value }
    : mistake("A profile is a JSON object: { … }.");
}

function mistake(message: string): ReadProfile {
  return { kind: "mistake", message };
}
