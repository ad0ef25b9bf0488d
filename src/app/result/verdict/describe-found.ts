import { type Checks, computeTokenTrust, computeTrust } from "../../../oidc/trust.ts";
import type { IdTokenVerdict } from "../../../okta/fat-and-thin.ts";
import type { FoundGroups } from "../../../okta/found-cause.ts";
import type { OrgSetUp } from "../../../okta/org-set-up.ts";
import { issuedTokens, listIssuedTokens, tokenClaimsOf } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import { joinWords } from "../claims/format-count.ts";
import { findNamedUser, placeNames } from "../claims-sources.ts";
import { judgeRunIdToken } from "../slots/judge-run-id-token.ts";
import type { Verdict, VerdictInput } from "./verdict-data.ts";

type Found = Pick<Verdict, "heading" | "sentences"> & {
  tone: "groups";
  /** The kind of the ID token, if the ID token has groups. */
  kind: IdTokenVerdict["kind"] | undefined;
};

/** Describes where a run's groups are. */
export function describeFound(
  { run, checks, userGroups }: Pick<VerdictInput, "run" | "checks" | "userGroups">,
  found: readonly FoundGroups[],
): Found {
  const places = [...new Set(found.map(({ where }) => where))];
  const names = places.map((place) => placeNames[place]);
  const { idTokenClaims } = tokenClaimsOf(run);
  const idToken =
    idTokenClaims && places.includes("ID token") ? judgeRunIdToken(run, idTokenClaims) : undefined;
  return {
    tone: "groups",
    kind: idToken?.kind,
    heading: `${countOfAll(found, userGroups) ?? "Groups are"} in ${joinWords(names)}`,
    sentences: [...(idToken ? [idToken.reason] : []), ...listUnverified(run, checks, places)],
  };
}

/** Finds the user whom the tokens name, and whether the run proves that the user signed in. */
export function describeUser(
  run: Run,
  checks: Checks,
  setUp: OrgSetUp | undefined,
): Verdict["user"] {
  const name = nameUser(run, setUp);
  return name === undefined ? undefined : { name, hasSignedIn: isSignInProven(run, checks) };
}

/** Names the user whom the tokens name. If they have only the user's ID, the set-up knows the username. */
export function nameUser(run: Run, setUp: OrgSetUp | undefined): string | undefined {
  const name = findNamedUser(run);
  const known = setUp?.user;
  return known?.id === name ? known?.login : name;
}

/** An access token alone proves no sign-in: it is for an API, and any app could present it. */
function isSignInProven(run: Run, checks: Checks): boolean {
  return issuedTokens(run).idToken !== undefined && computeTrust(checks).level === "verified";
}

/**
 * "2 of 4 groups are". `undefined` unless the user is known to have groups that the claim lacks. Groups with the same name
 * count separately: an imported group can have another group's name.
 */
function countOfAll(
  found: readonly FoundGroups[],
  userGroups: VerdictInput["userGroups"],
): string | undefined {
  const [claim, ...others] = found;
  if (!claim || others.length > 0 || !userGroups) return undefined;
  const count = claim.groups.length;
  const unlisted = userGroups.map(({ name }) => name);
  for (const group of claim.groups) {
    const index = unlisted.indexOf(group);
    if (index < 0) return undefined;
    unlisted.splice(index, 1);
  }
  if (unlisted.length === 0) return undefined;
  return `${count} of ${userGroups.length} groups ${count === 1 ? "is" : "are"}`;
}

/** Lists why tokens with groups are not verified. Empty while the checks are running. */
function listUnverified(
  run: Run,
  checks: Checks,
  places: readonly FoundGroups["where"][],
): readonly string[] {
  const tokens = {
    "ID token": { name: "id_token", key: "idToken" },
    "Access token": { name: "access_token", key: "accessToken" },
  } as const;
  return places.flatMap((place) => {
    if (place === "UserInfo") return [];
    const { name, key } = tokens[place];
    const word = place.replace(/^A/, "a");
    const sources = listIssuedTokens(run).filter((issued) => issued[key]);
    const trusts =
      sources.length > 1
        ? sources.map(({ source }) => ({
            subject: `The ${sourceNames[source]}’s ${word}`,
            trust: computeTokenTrust(checks, name, source),
          }))
        : [{ subject: `The ${word}`, trust: computeTokenTrust(checks, name) }];
    return trusts.flatMap(({ subject, trust }) =>
      trust.level === "unverified" ? [`${subject} is not verified. ${trust.reason}`] : [],
    );
  });
}

const sourceNames = { redirect: "redirect", token_endpoint: "token endpoint" };
