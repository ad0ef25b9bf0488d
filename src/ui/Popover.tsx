import { type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./Popover.module.css";

type PopoverProps = { id: string; label: string; children: ReactNode };

/** The browser closes it on Escape and on a click elsewhere. @see HTML Standard, the popover attribute */
export function Popover({ id, label, children }: PopoverProps) {
  return (
    <div id={id} popover="auto" role="dialog" aria-label={label} className={styles.popover}>
      {children}
    </div>
  );
}

type PopoverButtonProps = {
  popoverId: string;
  className?: string | undefined;
  label?: string;
  children?: ReactNode;
};

const gapPx = 6;
const marginPx = 8;

export function PopoverButton({ popoverId, className, label, children }: PopoverButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    const document = button.current?.ownerDocument;
    const popover = document?.getElementById(popoverId);
    if (!document || !popover) return;
    const placeBelowButton = ({ newState }: ToggleEvent) => {
      setIsOpen(newState === "open");
      const bounds = button.current?.getBoundingClientRect();
      if (newState !== "open" || !bounds) return;
      const end = document.documentElement.clientWidth - bounds.right;
      popover.style.setProperty("--inset-end", `${Math.max(marginPx, end)}px`);
      popover.style.setProperty("--inset-start", `${Math.max(0, bounds.bottom) + gapPx}px`);
    };
    popover.addEventListener("beforetoggle", placeBelowButton);
    return () => popover.removeEventListener("beforetoggle", placeBelowButton);
  }, [popoverId]);

  return (
    <button
      ref={button}
      type="button"
      className={className}
      aria-label={label}
      aria-expanded={isOpen}
      aria-haspopup="dialog"
      popoverTarget={popoverId}
    >
      {children}
    </button>
  );
}
