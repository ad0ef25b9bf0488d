import { useEffect, useState } from "react";
import { type JsonObject, readMember } from "../../oidc/json.ts";
import type { UserGroup } from "../../okta/reason.ts";
import { tokenClaimsOf } from "../issued-tokens.ts";
import type { Run } from "../run.ts";
import { fetchFatClaims } from "./fetch-fat-claims.ts";
import { fetchUserGroups } from "./fetch-user-groups.ts";
import { judgeRunIdToken } from "./slots/judge-run-id-token.ts";

export type DemoOrgFacts = {
  /** The claims of the ID token, had it been requested alone. */
  fatClaims?: JsonObject;
  userGroups?: readonly UserGroup[];
};

/**
 * What the demo org knows about a run, and no token says: the claims that a thin ID token left out, and the user's
 * groups.
 *
 * @param canAsk The run is from the demo org, and that is ready.
 */
export function useDemoOrgFacts(run: Run, canAsk: boolean): DemoOrgFacts {
  const [known, setKnown] = useState<{ runId: string; facts: DemoOrgFacts }>();
  const { id, request } = run;
  const userId = findUserId(run);
  const isThin = hasThinIdToken(run);

  useEffect(() => {
    if (!canAsk || !request || userId === undefined) return;
    let isCancelled = false;
    const asked = [
      isThin ? fetchFatClaims(request, userId) : undefined,
      fetchUserGroups(request.orgUrl, userId),
    ] as const;
    void Promise.all(asked).then(([fatClaims, userGroups]) => {
      if (isCancelled) return;
      setKnown({
        runId: id,
        facts: { ...(fatClaims && { fatClaims }), ...(userGroups && { userGroups }) },
      });
    });
    return () => {
      isCancelled = true;
    };
  }, [id, request, userId, isThin, canAsk]);

  return known?.runId === id ? known.facts : {};
}

function hasThinIdToken(run: Run): boolean {
  const { idTokenClaims } = tokenClaimsOf(run);
  return idTokenClaims !== undefined && judgeRunIdToken(run, idTokenClaims).kind === "thin";
}

/** The Okta user ID: `sub` of an ID token, `uid` of an access token. */
function findUserId(run: Run): string | undefined {
  const { idTokenClaims, accessTokenClaims } = tokenClaimsOf(run);
  const userId =
    (idTokenClaims && readMember(idTokenClaims, "sub")) ??
    (accessTokenClaims && readMember(accessTokenClaims, "uid"));
  return typeof userId === "string" ? userId : undefined;
}
