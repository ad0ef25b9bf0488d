import { useEffect } from "react";
import shell from "./ShellButton.module.css";

type PresentButtonProps = { isPresenting: boolean; onChange: (isPresenting: boolean) => void };

/** Larger type and a folded form, for a room. */
export function PresentButton({ isPresenting, onChange }: PresentButtonProps) {
  useEffect(() => {
    document.documentElement.toggleAttribute("data-presenting", isPresenting);
  }, [isPresenting]);

  return (
    <button
      type="button"
      className={shell.button}
      aria-pressed={isPresenting}
      onClick={() => onChange(!isPresenting)}
    >
      Present
    </button>
  );
}
