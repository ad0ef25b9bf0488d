import type { ResponseType } from "../oidc/authorization-request.ts";
import type { JsonObject } from "../oidc/json.ts";
import type { AuthorizationServer } from "./authorization-server.ts";
import { listCustomServerReasons } from "./custom-server-reasons.ts";
import type { Actor } from "./glossary/error-explanation.ts";
import { findGroupsClaims } from "./groups-claims.ts";
import { listOrgServerReasons } from "./org-server-reasons.ts";
import { explainRefusal } from "./refusal-reason.ts";
import type { Source } from "./source.ts";

/** What came of a request, as far as it is known. */
export type RunToDiagnose = {
  server: AuthorizationServer;
  responseType: ResponseType;
  scopes: readonly string[];
  /** Absent where no such token came or it cannot be read, and for UserInfo where it was not asked. */
  idTokenClaims?: JsonObject;
  accessTokenClaims?: JsonObject;
  userInfoClaims?: JsonObject;
  refusal?: { error: string; description: string | undefined };
};

export type Change = {
  responseType?: ResponseType;
  scopes?: readonly string[];
  server?: AuthorizationServer;
  callUserInfo?: true;
};

export type Reason = {
  /** Stable, and unlike any other of the same diagnosis. */
  id: string;
  title: string;
  /** What was seen, as a sentence. */
  observed: string;
  /** What it takes for groups to come, or what the refusal means. */
  expected: string;
  whoActs: Actor;
  steps: readonly string[];
  /** What a button may change before the request is sent again, or may do now. */
  change?: Change;
  source: Source;
};

export type FoundGroups = {
  where: "ID token" | "Access token" | "UserInfo";
  claim: string;
  /** At least 1: a claim without groups is a reason, not a find. */
  count: number;
};

export type Diagnosis = {
  found: readonly FoundGroups[];
  /** Why groups are missing where they could have been, likeliest first. Empty where they are in every token that came. */
  reasons: readonly Reason[];
};

/**
 * Says where the groups are, and why they are not where they are not.
 *
 * What can be known from the request is said alone; only where the request could have brought groups are the
 * settings suspected that nobody can see from here.
 *
 * @see Okta: Customize tokens returned from Okta with a Groups claim
 */
export function diagnose(run: RunToDiagnose): Diagnosis {
  const found = [
    ...findGroups("ID token", run.idTokenClaims),
    ...findGroups("Access token", run.accessTokenClaims),
    ...findGroups("UserInfo", run.userInfoClaims),
  ];
  if (run.refusal) return { found, reasons: [explainRefusal(run, run.refusal)] };
  const reasons =
    run.server.kind === "org"
      ? listOrgServerReasons(run, found)
      : listCustomServerReasons(run, found);
  return { found, reasons };
}

function findGroups(
  where: FoundGroups["where"],
  claims: JsonObject | undefined,
): readonly FoundGroups[] {
  return findGroupsClaims(claims ?? {})
    .filter(({ state }) => state === "present")
    .map(({ name, groups }) => ({ where, claim: name, count: groups.length }));
}
