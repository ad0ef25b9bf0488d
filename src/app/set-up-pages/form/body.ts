import { isJsonObject } from "../../../oidc/json.ts";

/** An object in the API's own shape. Forms edit the whole object, so that members that they don't show are kept. */
export type Body = Readonly<Record<string, unknown>>;

/** Finds the value at a path such as `profile.name`. In a list: the values of all entries. */
export function getAt(value: unknown, path: string): unknown {
  return path.split(".").reduce(getMember, value);
}

function getMember(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => getMember(entry, name));
  return isJsonObject(value) ? value[name] : undefined;
}

/** Finds a list of texts, such as scopes. Empty if the object has none. */
export function getTexts(value: unknown, path: string): readonly string[] {
  const found = getAt(value, path);
  return Array.isArray(found) ? found.map(String) : [];
}

/** Returns a copy of the body with a value at a path such as `profile.name`. */
export function setAt(body: Body, path: string, value: unknown): Body {
  const [name = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...body, [name]: value };
  const inner = body[name];
  return { ...body, [name]: setAt(isJsonObject(inner) ? inner : {}, rest.join("."), value) };
}

/** Members of a claim that belong to its `valueType`. */
const ofValueType = ["value", "group_filter_type", "groupFilterType"];

/**
 * Applies the user's edits to a newer version of an object. A list counts as one value. If the claim became an
 * expression, an edited filter is dropped; if it became a filter, an edited expression.
 */
export function rebase(edited: Body, before: Body, now: Body): Body {
  const names = [...new Set([...Object.keys(now), ...Object.keys(edited)])];
  const hasNewType =
    isSame(edited.valueType, before.valueType) && !isSame(now.valueType, before.valueType);
  return Object.fromEntries(
    names.map((name) => {
      const [mine, old, newest] = [edited[name], before[name], now[name]];
      if (isJsonObject(mine) && isJsonObject(newest))
        return [name, rebase(mine, isJsonObject(old) ? old : {}, newest)];
      const isDropped = hasNewType && ofValueType.includes(name);
      return [name, isDropped || isSame(mine, old) ? newest : mine];
    }),
  );
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
