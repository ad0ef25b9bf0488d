export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export type JsonObject = { readonly [name: string]: JsonValue };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Finds an own member. Ignores inherited members such as `constructor`. */
export function findMember(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Writes JSON, but an infinite number in words. `JSON.parse` turns `1e400` into Infinity, which JSON can't represent. */
export function writeJson(value: JsonValue): string {
  if (typeof value === "number" && !Number.isFinite(value)) return "a number too large";
  if (Array.isArray(value)) return `[${value.map(writeJson).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, it]) => `${JSON.stringify(name)}:${writeJson(it)}`,
  );
  return `{${members.join()}}`;
}

/** Claims need far fewer levels, and `JSON.stringify` and the page overflow the stack only with far more. */
const maxDepth = 100;

/**
 * Parses untrusted JSON. RFC 8259 §9 allows a depth limit.
 *
 * @param parse Throws if the text is not JSON.
 * @returns `undefined` if the text is not JSON or is nested too deeply.
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
