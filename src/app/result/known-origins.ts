import { useCallback, useMemo, useState } from "react";
import type { ClaimOrigins } from "../../okta/is-groups-claim.ts";
import type { Run } from "../run.ts";

export type FindOrigins = (run: Run) => ClaimOrigins | undefined;

/** What the claims of this tab's runs are made of, where the page has read an org's set-up. */
export type KnownOrigins = {
  readonly find: FindOrigins;
  /** Counts for other runs of the same app and server, too. */
  readonly add: (run: Run, origins: ClaimOrigins) => void;
};

/** The origins that are known so far. A run that was shown before is judged at once. */
export function useKnownOrigins(): KnownOrigins {
  const [known, setKnown] = useState<ReadonlyMap<string, ClaimOrigins>>(new Map());
  const add = useCallback<KnownOrigins["add"]>((run, origins) => {
    setKnown((earlier) => new Map(earlier).set(keyOf(run), origins));
  }, []);
  return useMemo(() => ({ find: (run) => known.get(keyOf(run)), add }), [known, add]);
}

function keyOf({ request }: Run): string {
  return request ? JSON.stringify([request.orgUrl, request.server, request.clientId]) : "";
}

/** Of two claims sets beside each other: a claim that is made of groups on one side is compared as groups. */
export function uniteOrigins(
  one: ClaimOrigins | undefined,
  other: ClaimOrigins | undefined,
): ClaimOrigins | undefined {
  if (!one || !other) return one ?? other;
  const groups = [...one, ...other].filter(([, origin]) => origin === "groups");
  return new Map([...one, ...other, ...groups]);
}
