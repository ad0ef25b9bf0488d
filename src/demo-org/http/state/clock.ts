import type { ClockControl } from "./controls.ts";

/**
 * The org's time.
 *
 * @param now The machine's time in milliseconds since the epoch.
 */
export function toOrgTime(control: ClockControl | null, now: number): number {
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
