import type { MapDocument } from "./map-document.ts";

/** A row for each request, with a byte order mark, without which Excel garbles what is not ASCII. */
export function toCsv({ columns, rows }: MapDocument): string {
  const lines = [
    columns,
    ...rows.map((row) => [...row.cells, ...row.places.map(({ text }) => text)]),
  ];
  return `\uFEFF${lines.map((line) => `${line.map(quote).join(",")}\r\n`).join("")}`;
}

/**
 * Quotes a field. One that a spreadsheet would take for a formula starts with an apostrophe.
 *
 * @see RFC 4180 §2; OWASP: CSV Injection
 */
function quote(field: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return `"${safe.replaceAll('"', '""')}"`;
}
