import { type Checks, computeTokenTrust, computeTrust } from "../../../oidc/trust.ts";
import { diagnose } from "../../../okta/diagnosis.ts";
import type { FoundGroups, Reason } from "../../../okta/reason.ts";
import { assumeSetUpBehind, findSetUpBehind } from "../../../okta/set-up-guide/set-up-behind.ts";
import { issuedTokens, tokenClaimsOf } from "../../issued-tokens.ts";
import type { SentRequest } from "../../pending-requests.ts";
import type { Run } from "../../run.ts";
import { joinWords } from "../claims/format-count.ts";
import { findNamedUser, placeNames } from "../claims-sources.ts";
import { judgeRunIdToken } from "../slots/judge-run-id-token.ts";
import { listActions, listCalls } from "./label-set-up-change.ts";
import { toDiagnosable } from "./to-diagnosable.ts";
import type { Description, VerdictInput } from "./verdict-data.ts";

export function describeGroups(input: VerdictInput, request: SentRequest): Description {
  const { run, checks, userInfo, userGroups, setUp: orgSetUp } = input;
  const { found, reasons, incomplete } = diagnose(
    toDiagnosable(run, request, {
      userGroups,
      setUp: orgSetUp,
      hasUserInfoFailed: userInfo.status === "failed",
    }),
  );
  const name = findNamedUser(run);
  const isAssumed = request.org === "own";
  const changes = isAssumed
    ? assumeSetUpBehind(found, request)
    : orgSetUp
      ? findSetUpBehind(found, request, orgSetUp)
      : [];
  return {
    groups: found,
    ...(found.length > 0 ? describeFound(input, found, reasons) : describeMissing(input, reasons)),
    behind: changes.length > 0 ? { changes, isAssumed } : undefined,
    user: name === undefined ? undefined : { name, hasSignedIn: isSignInProven(run, checks) },
    incomplete,
  };
}

/** An access token alone proves no sign-in: it is for an API, and any app could present it. */
function isSignInProven(run: Run, checks: Checks): boolean {
  return issuedTokens(run).idToken !== undefined && computeTrust(checks).level === "verified";
}

function describeFound(
  input: VerdictInput,
  found: readonly FoundGroups[],
  reasons: readonly Reason[],
): Description {
  const { run, checks } = input;
  const places = [...new Set(found.map(({ where }) => where))];
  const names = places.map((place) => placeNames[place]);
  const { idTokenClaims } = tokenClaimsOf(run);
  const kind =
    idTokenClaims && places.includes("ID token") ? judgeRunIdToken(run, idTokenClaims) : undefined;
  const change = reasons.flatMap(listActions)[0];
  const isFat = kind?.kind === "fat";
  return {
    tone: "groups",
    heading: `${countOfAll(found, input.userGroups) ?? "Groups are"} in ${joinWords(names)}`,
    sentences: [...(kind ? [kind.reason] : []), ...listUnverified(checks, places)],
    secondary: isFat
      ? [{ kind: "see-thin", label: "See a thin ID token" }]
      : change
        ? [change]
        : [],
    others: reasons,
  };
}

/** "2 of 4 groups are", where the user is known to have groups that the claim lacks. */
function countOfAll(
  found: readonly FoundGroups[],
  userGroups: VerdictInput["userGroups"],
): string | undefined {
  const [claim, ...others] = found;
  if (!claim || others.length > 0 || !userGroups) return undefined;
  const all = new Set(userGroups.map(({ name }) => name));
  const { groups } = claim;
  const count = groups.length;
  if (count >= all.size || !groups.every((group) => all.has(group))) return undefined;
  return `${count} of ${all.size} groups ${count === 1 ? "is" : "are"}`;
}

/** Why a token with groups is not verified. Empty while that is still being checked. */
function listUnverified(
  checks: Checks,
  places: readonly FoundGroups["where"][],
): readonly string[] {
  const tokens = { "ID token": "id_token", "Access token": "access_token" } as const;
  return places.flatMap((place) => {
    const trust = place === "UserInfo" ? undefined : computeTokenTrust(checks, tokens[place]);
    return trust?.level === "unverified"
      ? [`The ${place.replace(/^A/, "a")} is not verified. ${trust.reason}`]
      : [];
  });
}

function describeMissing({ run, userInfo }: VerdictInput, reasons: readonly Reason[]): Description {
  const hasAccessToken = issuedTokens(run).accessToken !== undefined;
  const causes = reasons.filter(({ change }) => change?.kind !== "call_userinfo");
  const [cause, ...others] = causes.length > 0 ? causes : reasons;
  const changes = cause ? listActions(cause) : [];
  // UserInfo has the groups at once, without another sign-in.
  const calls = hasAccessToken ? reasons.flatMap(listCalls).slice(0, 1) : [];
  const [primary, ...secondary] = [...calls, ...changes];
  const { status, failure } = userInfo;
  return {
    tone: "none",
    heading: cause?.title ?? "No groups in this response",
    sentences: [
      ...(cause ? [cause.observed, cause.expected] : []),
      ...(status === "failed" && failure ? [`${failure.title}.`] : []),
    ],
    primary,
    secondary,
    cause,
    others,
  };
}
