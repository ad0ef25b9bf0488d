import { useEffect, useState } from "react";
import { type JsonObject, readMember } from "../../oidc/json.ts";
import { issuerOf } from "../../okta/authorization-server.ts";
import { findLeftOutClaims, type LeftOutClaim } from "../../okta/left-out.ts";
import type { Run } from "../run.ts";
import { tokenClaimsOf } from "../use-user-info.ts";
import { fetchFatClaims } from "./fetch-fat-claims.ts";

/**
 * The claims that a run's ID token left out, as far as they are known: from UserInfo, from other runs of the same user,
 * or from the demo org.
 *
 * @param canAskDemoOrg The run is from the demo org, and that is ready.
 * @returns `undefined` where nothing is known.
 */
export function useLeftOut(
  run: Run,
  runs: readonly Run[],
  canAskDemoOrg: boolean,
): readonly LeftOutClaim[] | undefined {
  const fatClaims = useDemoOrgClaims(run, canAskDemoOrg);
  const { idTokenClaims } = tokenClaimsOf(run);
  if (!idTokenClaims) return undefined;
  const references = [...findReferences(run, runs), ...(fatClaims ? [fatClaims] : [])];
  return references.length > 0 ? findLeftOutClaims(idTokenClaims, references) : undefined;
}

/**
 * Claims sets that the run's ID token can be compared with: about the same user, from the same server and app, and for
 * no more scopes. With more scopes, a missing claim would only be one that was not requested.
 */
export function findReferences(run: Run, runs: readonly Run[]): readonly JsonObject[] {
  const { request } = run;
  const subject = subjectOf(run);
  if (!request || subject === undefined) return run.userInfo ? [run.userInfo.claims] : [];
  const isComparable = (other: Run) =>
    other.request !== undefined &&
    issuerOf(other.request.orgUrl, other.request.server) ===
      issuerOf(request.orgUrl, request.server) &&
    other.request.clientId === request.clientId &&
    other.request.scopes.every((scope) => request.scopes.includes(scope)) &&
    subjectOf(other) === subject;
  return runs
    .filter((other) => other.id === run.id || isComparable(other))
    .flatMap((other) => {
      const { idTokenClaims } = tokenClaimsOf(other);
      const isOther = other.id !== run.id;
      return [
        ...(isOther && idTokenClaims ? [idTokenClaims] : []),
        ...(other.userInfo ? [other.userInfo.claims] : []),
      ];
    });
}

function subjectOf(run: Run): string | undefined {
  const { idTokenClaims } = tokenClaimsOf(run);
  const subject = idTokenClaims && readMember(idTokenClaims, "sub");
  return typeof subject === "string" ? subject : undefined;
}

function useDemoOrgClaims(run: Run, canAskDemoOrg: boolean): JsonObject | undefined {
  const [known, setKnown] = useState<{ runId: string; claims: JsonObject | undefined }>();
  const { id, request } = run;
  const subject = subjectOf(run);
  const isThin = request?.responseType === "id_token token";

  useEffect(() => {
    if (!canAskDemoOrg || !request || subject === undefined || !isThin) return;
    let isCancelled = false;
    void fetchFatClaims(request, subject).then((claims) => {
      if (!isCancelled) setKnown({ runId: id, claims });
    });
    return () => {
      isCancelled = true;
    };
  }, [id, request, subject, isThin, canAskDemoOrg]);

  return known?.runId === id ? known.claims : undefined;
}
