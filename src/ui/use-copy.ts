import { useCallback, useEffect, useState } from "react";

export type Copied = { id: string; isDone: boolean };

const noticeMs = 2000;

/** Copies texts for several buttons. `copied` names the last one: for two seconds, or longer if the browser refused. */
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
    // Outside a secure context, `navigator.clipboard` is undefined.
    const writing =
      navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
    writing.then(
      () => setCopied({ id, isDone: true }),
      () => setCopied({ id, isDone: false }),
    );
  }, []);

  return { copied, copy };
}
