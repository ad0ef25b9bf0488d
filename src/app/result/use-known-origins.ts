import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClaimOrigins } from "../../okta/is-groups-claim.ts";
import { listOrigins } from "../../okta/list-origins.ts";
import { afterFirstFrame } from "../after-first-frame-part.ts";
import type { Run } from "../run.ts";
import { usePart } from "../use-part.ts";

export type KnownOrigins = ReturnType<typeof useKnownOrigins>;

type Options = {
  /** The demo org is ready, so its set-up can be read. */
  canAsk: boolean;
  /** The run on screen. Its view loads the set-up, and adds the origins here. */
  shownRun: Run | undefined;
};

/**
 * Collects the origins of the claims in this tab's runs, by app and server, as far as the org's set-up is known.
 * Loads the set-up for runs of the demo org that are not on screen.
 */
export function useKnownOrigins(runs: readonly Run[], { canAsk, shownRun }: Options) {
  const [known, setKnown] = useState<ReadonlyMap<string, ClaimOrigins>>(new Map());
  const add = useCallback((run: Run, origins: ClaimOrigins) => {
    setKnown((earlier) => new Map(earlier).set(keyOf(run), origins));
  }, []);
  const { code } = usePart(afterFirstFrame);
  const asked = useRef(new Set<string>());
  useEffect(() => {
    if (!canAsk || !code) return;
    for (const run of runs) {
      const key = keyOf(run);
      const isShown = shownRun !== undefined && keyOf(shownRun) === key;
      if (run.request?.org !== "demo" || isShown || asked.current.has(key)) continue;
      asked.current.add(key);
      const { orgUrl, server, clientId } = run.request;
      void code
        .fetchOrgSetUp(orgUrl, { server, clientId, user: undefined })
        .then((setUp) => setUp && add(run, listOrigins(setUp)));
    }
  }, [runs, canAsk, shownRun, code, add]);
  return useMemo(() => ({ find: (run: Run) => known.get(keyOf(run)), add }), [known, add]);
}

function keyOf({ request }: Run): string {
  return request ? JSON.stringify([request.orgUrl, request.server, request.clientId]) : "";
}
