/** The median, which a single slow round does not change; NaN for an empty list. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Prints a heading for the rows below it. */
export function print(line: string): void {
  console.log(`\n${line}`);
}

/** Prints a figure, and its goal if it has one. */
export function row(name: string, value: string, goal = ""): void {
  console.log(`  ${name.padEnd(36)} ${value}${goal && `  (${goal})`}`);
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}

export function milliseconds(timeMs: number, decimals = 0): string {
  return `${timeMs.toFixed(decimals)} ms`;
}
