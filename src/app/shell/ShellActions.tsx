import { type ReactNode, useId } from "react";
import { Popover, PopoverButton } from "../../ui/Popover.tsx";
import { usePart } from "../load-part.ts";
import { PartFailure } from "../PartFailure.tsx";
import type { Preferences } from "../preferences.ts";
import styles from "./ShellButtons.module.css";
import { shellParts } from "./shell-parts.ts";

type ShellActionsProps = {
  link: string;
  isPresenting: boolean;
  onPresent: (isPresenting: boolean) => void;
  preferences: Preferences;
};

export function ShellActions({ link, isPresenting, onPresent, preferences }: ShellActionsProps) {
  const { code, hasFailed } = usePart(shellParts);
  const failure = hasFailed && <PartFailure part="This menu" />;
  return (
    <>
      {isPresenting && code && <code.EndByEscape onPresent={onPresent} />}
      <MenuButton label="Share">{code ? <code.ShareMenu link={link} /> : failure}</MenuButton>
      <button
        type="button"
        className={styles.button}
        data-presenting={isPresenting || undefined}
        aria-pressed={isPresenting}
        onClick={() => onPresent(!isPresenting)}
      >
        Present
      </button>
      <MenuButton
        label="Theme"
        face={
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
            <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
          </svg>
        }
      >
        {code ? <code.ThemeMenu preferences={preferences} /> : failure}
      </MenuButton>
    </>
  );
}

type MenuButtonProps = {
  label: string;
  /** Without it, the label. */
  face?: ReactNode;
  children: ReactNode;
};

function MenuButton({ label, face = label, children }: MenuButtonProps) {
  const id = useId();
  return (
    <>
      <PopoverButton popoverId={id} className={styles.button} label={label}>
        {face}
      </PopoverButton>
      <Popover id={id} label={label}>
        {children}
      </Popover>
    </>
  );
}
