import type { DemoOrgStatus } from "../demo-org-status.ts";
import { drawElements } from "../draw-elements.ts";
import type { Preferences } from "../preferences.ts";
import { findFatRun } from "../receive-response.ts";
import { showCurrentChip } from "../result/runs/RunChips.tsx";
import type { SessionState } from "../session-state.ts";
import { FirstFrame, findVerdict } from "./FirstFrame.tsx";

/**
 * Shows where the groups of a landed run are, or that its code is being exchanged, before React is loaded. Only what the
 * page itself shows next: everything stays where it is.
 *
 * @returns What it has drawn: only groups that can be shown without a second thought are worth a frame.
 */
export function drawFirstFrame(
  root: Element,
  state: SessionState,
  demoOrg: DemoOrgStatus,
  { loadExplainsClaims }: Preferences,
): "groups" | "exchanging" | undefined {
  const { landed, runs, shownRun, choice, storage, isOrgFromLink } = state;
  const isOther = choice.lesson !== "" || storage !== "saved" || isOrgFromLink || state.map?.fill;
  // An exchange has changed the run since it landed.
  const isLanded = landed && landed.run.id === shownRun?.id;
  if (!isLanded || isOther || findFatRun(shownRun, runs)) return undefined;
  const verdict = findVerdict(shownRun, Math.floor(Date.now() / 1000));
  if (!verdict) return undefined;
  root.querySelector(":scope > [inert]")?.remove();
  // Before the text that tells if the rest can't be loaded.
  root.prepend(
    drawElements(
      <FirstFrame
        run={shownRun}
        explainAll={loadExplainsClaims()}
        {...{ state, verdict, demoOrg }}
      />,
    ),
  );
  const chips = root.querySelector("[aria-label=Runs]");
  // Looking whether they fit makes the browser lay out the page at once.
  if (chips && chips.childElementCount > 1) showCurrentChip(chips);
  return verdict.tone === "groups" ? "groups" : "exchanging";
}
