import { useEffect, useState } from "react";
import { findMember, isJsonObject, type JsonObject } from "../../oidc/json.ts";
import type { OrgSetUp } from "../../okta/org-set-up.ts";
import { afterFirstFrame } from "../after-first-frame-part.ts";
import { demoApiToken, fetchFromDemoOrg } from "../demo-org-api.ts";
import { tokenClaimsOf } from "../issued-tokens.ts";
import type { SentRequest } from "../pending-requests.ts";
import type { Run } from "../run.ts";
import type { fetchOrgSetUp } from "../set-up/fetch-org-set-up.ts";
import { useOrgSetUp } from "../set-up/use-org-set-up.ts";
import { judgeRunIdToken } from "./slots/judge-run-id-token.ts";
import { findUserId, useRunUser } from "./use-run-user.ts";

type DemoOrgFacts = {
  /** The claims of the ID token, had it been requested alone. */
  fatClaims: JsonObject | undefined;
  /** As the org is set up now, which may differ from when it issued the tokens. */
  setUp: OrgSetUp | undefined;
};

/**
 * What the demo org knows about a run, and no token says: the claims that a thin ID token left out, and the org's
 * set-up with the user's groups.
 *
 * @param canAsk The run is from the demo org, and that is ready.
 * @param isNewest No other run of this tab is newer.
 */
export function useDemoOrgFacts(run: Run, canAsk: boolean, isNewest: boolean): DemoOrgFacts {
  const { request } = run;
  const runUser = useRunUser(run, canAsk, isNewest);
  const setUp = useOrgSetUp(
    fetchSetUp,
    request?.orgUrl ?? "",
    request && canAsk && runUser.status === "known"
      ? {
          server: request.server,
          clientId: request.clientId,
          user: runUser.user,
          scopes: request.scopes,
          responseType: request.responseType,
        }
      : undefined,
  );
  return { fatClaims: useFatClaims(run, canAsk), setUp };
}

const fetchSetUp: typeof fetchOrgSetUp = async (...question) => {
  const code = await afterFirstFrame.load().catch(() => undefined);
  return code?.fetchOrgSetUp(...question);
};

function useFatClaims(run: Run, canAsk: boolean): JsonObject | undefined {
  const [known, setKnown] = useState<{ runId: string; claims: JsonObject | undefined }>();
  const { id, request } = run;
  const userId = findUserId(run);
  const isThin = hasThinIdToken(run);

  useEffect(() => {
    if (!canAsk || !isThin || !request || userId === undefined) return;
    let isCancelled = false;
    void fetchFatClaims(request, userId).then((claims) => {
      if (!isCancelled) setKnown({ runId: id, claims });
    });
    return () => {
      isCancelled = true;
    };
  }, [id, request, userId, isThin, canAsk]);

  return known?.runId === id ? known.claims : undefined;
}

function hasThinIdToken(run: Run): boolean {
  const { idTokenClaims } = tokenClaimsOf(run);
  return idTokenClaims !== undefined && judgeRunIdToken(run, idTokenClaims).kind === "thin";
}

/**
 * The claims that the demo org would put in an ID token requested alone: what a thin ID token left out.
 *
 * @param userId The `sub` of the thin ID token.
 * @returns `undefined` where the org would refuse that request.
 */
async function fetchFatClaims(
  { orgUrl, server, clientId, scopes }: SentRequest,
  userId: string,
): Promise<JsonObject | undefined> {
  const preview = await fetchFromDemoOrg(`${orgUrl}/demo/v1/token-preview`, {
    method: "POST",
    headers: { Authorization: `SSWS ${demoApiToken}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      serverId: server.kind === "org" ? null : server.id,
      clientId,
      grantType: "implicit",
      responseType: "id_token",
      userId,
      scopes,
    }),
  });
  const idToken = isJsonObject(preview) ? findMember(preview, "idToken") : undefined;
  const payload = isJsonObject(idToken) ? findMember(idToken, "payload") : undefined;
  return isJsonObject(payload) ? payload : undefined;
}
