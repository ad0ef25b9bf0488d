import { PopoverButton } from "../../ui/Popover.tsx";
import styles from "./ShellButtons.module.css";

type ShellButtonsProps = {
  /** Prefix of the popovers' IDs. */
  id: string;
  isPresenting: boolean;
  onPresent?: (isPresenting: boolean) => void;
};

export function ShellButtons({ id, isPresenting, onPresent }: ShellButtonsProps) {
  return (
    <>
      <PopoverButton popoverId={`${id}-share`} className={styles.button} label="Share">
        Share
      </PopoverButton>
      <button
        type="button"
        className={styles.button}
        data-presenting={isPresenting || undefined}
        aria-pressed={isPresenting}
        onClick={() => onPresent?.(!isPresenting)}
      >
        Present
      </button>
      <PopoverButton popoverId={`${id}-theme`} className={styles.button} label="Theme">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
        </svg>
      </PopoverButton>
    </>
  );
}
