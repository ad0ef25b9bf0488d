import { useEffect, useState } from "react";
import { Button } from "./Button.tsx";

type CopyButtonProps = {
  /** The button's name, and what stays on it after copying: "Copy URL". */
  label: string;
  /** Asked for when pressed, so that what is copied is what is true then. */
  getText: () => string;
  /** What has to be done about a copy before it is called one. */
  onCopy?: () => Promise<unknown>;
};

const noticeMs = 2500;

/** Copies a text, and says beside itself whether that worked. */
export function CopyButton({ label, getText, onCopy }: CopyButtonProps) {
  const [notice, setNotice] = useState("");

  useEffect(() => {
    if (notice === "") return;
    const timer = setTimeout(() => setNotice(""), noticeMs);
    return () => clearTimeout(timer);
  }, [notice]);

  async function copy() {
    // At the same time: a browser lets a page copy only while the press is fresh.
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
