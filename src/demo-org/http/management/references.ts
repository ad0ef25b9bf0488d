import { refuseCauses } from "./api-error.ts";
import { listEntries, listUnknown } from "./import-problems.ts";

/** The values of a field, such as user IDs, and the known values. Unknown values are refused. */
export type Reference = readonly [
  what: "user" | "group" | "client" | "scope",
  field: string,
  values: readonly string[],
  known: readonly string[],
];

export function listIds(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

/** @throws {ApiError} A field has unknown values. The error's causes name those of the first such field. */
export function checkReferences(references: readonly Reference[]): void {
  for (const [what, field, values, known] of references) {
    const unknown = values.filter((it) => !known.includes(it));
    refuseCauses(
      field,
      unknown.map((it) => `${field}: There is no ${what} '${it}'`),
    );
  }
}

export function listUnknownReferences(
  place: string,
  references: readonly Reference[],
): readonly string[] {
  return references.flatMap(([what, field, values, known]) =>
    listUnknown(listEntries(`${place}.${field}`, values), known, what),
  );
}
