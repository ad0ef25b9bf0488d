/** A value as `JSON.parse` gives it: what a token's payload or a server's answer may hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export type JsonObject = { readonly [name: string]: JsonValue };

/** Arrays and `null` are objects to JavaScript, but not to JSON. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Reads a member that someone else has named. `constructor` and the like are found only where the object
 * itself has them.
 *
 * @returns `undefined` where the object has no such member of its own.
 */
export function readMember(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/**
 * Reads text that ought to be a JSON object.
 *
 * @returns `undefined` where it is not JSON, or JSON of another kind.
 */
export function parseJsonObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
