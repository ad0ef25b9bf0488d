import styles from "./CopyIconButton.module.css";

type CopyIconButtonProps = {
  label: string;
  text?: string;
  isCopied: boolean;
  onClick: () => void;
};

/** A small copy button. Whoever renders it copies, with `useCopy`, and says so to screen readers. */
export function CopyIconButton({ label, text, isCopied, onClick }: CopyIconButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      data-copied={isCopied || undefined}
      onClick={onClick}
    >
      <span className={styles.icon} aria-hidden="true" />
      {text}
    </button>
  );
}
