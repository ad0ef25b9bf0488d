export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export type JsonObject = { readonly [name: string]: JsonValue };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Finds an own member. Inherited ones, such as `constructor`, are not found. */
export function findMember(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Writes JSON. Only what `JSON.parse` makes of a number such as `1e400` is written in words, not as `null`. */
export function writeJson(value: JsonValue): string {
  if (typeof value === "number" && !Number.isFinite(value)) return "a number too large";
  if (Array.isArray(value)) return `[${value.map(writeJson).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, it]) => `${JSON.stringify(name)}:${writeJson(it)}`,
  );
  return `{${members.join()}}`;
}

/** Far more than claims need, and far less than overflows the stack of `JSON.stringify` or of the page. */
const maxDepth = 100;

/** Parses untrusted JSON. RFC 8259 §9 allows a limit of depth. @param parse Throws if the text is not JSON. */
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
