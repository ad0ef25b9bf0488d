import * as v from "valibot";

type ReadProfile =
  | { readonly kind: "profile"; readonly profile: Readonly<Record<string, unknown>> }
  | { readonly kind: "mistake"; readonly message: string };

const profileSchema = v.record(v.string(), v.unknown());

/** Reads an app's profile as it is typed. Empty stands for none. */
export function readProfile(text: string): ReadProfile {
  if (text.trim() === "") return { kind: "profile", profile: {} };
  try {
    const profile = v.safeParse(profileSchema, JSON.parse(text));
    if (profile.success && !Array.isArray(JSON.parse(text)))
      return { kind: "profile", profile: profile.output };
    return { kind: "mistake", message: "A profile is a JSON object: { … }." };
  } catch {
    return {
      kind: "mistake",
      message: 'This is no JSON yet: names and texts stand in "double quotes", and brackets close.',
    };
  }
}
