/** Reads one entry per line, ignoring blank lines and surrounding spaces. */
export function parseLines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Writes one entry per line. */
export function writeLines(entries: readonly string[]): string {
  return entries.join("\n");
}
