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

/** Far beyond what claims need, and far within what `JSON.stringify` and the page can walk through. */
const deepestNesting = 100;

/**
 * Reads JSON that somebody else has written.
 *
 * @param parse Makes the value, or throws where the text is not JSON.
 * @returns `undefined` where the text is not JSON, or is nested so deeply that nothing but harm can be meant
 *   (RFC 8259 §9 lets a reader set that limit).
 */
export function parseJson(
  text: string,
  parse: (text: string) => JsonValue = JSON.parse,
): JsonValue | undefined {
  try {
    const value = parse(text);
    return isNestedTooDeeply(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/**
 * Reads text that ought to be a JSON object.
 *
 * @returns `undefined` where `parseJson` has nothing, or JSON of another kind.
 */
export function parseJsonObject(text: string): JsonObject | undefined {
  const value = parseJson(text);
  return isJsonObject(value) ? value : undefined;
}

/** Iterates level by level: a recursive function would itself overflow the stack. */
function isNestedTooDeeply(value: JsonValue): boolean {
  let level = [value].filter(isObjectOrArray);
  for (let depth = 0; depth < deepestNesting; depth++) {
    if (level.length === 0) return false;
    level = level.flatMap((item) => Object.values<JsonValue>(item).filter(isObjectOrArray));
  }
  return level.length > 0;
}

function isObjectOrArray(value: JsonValue): value is JsonObject | readonly JsonValue[] {
  return typeof value === "object" && value !== null;
}
