import { useState } from "react";
import { isSame, rebaseDraft } from "./rebase-draft.ts";

/** The fields of a form. If `initial` changes because the object was reloaded, fields without edits follow. */
export function useDraft<T extends object>(
  initial: T,
): { readonly draft: T; readonly change: (changed: Partial<T>) => void } {
  const [state, setState] = useState({ initial, draft: initial });
  const isCurrent = isSame(state.initial, initial);
  const draft = isCurrent ? state.draft : rebaseDraft(state.draft, state.initial, initial);
  if (!isCurrent) setState({ initial, draft });

  return {
    draft,
    change: (changed) =>
      setState((before) => ({ ...before, draft: { ...before.draft, ...changed } })),
  };
}
