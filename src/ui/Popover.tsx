import type { ReactNode } from "react";
import styles from "./Popover.module.css";

type PopoverProps = { id: string; label: string; onOpen?: () => void; children: ReactNode };

/** A popover, which the browser closes on Escape and on a click elsewhere. @see HTML Standard, the popover attribute */
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

/** A button that opens a popover. The browser exposes to screen readers whether the popover is open. */
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
