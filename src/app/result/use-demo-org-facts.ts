import { findMember, isJsonObject, type JsonObject } from "../../oidc/json.ts";
import type { OrgSetUp } from "../../okta/org-set-up.ts";
import { afterFirstFrame } from "../after-first-frame-part.ts";
import { demoApiToken, fetchFromDemoOrg } from "../demo-org-api.ts";
import { tokenClaimsOf } from "../issued-tokens.ts";
import type { SentRequest } from "../pending-requests.ts";
import type { Run } from "../run.ts";
import type { SetUpQuestion } from "../set-up/fetch-org-set-up.ts";
import { useFetched } from "../use-fetched.ts";
import { findUserId } from "./claims-sources.ts";
import { judgeRunIdToken } from "./slots/judge-run-id-token.ts";
import { useRunUser } from "./use-run-user.ts";

type DemoOrgFacts = {
  /** The claims that the ID token would have if it were requested alone. */
  fatClaims: JsonObject | undefined;
  /** The org's current set-up, which may have changed since the org issued the tokens. */
  setUp: OrgSetUp | undefined;
  /** True until the set-up is loaded or can't be loaded. */
  isLoadingSetUp: boolean;
};

/**
 * Fetches facts about a run that no token contains: the claims that a thin ID token left out, and the org's set-up with
 * the user's groups.
 *
 * @param canAsk The run is from the demo org, and the org is ready.
 * @param isNewest No other run of this tab is newer.
 * @param version When the version changes, the set-up is loaded again.
 */
export function useDemoOrgFacts(
  run: Run,
  canAsk: boolean,
  isNewest: boolean,
  version = 0,
): DemoOrgFacts {
  const { request } = run;
  const runUser = useRunUser(run, canAsk, isNewest);
  const read = useFetched(
    request && canAsk && runUser.status === "known"
      ? { ...request, user: runUser.user }
      : undefined,
    async (question) => ({ setUp: await fetchSetUp(question).catch(() => undefined) }),
    { version },
  );
  const userId = findUserId(run);
  const fatClaims = useFetched(
    canAsk && request && userId !== undefined && hasThinIdToken(run)
      ? { request, userId }
      : undefined,
    fetchFatClaims,
  );
  return { fatClaims, setUp: read?.setUp, isLoadingSetUp: canAsk && !read };
}

async function fetchSetUp(question: SentRequest & SetUpQuestion): Promise<OrgSetUp | undefined> {
  const { fetchOrgSetUp } = await afterFirstFrame.load();
  return fetchOrgSetUp(question.orgUrl, question);
}

function hasThinIdToken(run: Run): boolean {
  const { idTokenClaims } = tokenClaimsOf(run);
  return idTokenClaims !== undefined && judgeRunIdToken(run, idTokenClaims).kind === "thin";
}

type FatClaimsQuestion = {
  request: SentRequest;
  /** The `sub` of the thin ID token. */
  userId: string;
};

/** @returns `undefined` if the org would refuse the request. */
async function fetchFatClaims({ request, userId }: FatClaimsQuestion) {
  const { orgUrl, server, clientId, scopes } = request;
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
