import { useEffect, useRef } from "react";
import type { ClaimOrigins } from "../../okta/is-groups-claim.ts";
import { listOrigins } from "../../okta/list-origins.ts";
import { afterFirstFrame } from "../after-first-frame-part.ts";
import type { Run } from "../run.ts";
import { usePart } from "../use-part.ts";

/**
 * Fetches the origins of each run's claims from the demo org's set-up, once per run.
 *
 * @param canAsk The demo org is ready.
 */
export function useFetchOrigins(
  runs: readonly Run[],
  canAsk: boolean,
  onFetched: (runId: string, found: { claimOrigins: ClaimOrigins }) => unknown,
): void {
  const { code } = usePart(afterFirstFrame);
  const asked = useRef(new Set<string>());
  useEffect(() => {
    if (!canAsk || !code) return;
    for (const { id, request, claimOrigins } of runs) {
      if (request?.org !== "demo" || claimOrigins || asked.current.has(id)) continue;
      asked.current.add(id);
      const { orgUrl, server, clientId } = request;
      void code
        .fetchOrgSetUp(orgUrl, { server, clientId, user: undefined })
        .then((setUp) => setUp && onFetched(id, { claimOrigins: listOrigins(setUp) }));
    }
  }, [runs, canAsk, code, onFetched]);
}
