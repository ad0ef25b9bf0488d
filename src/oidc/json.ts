/** A value that `JSON.parse` can return. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export type JsonObject = { readonly [name: string]: JsonValue };

/** In JavaScript, arrays and `null` are objects, too. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Returns an object's own member. Inherited ones, such as `constructor`, are not found.
 *
 * @returns `undefined` if the object has no such member.
 */
export function findMember(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Far more than claims need, and far less than overflows the stack of `JSON.stringify` or of the page. */
const maxDepth = 100;

/**
 * Parses untrusted JSON.
 *
 * @param parse Parses the text, or throws if it is not JSON.
 * @returns `undefined` if the text is not JSON, or is nested more than 100 levels deep (RFC 8259 §9 allows a limit).
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
 * Parses an untrusted JSON object.
 *
 * @returns `undefined` if the text is not JSON, too deeply nested, or not an object.
 */
export function parseJsonObject(text: string): JsonObject | undefined {
  const value = parseJson(text);
  return isJsonObject(value) ? value : undefined;
}

/** Iterates level by level: a recursive function would itself overflow the stack. */
function isNestedTooDeeply(value: JsonValue): boolean {
  let level = [value].filter(isObjectOrArray);
  for (let depth = 0; depth < maxDepth; depth++) {
    if (level.length === 0) return false;
    level = level.flatMap((item) => Object.values<JsonValue>(item).filter(isObjectOrArray));
  }
  return level.length > 0;
}

function isObjectOrArray(value: JsonValue): value is JsonObject | readonly JsonValue[] {
  return typeof value === "object" && value !== null;
}
