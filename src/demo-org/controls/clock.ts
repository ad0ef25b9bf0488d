import type { ClockControl } from "./controls.ts";

/**
 * What time it is for the org.
 *
 * @param now Milliseconds since the epoch, as the machine has it.
 */
export function readClock(control: ClockControl | null, now: number): number {
  if (control === null) return now;
  switch (control.kind) {
    case "frozen":
      return control.at;
    case "shifted":
      return now + control.byMs;
    default:
      return control satisfies never;
  }
}
