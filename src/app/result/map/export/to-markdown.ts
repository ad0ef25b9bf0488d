import type { MapDocument } from "./map-document.ts";

/** A table in GitHub's Markdown. Text from the org is escaped, so that it stays text. */
export function toMarkdown({ title, facts, columns, rows }: MapDocument): string {
  const lines = [
    `## ${title}`,
    "",
    ...facts.map((fact) => `- ${escapeMarkdown(fact)}`),
    "",
    toLine(columns),
    toLine(columns.map(() => "---")),
    ...rows.map(({ cells, places }) =>
      toLine([
        ...cells.map(escapeMarkdown),
        ...places.map(({ text, isContradiction }) =>
          isContradiction ? `**${escapeMarkdown(text)}**` : escapeMarkdown(text),
        ),
      ]),
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
