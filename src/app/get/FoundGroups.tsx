import { findGroupsClaims } from "../../okta/groups-claims.ts";
import type { FoundGroups as Found } from "../../okta/reason.ts";
import { claimsSourcesOf } from "../describe-run.ts";
import type { Run } from "../runs.ts";
import { shorten } from "../shorten.ts";
import styles from "./FoundGroups.module.css";

type FoundGroupsProps = { run: Run; found: readonly Found[] };

/** Where the groups are, how many, and which. */
export function FoundGroups({ run, found }: FoundGroupsProps) {
  return (
    <ul className={styles.found}>
      {found.map(({ where, claim, count }) => (
        <li key={`${where} ${claim}`}>
          <strong>{count === 1 ? "1 group" : `${count} groups`}</strong> in {placeWords[where]},
          claim <code>{shorten(claim)}</code>
          <Names names={namesOf(run, where, claim)} />
        </li>
      ))}
    </ul>
  );
}

const placeWords = {
  "ID token": "the ID token",
  "Access token": "the access token",
  UserInfo: "UserInfo",
};

/** As many names as one look takes in; the claim's row below has them all. */
const mostNames = 12;

function Names({ names }: { names: readonly string[] }) {
  const more = names.length - mostNames;
  return (
    <span className={styles.names}>
      {names.slice(0, mostNames).map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and keep their order
        <bdi key={index}>{shorten(name)}</bdi>
      ))}
      {more > 0 && <span>and {more} more</span>}
    </span>
  );
}

function namesOf(run: Run, place: Found["where"], claim: string): readonly string[] {
  const source = claimsSourcesOf(run).find((it) => it.place === place);
  const claims = source ? findGroupsClaims(source.claims) : [];
  return claims.find(({ name }) => name === claim)?.groups ?? [];
}
