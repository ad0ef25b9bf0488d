import { useState } from "react";

/** What a form holds while it is being filled in. */
export function useDraft<T extends object>(
  initial: T,
): {
  readonly draft: T;
  /** Changes what is named, and leaves the rest. */
  readonly change: (changed: Partial<T>) => void;
  /** Begins again, as for another of its kind. */
  readonly reset: () => void;
} {
  const [draft, setDraft] = useState(initial);
  return {
    draft,
    change: (changed) => setDraft((before) => ({ ...before, ...changed })),
    reset: () => setDraft(initial),
  };
}
