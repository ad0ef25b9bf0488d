import type { ClaimsMember, ClaimsSet } from "../../../oidc/claims-set.ts";
import { groupClaims } from "../../../okta/claim-order.ts";
import { type ComparedClaim, compareClaims } from "../../../okta/difference.ts";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";
import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { listGroups } from "../claims/list-groups.ts";
import type { ClaimsSource } from "../claims-sources.ts";
import { findLeftOut } from "../find-left-out.ts";
import type { Sides } from "./choose-sides.ts";

export type ComparisonRow = Pick<ComparedClaim, "name" | "difference" | "isGroups"> & {
  left: ClaimsMember | undefined;
  right: ClaimsMember | undefined;
  /** The groups of each side whose value is a list of groups. */
  groups: { left?: ComparedGroups; right?: ComparedGroups };
};

type ComparedGroups = {
  all: readonly string[];
  /** The groups that the other side lacks. Empty if the other side is not a list of groups. */
  onlyHere: readonly string[];
};

/** The rows of a comparison, in reading order: groups, then the user, then the sign-in and the token. */
export type Comparison = {
  different: readonly ComparisonRow[];
  /** Claims that differ in any two tokens, such as `jti`. */
  alwaysDifferent: readonly ComparisonRow[];
  same: readonly ComparisonRow[];
};

/** A token's own ID and times, and values that belong to one request or one access token. */
const uniqueClaims: ReadonlySet<string> = new Set([
  "jti",
  "iat",
  "exp",
  "nonce",
  "at_hash",
  "c_hash",
]);

export function compareSources({ left, right }: Sides, origins?: ClaimOrigins): Comparison {
  const members = { left: mapMembers(left.set), right: mapMembers(right.set) };
  const rows = sortForReading(
    compareClaims(left.set.claims, right.set.claims, origins).map((row) =>
      toRow(row, members, origins),
    ),
    origins,
  );
  const isUnique = ({ name, difference }: ComparisonRow) =>
    difference === "changed" && uniqueClaims.has(name);
  const isDifferent = ({ difference, isGroups }: ComparisonRow) =>
    difference !== "same" || isGroups;
  return {
    different: rows.filter((row) => isDifferent(row) && !isUnique(row)),
    alwaysDifferent: rows.filter(isUnique),
    same: rows.filter((row) => !isDifferent(row)),
  };
}

type MembersByName = ReadonlyMap<string, ClaimsMember>;

function toRow(
  { name, difference, isGroups }: ComparedClaim,
  members: { left: MembersByName; right: MembersByName },
  origins: ClaimOrigins | undefined,
): ComparisonRow {
  const [left, right] = [members.left.get(name), members.right.get(name)];
  const row = { name, isGroups, left, right, groups: compareGroups(left, right, origins) };
  const isChanged =
    difference === "same" && isInexact(row) && row.left?.source !== row.right?.source;
  return { ...row, difference: isChanged ? "changed" : difference };
}

function compareGroups(
  left: ClaimsMember | undefined,
  right: ClaimsMember | undefined,
  origins: ClaimOrigins | undefined,
): ComparisonRow["groups"] {
  const ofLeft = left && listGroups(left, origins);
  const ofRight = right && listGroups(right, origins);
  return {
    ...(ofLeft && { left: { all: ofLeft, onlyHere: listOnlyHere(ofLeft, ofRight) } }),
    ...(ofRight && { right: { all: ofRight, onlyHere: listOnlyHere(ofRight, ofLeft) } }),
  };
}

function listOnlyHere(
  groups: readonly string[],
  others: readonly string[] | undefined,
): readonly string[] {
  if (!others) return [];
  const known = new Set(others);
  return [...new Set(groups.filter((group) => !known.has(group)))];
}

/** Of several members with the same name, JavaScript apps see the last. */
function mapMembers({ members }: ClaimsSet): MembersByName {
  return new Map(members.map((member) => [member.name, member]));
}

/** Numbers beyond 2^53 can be equal in JavaScript although they were sent with different digits. */
function isInexact({ left, right }: Pick<ComparisonRow, "left" | "right">): boolean {
  const notes = [...(left?.notes ?? []), ...(right?.notes ?? [])];
  return notes.some(({ code }) => code === "inexact_number");
}

function sortForReading(
  rows: readonly ComparisonRow[],
  origins: ClaimOrigins | undefined,
): readonly ComparisonRow[] {
  const members = rows.map((row) => ({
    name: row.name,
    value: (row.left ?? row.right)?.value ?? null,
    row,
  }));
  const sorted = groupClaims(members, origins).flatMap((group) =>
    group.members.map(({ row }) => row),
  );
  // A claim counts as groups even if only one side is a list of groups.
  return [
    ...sorted.filter(({ isGroups }) => isGroups),
    ...sorted.filter(({ isGroups }) => !isGroups),
  ];
}

/**
 * Finds the claims that one side left out, by comparing it with the other side's run.
 *
 * @returns `undefined` if the left-out claims are not known.
 */
export function findLeftOutOf(
  { run, place, kind }: ClaimsSource,
  other: ClaimsSource,
): readonly LeftOutClaim[] | undefined {
  if (place !== "ID token" || kind === "fat") return [];
  return kind === "thin" ? findLeftOut(run, [run, other.run], undefined) : undefined;
}
