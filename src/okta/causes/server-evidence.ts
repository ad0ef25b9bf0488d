import type { Change } from "../found-cause.ts";
import { sendRequest } from "../groups-request.ts";
import { isGroupsClaim } from "../is-groups-claim.ts";
import type { ClaimSetUp, ServerSetUp } from "../org-set-up.ts";
import { type ClaimValueEntry, changeClaim, pickName, type SetUpChange } from "../set-up-change.ts";
import { type ExcludingSetting, isMadeOfGroups } from "../set-up-rules/evaluate-claim.ts";
import type { Source } from "../sources.ts";
import { describeContent } from "./app-causes.ts";
import { type Cause, cause, type Evidence, type Finding } from "./cause.ts";
import type { CauseId } from "./cause-id.ts";
import { nameEqualClaims } from "./equal-claims.ts";
import { changeValue, type Exclusion, locateClaims, type PlacedClaim } from "./exclusion.ts";
import { everyGroup, findJoinedList } from "./value-problem.ts";

type ServerExclusion = Extract<Exclusion, { server: ServerSetUp }>;
type OfKind<Kind> = ServerExclusion & { kind: Kind };

export const tokenNames = { id_token: "ID token", access_token: "access token" } as const;

/**
 * Builds a cause of a custom server.
 *
 * @param prove Describes the cause from the org's set-up.
 * @param suggest Describes a possible cause if the set-up is unknown and no token has groups.
 */
export function serverCause<Kind extends ServerExclusion["kind"]>(
  id: CauseId,
  source: Source,
  kind: Kind,
  prove: (exclusion: OfKind<Kind>, evidence: Evidence) => Finding,
  suggest: Cause["find"],
): Cause {
  return cause(id, source, (evidence) => {
    const exclusion = evidence.exclusions.find(
      (it): it is OfKind<Kind> => "server" in it && it.kind === kind,
    );
    if (exclusion) {
      const consolePath = locateClaims(exclusion.server.name);
      const finding = prove(exclusion, evidence);
      const equal = nameEqualClaims(exclusion, evidence.exclusions);
      return {
        consolePath,
        ...("claim" in exclusion && { claim: exclusion.claim.name }),
        ...finding,
        observed: `${finding.observed} ${equal}`.trim(),
      };
    }
    const suggested = isCustomWithoutGroups(evidence) && suggest(evidence);
    return suggested && { consolePath: locateClaims("the server"), ...suggested };
  });
}

/** Whether no token of a custom server has groups, all tokens are readable, and the server's settings are unknown. */
export function isCustomWithoutGroups({ run, places, found }: Evidence): boolean {
  const isFoundInToken = found.some(({ where }) => where !== "UserInfo");
  const isUnclear = Object.values(places).some(({ state }) =>
    ["unreadable", "empty", "text"].includes(state),
  );
  return run.server.kind === "custom" && !run.setUp && !isFoundInToken && !isUnclear;
}

export function isFoundIn({ found }: Evidence, place: keyof Evidence["places"]): boolean {
  return found.some(({ where }) => where === place);
}

export function addClaim(
  server: ServerSetUp,
  name: string,
  token: ClaimSetUp["token"],
  value: ClaimValueEntry,
): SetUpChange {
  const isTaken = (it: string) =>
    server.claims.some((claim) => claim.name === it && claim.token === token);
  // A token can't have two claims with the same name.
  const free = [name, "groups", "GroupsClaim", `${name}_2`].find((it) => !isTaken(it)) ?? name;
  const claim = { name: free, token, isActive: true, isAlways: true, scopes: [], value };
  return { kind: "add_claim", server: pickName(server), claim };
}

/** Finds a claim that is named like groups, but has an expression that calls no groups function. */
export function findNamedLikeGroups(
  server: ServerSetUp,
  token: ClaimSetUp["token"],
): { name: string; content: string } | undefined {
  const claim = server.claims.find(
    (it) => it.token === token && !isMadeOfGroups(it.value) && isGroupsClaim(it.name, []),
  );
  const start = `The claim ${claim?.name} of the server ${server.name}`;
  return claim && { name: claim.name, content: describeContent(start, claim.value) };
}

/** Replaces an app's claim, because an app has only one, but adds another claim to a server. */
export function listEveryGroup(claim: PlacedClaim): SetUpChange {
  if (claim.of === "app") return changeValue(claim, everyGroup);
  return addClaim(claim.server, "groups", claim.token, everyGroup);
}

/** Changes every setting that leaves the claim out of its token, and the value if it lists no groups. */
export function includeClaim(
  { server, claim, otherwise }: OfKind<ExcludingSetting>,
  { scopes, weight }: Evidence,
): SetUpChange {
  const isThin = claim.token === "id_token" && weight === "thin";
  const isScopeMissing = claim.scopes.length > 0 && !claim.scopes.some((it) => scopes.includes(it));
  const fix = otherwise.kind === "value" ? otherwise.problem.fix : findJoinedList(claim.value);
  return changeClaim(server, claim, {
    ...(!claim.isActive && { isActive: true }),
    ...(isScopeMissing && { scopes: [] }),
    ...(isThin && !claim.isAlways && { isAlways: true }),
    ...(fix && { value: fix }),
  });
}

export function requestOnly(token: ClaimSetUp["token"], { scopes }: Evidence): Change {
  const needsOpenId = token === "id_token" && !scopes.includes("openid");
  return sendRequest(`Request the ${tokenNames[token]} only`, {
    responseType: token === "id_token" ? "id_token" : "token",
    ...(needsOpenId && { scopes: ["openid", ...scopes] }),
  });
}
