import { mapPlaces } from "../../../okta/groups-map/map-cell.ts";
import type { MapCell, MapTableRow } from "./map-table.ts";

export type MapDocument = {
  title: string;
  facts: readonly string[];
  columns: readonly string[];
  rows: readonly (readonly DocumentCell[])[];
};

/** `place` is the map's cell behind the text. It is missing in the first two columns. */
type DocumentCell = { text: string; place?: MapCell };

export function buildMapDocument(
  rows: readonly MapTableRow[],
  about: { orgUrl: string; userName: string | undefined; exportedAt: Date },
): MapDocument {
  const servers = new Map(rows.map(({ row }) => [row.serverName, row]));
  return {
    title: "Where groups go",
    facts: [
      `Org: ${about.orgUrl}`,
      ...(about.userName === undefined ? [] : [`User: ${about.userName}`]),
      ...[...servers].map(
        ([name, { scopes }]) => `Scopes at ${name}: ${scopes.join(" ") || "none"}`,
      ),
      `Exported: ${about.exportedAt.toISOString().slice(0, 16).replace("T", " ")} UTC`,
    ],
    columns: ["Server", "Request", "ID token", "Access token", "UserInfo"],
    rows: rows.map(({ row, request, cells }) => [
      { text: row.serverName },
      { text: request },
      ...mapPlaces.map((place) => ({ text: writeCell(cells[place]), place: cells[place] })),
    ]),
  };
}

function writeCell({ evidence, groups, text, weight, predicted, note }: MapCell): string {
  const parts = [
    weight ? `${text}, ${weight}` : text,
    predicted === undefined ? undefined : `not as predicted: ${predicted}`,
    note,
  ].filter((it) => it !== undefined);
  const prefix = groups === "not-requested" ? "" : `${evidence}: `;
  return prefix + parts.join("; ");
}

/** Writes a CSV file. Excel needs the byte order mark for characters beyond ASCII. */
export function toCsv({ columns, rows }: MapDocument): string {
  const lines = [columns, ...rows.map((row) => row.map(({ text }) => text))];
  return `\uFEFF${lines.map((line) => `${line.map(quote).join(",")}\r\n`).join("")}`;
}

/** An apostrophe keeps a spreadsheet from running a formula. @see RFC 4180 §2; OWASP: CSV Injection */
function quote(field: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function toMarkdown({ title, facts, columns, rows }: MapDocument): string {
  const lines = [
    `## ${title}`,
    "",
    ...facts.map((fact) => `- ${escapeMarkdown(fact)}`),
    "",
    toLine(columns),
    toLine(columns.map(() => "---")),
    ...rows.map((row) =>
      toLine(
        row.map(({ text, place }) =>
          place?.predicted === undefined ? escapeMarkdown(text) : `**${escapeMarkdown(text)}**`,
        ),
      ),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function toLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** @see CommonMark 0.31 §2.4 (any ASCII punctuation may be escaped); GitHub Flavored Markdown §4.10 (tables) */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~!&@]/g, "\\$&");
}
