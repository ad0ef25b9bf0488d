import { type ReactNode, useEffect, useId, useState } from "react";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { afterNextFrame } from "../after-next-frame.ts";
import type { Preferences } from "../preferences.ts";

export { Footer } from "../Footer.tsx";

import "../../ui/print.css";
import styles from "./ShellParts.module.css";

export function ShareMenu({ link }: { link: string }) {
  const id = useId();
  return (
    <div className={styles.content}>
      <label htmlFor={id}>Link to this page</label>
      <input id={id} readOnly value={link} onFocus={(event) => event.target.select()} />
      <p className="note">{describeLink(new URL(link).searchParams)}</p>
      <CopyButton label="Copy link" getText={() => link} />
    </div>
  );
}

function describeLink(query: URLSearchParams): ReactNode {
  if (query.has("setup")) {
    return (
      <>
        It opens this page in the reader’s own demo org. Your set-up isn’t in the link: to share it,{" "}
        <a href="?setup=demo-org">export the org</a>.
      </>
    );
  }
  if (query.has("decode")) return "It opens Decode. What you pasted isn’t in the link.";
  if (query.has("lessons")) return "It opens the list of lessons. Your progress isn’t in the link.";
  if (query.has("lesson")) return "It opens this step. It never contains a token.";
  return "It opens the page with the same request. It never contains a token.";
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

/** Elements that use Escape themselves: fields, and open dialogs and popovers. */
const field = "select, textarea, input:not([type=radio], [type=checkbox])";
const open = "dialog[open], [popover]:popover-open";

/** Ends a presentation with Escape. */
export function EndByEscape({ onPresent }: { onPresent: (isPresenting: boolean) => void }) {
  useEffect(() => {
    function end({ key, target, defaultPrevented }: KeyboardEvent) {
      if (key !== "Escape" || defaultPrevented || document.querySelector(open)) return;
      const focused = target instanceof Element ? target : document.body;
      if (focused.matches(field)) return;
      const button = document.querySelector<HTMLElement>("button[data-presenting]");
      onPresent(false);
      // The focused control may have been one that only a presentation has.
      if (focused !== document.body)
        afterNextFrame(() => focused.getClientRects().length === 0 && button?.focus());
    }
    window.addEventListener("keydown", end);
    return () => window.removeEventListener("keydown", end);
  }, [onPresent]);
  return null;
}
