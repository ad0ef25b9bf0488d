import { useState } from "react";
import { type Body, isSame, rebase, setAt } from "./body.ts";

/** A body while it is edited. If `initial` changes because the object was reloaded, members without edits follow. */
export function useDraft(initial: Body) {
  const [state, setState] = useState({ initial, draft: initial });
  const isCurrent = isSame(state.initial, initial);
  const draft = isCurrent ? state.draft : rebase(state.draft, state.initial, initial);
  if (!isCurrent) setState({ initial, draft });

  return {
    draft,
    set: (path: string, value: unknown) =>
      setState((before) => ({ ...before, draft: setAt(before.draft, path, value) })),
  };
}
