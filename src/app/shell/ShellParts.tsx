import { useId, useState } from "react";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import type { Preferences } from "../preferences.ts";

export { Footer } from "../Footer.tsx";

import styles from "./ShellParts.module.css";

export function ShareMenu({ link }: { link: string }) {
  const id = useId();
  return (
    <div className={styles.content}>
      <label htmlFor={id}>Link to this page</label>
      <input id={id} readOnly value={link} onFocus={(event) => event.target.select()} />
      <p>It opens the page with the same request. It never contains a token.</p>
      <CopyButton label="Copy link" getText={() => link} />
    </div>
  );
}

const themes = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

export function ThemeMenu({ preferences }: { preferences: Preferences }) {
  const [theme, setTheme] = useState(preferences.loadTheme);
  return (
    <div className={styles.content}>
      <SegmentedControl
        legend="Theme"
        choices={themes}
        value={theme}
        onChange={(changed) => {
          setTheme(changed);
          document.documentElement.dataset.theme = changed;
          preferences.saveTheme(changed);
        }}
      />
    </div>
  );
}
