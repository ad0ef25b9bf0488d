/** A list as it is typed, one entry a line: blank lines and blanks around an entry count for nothing. */
export function readLines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A list as it is shown for typing. */
export function writeLines(entries: readonly string[]): string {
  return entries.join("\n");
}
