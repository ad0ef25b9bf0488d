import type { JsonObject, JsonValue } from "../oidc/json.ts";

export type ClaimsColumn = {
  label: string;
  /** `undefined` where that run brought no such token. */
  claims: JsonObject | undefined;
};

export type ComparedClaim = {
  name: string;
  left?: JsonValue;
  right?: JsonValue;
  difference: "only-left" | "only-right" | "changed" | "same";
  isGroups: boolean;
};

export function compareClaims(
  _columns: readonly [left: ClaimsColumn, right: ClaimsColumn],
): readonly ComparedClaim[] {
  return [];
}
