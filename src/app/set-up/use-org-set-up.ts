import { useEffect, useState } from "react";
import type { OrgSetUp } from "../../okta/org-set-up.ts";
import type { fetchOrgSetUp, SetUpQuestion } from "./fetch-org-set-up.ts";

/**
 * @param fetchSetUp The same function for every render.
 * @param question `undefined`: another org's, or the demo org is not ready. @param version Another one loads it again.
 */
export function useOrgSetUp(
  fetchSetUp: typeof fetchOrgSetUp,
  orgUrl: string,
  question: SetUpQuestion | undefined,
  version = 0,
): OrgSetUp | undefined {
  const [current, setCurrent] = useState(question);
  const [known, setKnown] = useState<{ current: SetUpQuestion; setUp: OrgSetUp | undefined }>();
  // The caller may build an equal question at each rendering.
  if (JSON.stringify(current) !== JSON.stringify(question)) setCurrent(question);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another version reads it again
  useEffect(() => {
    if (!current) return;
    let isCancelled = false;
    void fetchSetUp(orgUrl, current).then((setUp) => {
      if (!isCancelled) setKnown({ current, setUp });
    });
    return () => {
      isCancelled = true;
    };
  }, [fetchSetUp, orgUrl, current, version]);

  return known && known.current === current ? known.setUp : undefined;
}
