import type { ClaimsSet } from "../../oidc/claims-set.ts";
import { readMember } from "../../oidc/json.ts";
import type { IdTokenVerdict } from "../../okta/fat-and-thin.ts";
import { findGroupsClaims } from "../../okta/groups-claims.ts";
import type { FoundGroups } from "../../okta/reason.ts";
import type { Run } from "../run.ts";
import { isOpaque } from "./slots/is-opaque.ts";
import { judgeRunIdToken } from "./slots/judge-run-id-token.ts";

/** A claims set of a run. */
export type ClaimsSource = {
  /** Unique among all runs. */
  id: string;
  run: Run;
  place: "ID token" | "Access token" | "UserInfo";
  set: ClaimsSet;
  /** ID tokens only. */
  kind?: IdTokenVerdict["kind"];
};

/** Lists a run's claims sets: each token that can be decoded and is not opaque, and UserInfo. */
export function listClaimsSources(run: Run): readonly ClaimsSource[] {
  const { id, response, userInfo } = run;
  const sources: ClaimsSource[] = [];
  if (response.kind === "success") {
    const { idToken, accessToken } = response;
    if (idToken?.decoded.kind === "decoded") {
      const { kind } = judgeRunIdToken(run, idToken.decoded.claims);
      sources.push({ id: idTokenSourceId(id), run, place: "ID token", set: idToken.decoded, kind });
    }
    if (accessToken?.decoded.kind === "decoded" && !isOpaque(run, accessToken.decoded)) {
      const set = accessToken.decoded;
      sources.push({ id: `${id}:access_token`, run, place: "Access token", set });
    }
  }
  if (userInfo) sources.push({ id: `${id}:userinfo`, run, place: "UserInfo", set: userInfo });
  return sources;
}

/** The ID of the claims source that a run's ID token is. */
export function idTokenSourceId(runId: string): string {
  return `${runId}:id_token`;
}

/** Finds every claim with groups in a run's tokens and UserInfo, in the order of the slots. */
export function findGroups(run: Run): readonly FoundGroups[] {
  return listClaimsSources(run).flatMap(({ place, set }) =>
    findGroupsClaims(set.claims)
      .filter(({ state }) => state === "present")
      .map(({ name, groups }) => ({ where: place, claim: name, groups })),
  );
}

/** Counts a run's groups in the claim with the most; 0 without any. */
export function countGroups(run: Run): number {
  return Math.max(0, ...findGroups(run).map(({ groups }) => groups.length));
}

/**
 * Finds the user whom a run's tokens or UserInfo name: by username, else by email address, else by user ID. Nothing
 * of it need be verified.
 */
export function findNamedUser(run: Run): string | undefined {
  const { response, userInfo } = run;
  const { idToken, accessToken } = response.kind === "success" ? response : noTokens;
  const idTokenClaims = idToken?.decoded.kind === "decoded" ? idToken.decoded.claims : {};
  const accessTokenClaims =
    accessToken?.decoded.kind === "decoded" ? accessToken.decoded.claims : {};
  const userInfoClaims = userInfo?.claims ?? {};
  const candidates = [
    readMember(idTokenClaims, "preferred_username"),
    readMember(userInfoClaims, "preferred_username"),
    // Okta puts the username there. In an ID token, `sub` is the user's ID.
    readMember(accessTokenClaims, "sub"),
    readMember(idTokenClaims, "email"),
    readMember(userInfoClaims, "email"),
    readMember(idTokenClaims, "sub"),
  ];
  return candidates.find((it): it is string => typeof it === "string" && it !== "");
}

const noTokens = { idToken: undefined, accessToken: undefined };
