import type { ReactNode } from "react";
import styles from "./Popover.module.css";

type PopoverProps = { id: string; label: string; onOpen?: () => void; children: ReactNode };

/** The browser closes it on Escape and on a click elsewhere. @see HTML Standard, the popover attribute */
export function Popover({ id, label, onOpen, children }: PopoverProps) {
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      onToggle={({ newState }) => newState === "open" && onOpen?.()}
      className={`card ${styles.popover}`}
    >
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

/** The browser tells whether the popover is open, and places it below the button. */
export function PopoverButton({ popoverId, className, label, children }: PopoverButtonProps) {
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-haspopup="dialog"
      popoverTarget={popoverId}
    >
      {children}
    </button>
  );
}
