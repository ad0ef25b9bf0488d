import { useEffect, useId, useState } from "react";
import { Popover, PopoverButton } from "../../ui/Popover.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import type { Preferences, Theme } from "../preferences.ts";
import styles from "./popover-content.module.css";
import shell from "./ShellButton.module.css";

const choices = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** Light, dark, or what the system says. */
export function ThemeButton({ preferences }: { preferences: Preferences }) {
  const id = useId();
  const [theme, setTheme] = useState<Theme>(preferences.loadTheme);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  return (
    <>
      <PopoverButton popoverId={id} className={shell.button} label="Theme">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
        </svg>
      </PopoverButton>
      <Popover id={id} label="Theme">
        <div className={styles.content}>
          <SegmentedControl
            legend="Theme"
            choices={choices}
            value={theme}
            onChange={(changed) => {
              setTheme(changed);
              preferences.saveTheme(changed);
            }}
          />
        </div>
      </Popover>
    </>
  );
}
