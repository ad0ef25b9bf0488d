import { useState } from "react";

/**
 * State that is kept with the entry in the tab's history: it is there again after going back, and after a reload.
 *
 * @param key Unique among what is on the page.
 */
export function useHistoryState<T extends string | boolean>(key: string, initial: T) {
  const [value, setValue] = useState<T>(() => {
    const kept: unknown = history.state?.[key];
    return typeof kept === typeof initial ? (kept as T) : initial;
  });
  const change = (next: T) => {
    history.replaceState({ ...history.state, [key]: next }, "");
    setValue(next);
  };
  return [value, change] as const;
}
