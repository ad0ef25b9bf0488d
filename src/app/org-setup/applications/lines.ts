export function parseLines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function writeLines(entries: readonly string[]): string {
  return entries.join("\n");
}
