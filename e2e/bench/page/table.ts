/** A row of the table. A figure is missing if a page does not support the measured action. */
export type Row = {
  readonly name: string;
  readonly explorer: string;
  readonly bare?: string;
  readonly sample?: string;
  readonly comparison?: string;
};

/** One figure as a multiple of another. */
export function compare(one: number, other: number): string {
  return `${(one / other).toFixed(2)} times`;
}

/** Prints a table in Markdown. */
export function printTable(rows: readonly Row[]): void {
  const cells = [
    ["", "explorer", "bare React", "Okta's SDK", "explorer takes"],
    ...rows.map(({ name, explorer, bare = "–", sample = "–", comparison = "" }) => [
      name,
      explorer,
      bare,
      sample,
      comparison,
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  const lines = cells.map(
    (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
  lines.splice(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
  for (const line of lines) console.log(line);
}
