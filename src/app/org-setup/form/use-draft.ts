import { useState } from "react";
import { isSame, rebaseDraft } from "./rebase-draft.ts";

/** The fields of a form. If `initial` changes because the object was reloaded, fields without edits follow. */
export function useDraft<T extends object>(
  initial: T,
): {
  readonly draft: T;
  readonly change: (changed: Partial<T>) => void;
} {
  const [kept, setKept] = useState({ initial, draft: initial });
  const isCurrent = isSame(kept.initial, initial);
  const draft = isCurrent ? kept.draft : rebaseDraft(kept.draft, kept.initial, initial);
  if (!isCurrent) setKept({ initial, draft });

  return {
    draft,
    change: (changed) =>
      setKept((before) => ({ ...before, draft: { ...before.draft, ...changed } })),
  };
}
