import styles from "./CopyIconButton.module.css";

type CopyIconButtonProps = {
  label: string;
  text?: string;
  isCopied: boolean;
  onClick: () => void;
};

const tick = "M2.5 7l3 3 5-7";
/** Two sheets of paper, one in front of the other. */
const sheets =
  "M4.6 6.1a1.5 1.5 0 0 1 1.5-1.5h4.8a1.5 1.5 0 0 1 1.5 1.5v4.8a1.5 1.5 0 0 1-1.5 1.5H6.1a1.5 1.5 0 0 1-1.5-1.5zM2.6 8.4h-.5A1.5 1.5 0 0 1 .6 6.9V2.1A1.5 1.5 0 0 1 2.1.6h4.8a1.5 1.5 0 0 1 1.5 1.5v.5";

/** A small copy button. The parent copies with `useCopy` and announces it. */
export function CopyIconButton({ label, text, isCopied, onClick }: CopyIconButtonProps) {
  return (
    <button
      type="button"
      className={`${styles.button} no-print`}
      aria-label={label}
      data-copied={isCopied || undefined}
      onClick={onClick}
    >
      <svg viewBox="0 0 13 13" aria-hidden="true" className={styles.icon}>
        <path d={isCopied ? tick : sheets} />
      </svg>
      {text}
    </button>
  );
}
