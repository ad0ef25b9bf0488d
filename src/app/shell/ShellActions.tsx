import { useEffect, useId, useState } from "react";
import { AfterFirstFrame } from "../../ui/AfterFirstFrame.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Popover, PopoverButton } from "../../ui/Popover.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import type { Preferences } from "../preferences.ts";
import styles from "./ShellButtons.module.css";

type ShellActionsProps = {
  link: string;
  isPresenting: boolean;
  onPresent: (isPresenting: boolean) => void;
  preferences: Preferences;
};

export function ShellActions({ link, isPresenting, onPresent, preferences }: ShellActionsProps) {
  useEffect(() => {
    document.documentElement.toggleAttribute("data-presenting", isPresenting);
  }, [isPresenting]);

  return (
    <>
      <ShareButton link={link} />
      <button
        type="button"
        className={styles.button}
        aria-pressed={isPresenting}
        onClick={() => onPresent(!isPresenting)}
      >
        Present
      </button>
      <ThemeButton preferences={preferences} />
    </>
  );
}

function ShareButton({ link }: { link: string }) {
  const id = useId();
  return (
    <>
      <PopoverButton popoverId={id} className={styles.button}>
        Share
      </PopoverButton>
      <Popover id={id} label="Share">
        <AfterFirstFrame>
          <div className={styles.content}>
            <label htmlFor={`${id}-link`}>Link to this page</label>
            <input
              id={`${id}-link`}
              readOnly
              value={link}
              onFocus={(event) => event.target.select()}
            />
            <p>It opens the page with the same request. It never contains a token.</p>
            <CopyButton label="Copy link" getText={() => link} />
          </div>
        </AfterFirstFrame>
      </Popover>
    </>
  );
}

const themes = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

function ThemeButton({ preferences }: { preferences: Preferences }) {
  const id = useId();
  const [theme, setTheme] = useState(preferences.loadTheme);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  return (
    <>
      <PopoverButton popoverId={id} className={styles.button} label="Theme">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
        </svg>
      </PopoverButton>
      <Popover id={id} label="Theme">
        <AfterFirstFrame>
          <div className={styles.content}>
            <SegmentedControl
              legend="Theme"
              choices={themes}
              value={theme}
              onChange={(changed) => {
                setTheme(changed);
                preferences.saveTheme(changed);
              }}
            />
          </div>
        </AfterFirstFrame>
      </Popover>
    </>
  );
}
