import { useCallback, useMemo, useState } from "react";
import type { ClaimOrigins } from "../../okta/is-groups-claim.ts";
import type { Run } from "../run.ts";

export type FindOrigins = (run: Run) => ClaimOrigins | undefined;

export type KnownOrigins = ReturnType<typeof useKnownOrigins>;

/**
 * The origins of the claims of this tab's runs, if the page has read the org's set-up. They also apply to other runs of
 * the same app and server.
 */
export function useKnownOrigins() {
  const [known, setKnown] = useState<ReadonlyMap<string, ClaimOrigins>>(new Map());
  const add = useCallback((run: Run, origins: ClaimOrigins) => {
    setKnown((earlier) => new Map(earlier).set(keyOf(run), origins));
  }, []);
  return useMemo(() => ({ find: (run: Run) => known.get(keyOf(run)), add }), [known, add]);
}

function keyOf({ request }: Run): string {
  return request ? JSON.stringify([request.orgUrl, request.server, request.clientId]) : "";
}

/** Origins for comparing two claims sets: a claim made of groups on one side is compared as groups on both. */
export function uniteOrigins(
  one: ClaimOrigins | undefined,
  other: ClaimOrigins | undefined,
): ClaimOrigins | undefined {
  if (!one || !other) return one ?? other;
  const groups = [...one, ...other].filter(([, origin]) => origin === "groups");
  return new Map([...one, ...other, ...groups]);
}
