import type { DemoOrgStatus } from "../demo-org-status.ts";
import { drawElements } from "../draw-elements.ts";
import { findFatRun } from "../fat-thin-comparison.ts";
import type { Preferences } from "../preferences.ts";
import { showCurrentChip } from "../result/runs/RunChips.tsx";
import type { SessionState } from "../session-state.ts";
import { FirstFrame, findVerdict } from "./FirstFrame.tsx";

/**
 * Shows where the groups of a landed run are, or that its code is being exchanged, before React is loaded. Draws only
 * elements that the page itself shows next, in the same places.
 *
 * @returns The kind of frame that was drawn. `undefined` if nothing was drawn, because the page itself must explain the
 * result.
 */
export function drawFirstFrame(
  root: Element,
  state: SessionState,
  demoOrg: DemoOrgStatus,
  { loadExplainsClaims }: Preferences,
): "groups" | "exchanging" | undefined {
  const { landed, runs, shownRun, choice, storage, isOrgFromLink } = state;
  const isOther = choice.lesson !== "" || storage !== "saved" || isOrgFromLink || state.map?.fill;
  // Compares IDs, because an exchange replaces the run after the landing.
  const isLanded = landed && landed.run.id === shownRun?.id;
  if (!isLanded || isOther || findFatRun(shownRun, runs)) return undefined;
  const verdict = findVerdict(shownRun, Math.floor(Date.now() / 1000));
  if (!verdict) return undefined;
  root.querySelector(":scope > [inert]")?.remove();
  // Prepended, because the root also has the text for a page that can't be loaded.
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
  // Only with several chips, because measuring forces a layout.
  if (chips && chips.childElementCount > 1) showCurrentChip(chips);
  return verdict.tone === "groups" ? "groups" : "exchanging";
}
