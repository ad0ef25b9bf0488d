/** The middle one, which a single slow round does not move; NaN where there is none. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Prints what the rows below it are. */
export function print(line: string): void {
  console.log(`\n${line}`);
}

/** Prints a figure, and what it should be where there is an aim. */
export function row(name: string, value: string, aim = ""): void {
  console.log(`  ${name.padEnd(36)} ${value}${aim && `  (${aim})`}`);
}

/** Bytes as people say them, to a tenth. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** Bytes of a process, which need no tenth. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}

/** A time, with so many digits behind the point. */
export function milliseconds(time: number, digits = 0): string {
  return `${time.toFixed(digits)} ms`;
}
