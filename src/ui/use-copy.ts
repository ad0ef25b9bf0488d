import { useCallback, useEffect, useState } from "react";

export type Copied = { id: string; isDone: boolean };

const noticeMs = 2000;

/** One status serves many buttons. `copied` names the last one for two seconds; a refusal by the browser stays. */
export function useCopy(): {
  copied: Copied | undefined;
  copy: (id: string, text: string) => void;
} {
  const [copied, setCopied] = useState<Copied>();

  useEffect(() => {
    if (!copied?.isDone) return;
    const timer = setTimeout(() => setCopied(undefined), noticeMs);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = useCallback((id: string, text: string) => {
    // Without a secure context there is no clipboard at all.
    const writing =
      navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
    writing.then(
      () => setCopied({ id, isDone: true }),
      () => setCopied({ id, isDone: false }),
    );
  }, []);

  return { copied, copy };
}
