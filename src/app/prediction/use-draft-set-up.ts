import { useEffect, useState } from "react";
import type { OrgSetUp } from "../../okta/org-set-up.ts";
import type { SetUpQuestion } from "../set-up/fetch-org-set-up.ts";
import { setUpEvent } from "../set-up/set-up-event.ts";
import { useOrgSetUp } from "../set-up/use-org-set-up.ts";

/** Longer than the pause between two keys of a server's ID. */
const settleMs = 300;

/**
 * Reads the set-up for a request that the user may be typing: once it stays the same for a moment, and again when the
 * user comes back to the tab. What is known of the same server, app and user stays until then.
 */
export function useDraftSetUp(
  orgUrl: string,
  question: SetUpQuestion | undefined,
): OrgSetUp | undefined {
  const settled = useSettled(question);
  const setUp = useOrgSetUp(orgUrl, settled, useRefreshCount());
  const [known, setKnown] = useState<{ key: string | undefined; setUp: OrgSetUp }>();
  if (setUp && setUp !== known?.setUp) setKnown({ key: keyOf(settled), setUp });
  return known && known.key === keyOf(question) ? known.setUp : undefined;
}

/** The scopes and the flow change only what the org makes of expressions. */
function keyOf(question: SetUpQuestion | undefined): string | undefined {
  if (!question) return undefined;
  const { server, clientId, user } = question;
  return JSON.stringify([server, clientId, user]);
}

function useSettled(question: SetUpQuestion | undefined): SetUpQuestion | undefined {
  const [settled, setSettled] = useState(question);
  const text = JSON.stringify(question);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller builds an equal question at each rendering
  useEffect(() => {
    const timer = setTimeout(() => setSettled(question), settleMs);
    return () => clearTimeout(timer);
  }, [text]);

  return settled;
}

/** This page may have changed the org, and so may another tab. */
function useRefreshCount(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const countUp = () => setCount((it) => it + 1);
    const events = ["focus", setUpEvent];
    for (const event of events) window.addEventListener(event, countUp);
    return () => {
      for (const event of events) window.removeEventListener(event, countUp);
    };
  }, []);
  return count;
}
