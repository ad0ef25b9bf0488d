import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "../../../ui/Button.tsx";
import { announceSetUpChange } from "../../set-up/set-up-event.ts";
import { mainId } from "../../shell/Shell.tsx";
import { findToastStack, Toast } from "../../Toast.tsx";
import { findLesson } from "../catalogue/lessons.ts";
import type { OpenInTab } from "../lesson-parts.ts";
import type { LessonOrg, Restored } from "../set-up/lesson-org.ts";

type RestoreNoticeProps = { org: LessonOrg | undefined; openInTab: OpenInTab };

/** `offered`: the lesson was open in another tab, or in one that is closed. */
type State = { kind: "offered"; lesson: string } | Restored;

/** Restores the demo org after a lesson: at once in the tab that had the lesson open, elsewhere if the user agrees. */
export function RestoreNotice({ org, openInTab }: RestoreNoticeProps) {
  const [state, setState] = useState<State>({ kind: "nothing" });

  useEffect(() => {
    if (!org) return;
    let isCancelled = false;
    void restoreOrOffer(org, openInTab).then((next) => !isCancelled && setState(next));
    return () => {
      isCancelled = true;
    };
  }, [org, openInTab]);

  if (!org || state.kind === "nothing") return null;
  /** Moves the focus, because the pressed button disappears. */
  const leaveWith = (next: State) => {
    setState(next);
    document.getElementById(mainId)?.focus({ preventScroll: true });
  };
  const restore = async () => {
    const restored = await org.restore(true);
    if (restored.kind === "restored") announceSetUpChange();
    leaveWith(restored);
  };
  const keep = async () => {
    await org.keep();
    leaveWith({ kind: "nothing" });
  };
  const canRestore = state.kind === "offered" || state.kind === "changed-since";
  return createPortal(
    <Toast aria-label="Demo org and lessons">
      <p role="status">{describe(state)}</p>
      {canRestore ? (
        <>
          <Button onClick={() => void restore()}>
            {state.kind === "offered"
              ? "Restore the set-up"
              : "Restore the set-up from before the lesson"}
          </Button>
          <Button onClick={() => void keep()}>Keep it as it is</Button>
        </>
      ) : (
        <Button look="quiet" onClick={() => leaveWith({ kind: "nothing" })}>
          Close
        </Button>
      )}
    </Toast>,
    findToastStack(),
  );
}

async function restoreOrOffer(org: LessonOrg, openInTab: OpenInTab): Promise<State> {
  const lesson = await org.findChangedBy();
  if (lesson === undefined) {
    openInTab.clear();
    return { kind: "nothing" };
  }
  if (!openInTab.has()) return { kind: "offered", lesson };
  const restored = await org.restore();
  if (restored.kind === "restored") {
    openInTab.clear();
    announceSetUpChange();
  }
  return restored;
}

function describe(state: Exclude<State, { kind: "nothing" }>): string {
  switch (state.kind) {
    case "offered":
      return `The lesson ${nameLesson(state.lesson)} changed the demo org’s set-up, which was not restored yet.`;
    case "changed-since":
      return `The demo org’s set-up was changed since the lesson ${nameLesson(state.lesson)} set it up. Restoring it loses these changes.`;
    case "restored":
      return "The demo org is set up as it was before the lesson.";
    case "failed":
      return `The demo org could not be restored. ${state.message}`;
    default:
      return state satisfies never;
  }
}

function nameLesson(id: string): string {
  const lesson = findLesson(id);
  return lesson ? `“${lesson.title}”` : "of an earlier version";
}
