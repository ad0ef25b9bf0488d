import type { LeftOutClaim } from "../../../okta/left-out.ts";
import { countOf, joinWords, keepCounts } from "../claims/format-count.ts";
import { writeShort } from "../claims/VisibleText.tsx";
import { type ClaimsSource, findNamedUser } from "../claims-sources.ts";
import styles from "./Compare.module.css";
import type { Sides } from "./choose-sides.ts";

type FatAndThinNoteProps = {
  sides: Sides;
  /** The claims that each side left out. `undefined`: not known. */
  leftOut: {
    left: readonly LeftOutClaim[] | undefined;
    right: readonly LeftOutClaim[] | undefined;
  };
};

/** Says which claims of a fat ID token the thin ID token beside it lacks, and how to get these claims. */
export function FatAndThinNote({ sides: { left, right }, leftOut }: FatAndThinNoteProps) {
  const thin = [
    { source: left, claims: leftOut.left },
    { source: right, claims: leftOut.right },
  ].find(({ source }) => source.kind === "thin");
  const hasFat = [left, right].some(({ kind }) => kind === "fat");
  if (!thin?.claims || thin.claims.length === 0 || !hasFat || !isSameUser(left, right)) return null;
  const { run } = thin.source;
  const isCustom = run.request?.server.kind === "custom";
  const lacksGroups = thin.claims.some(({ kind }) => kind === "groups");
  const advice = !isCustom
    ? "Request the ID token only, or call UserInfo."
    : lacksGroups
      ? "Call UserInfo for them, or set the server’s groups claim to Always."
      : "Request the ID token only, or call UserInfo for them.";
  return (
    <p className={styles.note}>
      <b>Token {run.number} is thin.</b>{" "}
      {keepCounts(
        `Okta issued it with an access token, so it lacks ${listClaims(thin.claims)}. ${advice}`,
      )}
    </p>
  );
}

function listClaims(claims: readonly LeftOutClaim[]): string {
  const groups = claims.filter(({ kind }) => kind === "groups").map(({ name }) => writeShort(name));
  const others = claims.length - groups.length;
  const named = groups.length > 2 ? [countOf(groups.length, "groups claim")] : groups;
  const noun = named.length > 0 ? "more claim" : "claim";
  return joinWords(others > 0 ? [...named, countOf(others, noun)] : named);
}

function isSameUser(left: ClaimsSource, right: ClaimsSource): boolean {
  return findNamedUser(left.run) === findNamedUser(right.run);
}
