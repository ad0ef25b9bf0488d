import { isJsonObject, type JsonObject, parseJson } from "../../oidc/json.ts";

type EmbeddedJson = { objects: readonly { object: JsonObject; source: string }[]; rest: string };

const maxObjects = 50;
/** Limits the work: a start without an end is read to the end of the text. */
const maxFailures = 20;

/** Finds JSON objects inside a text, such as a log line with a response in it, or several responses. */
export function findEmbeddedJson(text: string): EmbeddedJson {
  const objects: { object: JsonObject; source: string }[] = [];
  const rest: string[] = [];
  const start = /\{\s*"/g;
  let done = 0;
  let failures = 0;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const end = findEnd(text, match.index);
    const source = end === undefined ? undefined : text.slice(match.index, end);
    const object = source === undefined ? undefined : parseJson(source);
    if (source === undefined || !isJsonObject(object)) {
      failures++;
      if (failures > maxFailures) break;
      continue;
    }
    objects.push({ object, source });
    rest.push(text.slice(done, match.index));
    done = match.index + source.length;
    start.lastIndex = done;
    if (objects.length === maxObjects) break;
  }
  return { objects, rest: [...rest, text.slice(done)].join(" ") };
}

/** The end of the object that starts at `start`; `undefined` if the text ends before it. */
function findEnd(text: string, start: number): number | undefined {
  const mark = /["\\{}]/g;
  mark.lastIndex = start;
  let depth = 0;
  let isInString = false;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [character] = match;
    if (character === "\\") mark.lastIndex++;
    else if (character === '"') isInString = !isInString;
    else if (!isInString) {
      depth += character === "{" ? 1 : -1;
      if (depth === 0) return match.index + 1;
    }
  }
  return undefined;
}
