import { useState } from "react";
import { isSame, rebaseDraft } from "./rebase-draft.ts";

/**
 * What a form holds while it is being filled in.
 *
 * @param initial As the form begins. Where that becomes another, because the object has been read anew, the fields that
 *   nobody touched follow it.
 */
export function useDraft<T extends object>(
  initial: T,
): {
  readonly draft: T;
  /** Changes what is named, and leaves the rest. */
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
