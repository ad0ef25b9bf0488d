import { useEffect, useState } from "react";
import type { OrgSetUp } from "../../okta/org-set-up.ts";
import { fetchOrgSetUp, type SetUpQuestion } from "./fetch-org-set-up.ts";

/**
 * Reads the demo org's set-up after the component is on screen, and again for another question.
 *
 * @param orgUrl Without a trailing slash.
 * @param question `undefined`: another org's, or the demo org is not ready.
 * @param version Another one reads the set-up again. Until that is done, the old one is returned.
 * @returns `undefined` until it is read, and where it can't be.
 */
export function useOrgSetUp(
  orgUrl: string,
  question: SetUpQuestion | undefined,
  version = 0,
): OrgSetUp | undefined {
  const [asked, setAsked] = useState(question);
  const [known, setKnown] = useState<{ asked: SetUpQuestion; setUp: OrgSetUp | undefined }>();
  // The caller may build an equal question at each rendering.
  if (JSON.stringify(asked) !== JSON.stringify(question)) setAsked(question);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another version reads it again
  useEffect(() => {
    if (!asked) return;
    let isCancelled = false;
    void fetchOrgSetUp(orgUrl, asked).then((setUp) => {
      if (!isCancelled) setKnown({ asked, setUp });
    });
    return () => {
      isCancelled = true;
    };
  }, [orgUrl, asked, version]);

  return known && known.asked === asked ? known.setUp : undefined;
}
