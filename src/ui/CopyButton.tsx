import { useEffect, useState } from "react";
import { Button } from "./Button.tsx";

type CopyButtonProps = {
  label: string;
  /** Called when pressed, so that the current text is copied. */
  getText: () => string;
  /** Runs at the same time. The button says "Copied" once it is done. */
  onCopy?: () => Promise<unknown>;
};

const noticeMs = 2500;

export function CopyButton({ label, getText, onCopy }: CopyButtonProps) {
  const [notice, setNotice] = useState("");

  useEffect(() => {
    if (notice === "") return;
    const timer = setTimeout(() => setNotice(""), noticeMs);
    return () => clearTimeout(timer);
  }, [notice]);

  async function copy() {
    // Copy without waiting for this, because browsers allow copying only right after the press.
    const done = onCopy?.().catch(() => undefined);
    try {
      await navigator.clipboard.writeText(getText());
      await done;
      setNotice("Copied");
    } catch {
      setNotice("The browser did not allow copying: select the text and copy it by hand.");
    }
  }

  return (
    <span>
      <Button look="quiet" onClick={copy}>
        {label}
      </Button>
      <small role="status">{notice}</small>
    </span>
  );
}
