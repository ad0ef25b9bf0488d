import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seedConfiguration } from "../../seed/configuration.ts";
import { parseOrgFile, writeOrgFile } from "./org-file.ts";

const file: unknown = JSON.parse(JSON.stringify(writeOrgFile(seedConfiguration)));

type Path = readonly (string | number)[];

function listPaths(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, it]) => listPaths(it, [...path, name]))];
}
const paths = listPaths(file);

function replaceAt(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  if (Array.isArray(value))
    return value.map((it, index) => (String(index) === name ? replaceAt(it, rest, by) : it));
  const entries = Object.entries(Object(value)).flatMap(([key, it]) => {
    const changed = key === name ? replaceAt(it, rest, by) : it;
    return changed === undefined ? [] : [[key, changed]];
  });
  return Object.fromEntries(entries);
}

const replacement = fc.oneof(
  fc.constantFrom(undefined, null, "", 0, -1, true, [], {}, "\u0000", "x".repeat(10_000)),
  fc.jsonValue({ maxDepth: 2, stringUnit: "binary" }),
  fc
    .constantFrom(...paths)
    .map((path) => path.reduce<unknown>((it, name) => Object(it)[name], file)),
);

describe(parseOrgFile, () => {
  test("refuses a file with changed values and names causes, or accepts it so that it can be exported again", () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(...paths), replacement), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(changes, (list) => {
        const changed = list.reduce((it, [path, by]) => replaceAt(it, path, by), file);
        const parsed = parseOrgFile(changed);
        if (parsed.kind === "broken") {
          expect(parsed.causes.length).toBeGreaterThan(0);
          expect(parsed.causes.length).toBeLessThanOrEqual(21);
          return;
        }
        const exported: unknown = JSON.parse(JSON.stringify(writeOrgFile(parsed.configuration)));
        expect(parseOrgFile(exported)).toEqual(parsed);
      }),
    );
  });

  test("refuses any other JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        expect(parseOrgFile(value).kind).toBe("broken");
      }),
    );
  });
});
