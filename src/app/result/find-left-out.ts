import { findMember, type JsonObject, type JsonValue } from "../../oidc/json.ts";
import { issuerOf } from "../../okta/authorization-server.ts";
import { type ClaimOrigins, isGroupsClaim } from "../../okta/is-groups-claim.ts";
import { findLeftOutClaims, type LeftOutClaim } from "../../okta/left-out.ts";
import { listIssuedTokens, tokenClaimsOf } from "../issued-tokens.ts";
import type { Run } from "../run.ts";
import { uniteOrigins } from "./unite-origins.ts";

/**
 * Finds the claims that a run's ID token left out: compares it with UserInfo, with other runs of the same user, and
 * with the demo org's fat ID token.
 *
 * @param fatClaims The claims of the fat ID token that the demo org would issue.
 * @param orgOrigins The origins of these claims.
 * @returns `undefined` if there is nothing to compare with.
 */
export function findLeftOut(
  run: Run,
  runs: readonly Run[],
  fatClaims: JsonObject | undefined,
  orgOrigins?: ClaimOrigins,
): readonly LeftOutClaim[] | undefined {
  const { idTokenClaims } = tokenClaimsOf(run);
  if (!idTokenClaims) return undefined;
  const ofOrg = fatClaims ? [fatClaims] : [];
  const ofRun = [...listOtherIdTokens(run, idTokenClaims), ...listUserInfo(run)];
  const others = findReferences(run, runs);
  const origins = [run, ...others].reduce(
    (known, { claimOrigins }) => uniteOrigins(known, claimOrigins),
    orgOrigins,
  );
  // If the token has a groups claim, another run's groups claim may be the same claim under its former name.
  const isGroups = ([name, value]: [string, JsonValue]) => isGroupsClaim(name, value, origins);
  const hasGroups = Object.entries(idTokenClaims).some(isGroups);
  const ofOthers = others
    .flatMap((other) => [...listOtherIdTokens(other), ...listUserInfo(other)])
    .map(
      (claims): JsonObject =>
        hasGroups
          ? Object.fromEntries(Object.entries(claims).filter((claim) => !isGroups(claim)))
          : claims,
    );
  // The org's claims match its current set-up, so they fit the newest run best.
  const isNewest = run.id === runs.at(-1)?.id;
  const references = isNewest
    ? [...ofRun, ...ofOrg, ...ofOthers]
    : [...ofRun, ...ofOthers, ...ofOrg];
  return references.length > 0 ? findLeftOutClaims(idTokenClaims, references, origins) : undefined;
}

/**
 * Finds other runs to compare the run's ID token with, nearest first. They have the same user, server and app, and no
 * additional scopes, whose claims the run didn't request.
 */
function findReferences(run: Run, runs: readonly Run[]): readonly Run[] {
  const { request } = run;
  const subject = findSubject(run);
  if (!request || subject === undefined) return [];
  const isComparable = (other: Run) =>
    other.request !== undefined &&
    issuerOf(other.request.orgUrl, other.request.server) ===
      issuerOf(request.orgUrl, request.server) &&
    other.request.clientId === request.clientId &&
    other.request.scopes.every((scope) => request.scopes.includes(scope)) &&
    findSubject(other) === subject;
  const distanceOf = (other: Run) => Math.abs(other.number - run.number);
  return runs
    .filter((other) => other.id !== run.id && isComparable(other))
    .toSorted((one, other) => distanceOf(one) - distanceOf(other));
}

/** A hybrid flow can return two ID tokens, of which only one is fat. */
function listOtherIdTokens(run: Run, known?: JsonObject): readonly JsonObject[] {
  return listIssuedTokens(run).flatMap(({ idToken }) =>
    idToken?.decoded.kind === "decoded" && idToken.decoded.claims !== known
      ? [idToken.decoded.claims]
      : [],
  );
}

function listUserInfo({ userInfo }: Run): readonly JsonObject[] {
  return userInfo ? [userInfo.claims] : [];
}

function findSubject(run: Run): string | undefined {
  const { idTokenClaims } = tokenClaimsOf(run);
  const subject = idTokenClaims && findMember(idTokenClaims, "sub");
  return typeof subject === "string" ? subject : undefined;
}
