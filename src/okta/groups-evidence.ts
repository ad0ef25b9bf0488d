import { findRedirectTokens, usesCode } from "../oidc/authorization-request.ts";
import { findMember, type JsonObject, type JsonValue } from "../oidc/json.ts";
import type { FoundGroups, RunToDiagnose } from "./found-cause.ts";
import { findGroupsClaims } from "./groups-claims.ts";
import type { ClaimOrigins } from "./is-groups-claim.ts";
import type { NamedGroup } from "./org-set-up.ts";
import { requestsIdToken } from "./request-to-predict.ts";

export type GroupsEvidence =
  /** Not requested, or the code was not exchanged, or UserInfo was not called. */
  | { state: "not_requested" }
  | { state: "absent" }
  | { state: "unreadable"; because: "encrypted" | "malformed" }
  | { state: "refused" }
  | { state: "empty"; claim: string; value: JsonValue }
  | { state: "text"; claim: string; value: JsonValue }
  | { state: "part"; claims: readonly FoundGroups[]; missing: readonly NamedGroup[] }
  | { state: "present"; claims: readonly FoundGroups[] };

export type EvidenceByPlace = Record<FoundGroups["where"], GroupsEvidence>;

export function requestsAccessToken({
  responseType,
}: Pick<RunToDiagnose, "responseType">): boolean {
  return findRedirectTokens(responseType).accessToken || usesCode(responseType);
}

/** Finds the state of groups in both tokens and UserInfo. @param origins Which claims are made of groups, if known. */
export function collectEvidence(run: RunToDiagnose, origins?: ClaimOrigins): EvidenceByPlace {
  const { idTokenClaims, accessTokenClaims, userInfoClaims } = run;
  const judge = (where: FoundGroups["where"], claims: JsonObject) =>
    judgeClaims(where, claims, { origins, userGroups: run.userGroups });
  return {
    "ID token": idTokenClaims
      ? judge("ID token", idTokenClaims)
      : judgeMissing(run, "ID token", requestsIdToken(run)),
    "Access token": accessTokenClaims
      ? judge("Access token", accessTokenClaims)
      : isOpaque(run)
        ? { state: "absent" }
        : judgeMissing(run, "Access token", requestsAccessToken(run)),
    UserInfo: userInfoClaims
      ? judge("UserInfo", userInfoClaims)
      : { state: run.hasUserInfoFailed ? "refused" : "not_requested" },
  };
}

/** Whether the response has an access token of the org server, which never has groups. */
function isOpaque({ server, responseType, codeExchange, refusal }: RunToDiagnose): boolean {
  const isReturned =
    findRedirectTokens(responseType).accessToken || (usesCode(responseType) && !codeExchange);
  return server.kind === "org" && isReturned && !refusal;
}

function judgeMissing(
  { unreadable, refusal, codeExchange }: RunToDiagnose,
  token: "ID token" | "Access token",
  isRequested: boolean,
): GroupsEvidence {
  const because = unreadable?.[token];
  if (because) return { state: "unreadable", because };
  const isRefused = refusal !== undefined || codeExchange === "refused";
  return { state: isRefused && isRequested ? "refused" : "not_requested" };
}

type Known = { origins: ClaimOrigins | undefined; userGroups: readonly NamedGroup[] | undefined };

function judgeClaims(
  where: FoundGroups["where"],
  claims: JsonObject,
  { origins, userGroups = [] }: Known,
): GroupsEvidence {
  const groupsClaims = findGroupsClaims(claims, origins);
  const found = groupsClaims
    .filter(({ state }) => state === "present")
    .map(({ name, groups }): FoundGroups => ({ where, claim: name, groups }));
  if (found.length > 0) {
    const missing = listMissing(found, userGroups);
    return missing.length > 0
      ? { state: "part", claims: found, missing }
      : { state: "present", claims: found };
  }
  const odd = groupsClaims.find(({ state }) => state === "text") ?? groupsClaims[0];
  if (!odd) return { state: "absent" };
  const value = findMember(claims, odd.name) ?? null;
  return { state: odd.state === "text" ? "text" : "empty", claim: odd.name, value };
}

/** Lists the user's groups that no claim has. Empty if a claim has unknown names, which an expression has changed. */
function listMissing(
  found: readonly FoundGroups[],
  userGroups: readonly NamedGroup[],
): readonly NamedGroup[] {
  const names = new Set(found.flatMap(({ groups }) => groups));
  const known = new Set(userGroups.map(({ name }) => name));
  const isKnown = [...names].every((name) => known.has(name));
  return isKnown ? userGroups.filter(({ name }) => !names.has(name)) : [];
}

export function listFound(evidence: EvidenceByPlace): readonly FoundGroups[] {
  return Object.values(evidence).flatMap((it) =>
    it.state === "present" || it.state === "part" ? it.claims : [],
  );
}
