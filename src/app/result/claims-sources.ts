import type { ClaimsSet } from "../../oidc/claims-set.ts";
import { findMember } from "../../oidc/json.ts";
import type { IdTokenVerdict } from "../../okta/fat-and-thin.ts";
import type { FoundGroups } from "../../okta/found-cause.ts";
import { findGroupsClaims } from "../../okta/groups-claims.ts";
import { isOpaque } from "../is-opaque.ts";
import { listIssuedTokens, tokenClaimsOf } from "../issued-tokens.ts";
import type { Run } from "../run.ts";
import { judgeRunIdToken } from "./slots/judge-run-id-token.ts";

export type ClaimsSource = {
  id: string;
  run: Run;
  place: "ID token" | "Access token" | "UserInfo";
  set: ClaimsSet;
  kind?: IdTokenVerdict["kind"];
};

export const placeNames: Readonly<Record<ClaimsSource["place"], string>> = {
  "ID token": "the ID token",
  "Access token": "the access token",
  UserInfo: "UserInfo",
};

/**
 * Lists a run's claims sets: each token that can be decoded and is not opaque, and UserInfo. Of two ID tokens, the
 * token endpoint's comes first.
 */
export function listClaimsSources(run: Run): readonly ClaimsSource[] {
  const { id, userInfo } = run;
  const tokens = listIssuedTokens(run).toReversed();
  const idTokens = tokens.flatMap(({ idToken }) =>
    idToken?.decoded.kind === "decoded" ? [idToken.decoded] : [],
  );
  const accessTokens = tokens.flatMap(({ accessToken }) =>
    accessToken?.decoded.kind === "decoded" && !isOpaque(run, accessToken.decoded)
      ? [accessToken.decoded]
      : [],
  );
  return [
    ...idTokens.map((set, index) => {
      const { kind } = judgeRunIdToken(run, set.claims);
      return { id: number(idTokenSourceId(id), index), run, place: "ID token", set, kind } as const;
    }),
    ...accessTokens.map((set, index) => {
      return { id: number(`${id}:access_token`, index), run, place: "Access token", set } as const;
    }),
    ...(userInfo ? [{ id: `${id}:userinfo`, run, place: "UserInfo", set: userInfo } as const] : []),
  ];
}

function number(sourceId: string, index: number): string {
  return index === 0 ? sourceId : `${sourceId}:${index + 1}`;
}

/** Builds the source ID of a run's ID token. If there are two, it is the ID of the token endpoint's ID token. */
export function idTokenSourceId(runId: string): string {
  return `${runId}:id_token`;
}

/** Finds every claim with groups in a run's tokens and UserInfo, in the order of the slots. */
export function findGroups(run: Run): readonly FoundGroups[] {
  return listClaimsSources(run).flatMap(({ place, set }) =>
    findGroupsClaims(set.claims, run.claimOrigins)
      .filter(({ state }) => state === "present")
      .map(({ name, groups }) => ({ where: place, claim: name, groups })),
  );
}

/** Counts the groups in the run's longest groups claim. Returns 0 if no claim has groups. */
export function countGroups(run: Run): number {
  return Math.max(0, ...findGroups(run).map(({ groups }) => groups.length));
}

/**
 * Finds the username in a run's tokens and UserInfo, else the email address, else the user ID. These claims may be
 * unverified.
 */
export function findNamedUser(run: Run): string | undefined {
  const { idTokenClaims = {}, accessTokenClaims = {} } = tokenClaimsOf(run);
  const userInfoClaims = run.userInfo?.claims ?? {};
  const candidates = [
    findMember(idTokenClaims, "preferred_username"),
    findMember(userInfoClaims, "preferred_username"),
    // In Okta's access tokens, `sub` is the username. In ID tokens, `sub` is the user ID.
    findMember(accessTokenClaims, "sub"),
    findMember(idTokenClaims, "email"),
    findMember(userInfoClaims, "email"),
    findMember(idTokenClaims, "sub"),
  ];
  return candidates.find((it): it is string => typeof it === "string" && it !== "");
}

/** The Okta user ID: `sub` of an ID token, `uid` of an access token. */
export function findUserId(run: Run): string | undefined {
  const { idTokenClaims, accessTokenClaims } = tokenClaimsOf(run);
  const userId =
    (idTokenClaims && findMember(idTokenClaims, "sub")) ??
    (accessTokenClaims && findMember(accessTokenClaims, "uid"));
  return typeof userId === "string" ? userId : undefined;
}
